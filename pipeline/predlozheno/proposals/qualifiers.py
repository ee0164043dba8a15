"""What speaks against a trigger: negation, hypothesis, report, politeness, another sense.

The vocabulary is ConText's: a cue in reach of the trigger qualifies it, and a border ends the reach.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from predlozheno.language.answers import text_of
from predlozheno.language.morphology import analyses
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.background import future, past, reported
from predlozheno.proposals.company import begins_action, is_inserted, is_task
from predlozheno.proposals.courtesies import (
    announced,
    has_voted,
    inserted,
    leads_talk,
    moralised,
)
from predlozheno.proposals.frames import DIATHESES
from predlozheno.proposals.grammar import (
    feature,
    is_finite,
    is_infinitive,
    low,
)
from predlozheno.proposals.hits import Hit, folded, lacks_words, settles
from predlozheno.proposals.prescribed import law
from predlozheno.proposals.refusals import Refusal, clause_start
from predlozheno.proposals.unbound import offers, unbound_infinitive
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_PARTICIPLE = re.compile(
    r"(?:щ|ш|нн|т|м)(?:[иы]й|[ая]я|[ое]е|[иы]е|[ое]го|[ое]му|[иы]ми?|[иы]х|[ую]ю)(?:ся)?$"
)
_SENSE_REACH_RIGHT = 5
_SENSE_REACH_LEFT = 2
# In these constructions «не» before the trigger is said against the content.
_DENIED = {
    Kind.RECOMMENDATION: tuple(name for name in DIATHESES if name != "support"),
    Kind.NEED: ("predicative",),
}


def refusal(hit: Hit, sentence: Span, *, under_head: bool) -> Refusal | None:
    """The first reason that speaks against the hit, or None.

    Args:
        hit: the trigger in its construction.
        sentence: the sentence around it.
        under_head: whether the sentence continues a list head, which makes its infinitives binding.
    """
    checks = (
        future,
        _adjectival,
        _quoted,
        law,
        _other_sense,
        announced,
        inserted,
        moralised,
        has_voted,
        leads_talk,
        _negated,
        _hypothetical,
        _asked,
        past,
        reported,
    )
    for check in checks:
        if found := check(hit, sentence):
            return found
    decides = hit.diathesis == "phrase" and hit.frame.kind is Kind.DECISION
    before = sentence.doc[sentence.start : hit.start]
    bare = decides and is_infinitive(sentence.doc[hit.head]) and any(map(is_finite, before))
    if (hit.diathesis == "infinitive" or bare) and not under_head:
        return unbound_infinitive(hit, sentence)
    return None


def _quoted(hit: Hit, sentence: Span) -> Refusal | None:
    """Words between quotation marks inside a sentence are somebody's words, cited."""
    doc = sentence.doc
    before = text_of(doc, sentence.start, hit.start)
    after = text_of(doc, hit.end, sentence.end)
    opened = before.lstrip().startswith("«") and before.count("«") - before.count("»") == 1
    if opened and any(t.text in "–—-" for t in doc[hit.end : sentence.end]):
        # ««Нам нужен второй паром», – сказал глава»: words that somebody says.
        return None
    if before.count("«") > before.count("»") and "»" in after and len(before.strip(" «")) > 0:
        return Refusal("quoted", "cited between quotation marks")
    marks = doc[max(sentence.start, hit.start - 2) : hit.start].text
    if hit.diathesis == "imperative" and re.fullmatch(r':\s*["„“]', marks):
        return Refusal("quoted", "cited between quotation marks")
    if hit.diathesis in ("predicative", "imperative"):
        for token in doc[sentence.start + 1 : hit.start]:
            if token.text == ":" and low(doc[token.i - 1]) in gazetteer("qualifiers")["hearsay"]:
                return Refusal("quoted", f"«{doc[token.i - 1].text}»: words of others")
    return None


def _adjectival(hit: Hit, sentence: Span) -> Refusal | None:
    head = sentence.doc[hit.head]
    described = hit.diathesis == "phrase" and feature(head, "VerbForm") == "Part"
    # The tagger takes «сошлись» for one as well: the ending must show it.
    if hit.diathesis == "adjectival" or described and _PARTICIPLE.search(low(head)):
        return Refusal("adjectival", "a participle that only describes")
    return None


def _other_sense(hit: Hit, sentence: Span) -> Refusal | None:
    doc = sentence.doc
    senses = list(analyses(doc[hit.head].text))
    if hit.diathesis == "imperative":
        # «Пришли» as an order is no «прийти».
        senses = [r for r in senses if r.features.get("Mood") == "Imp"] or senses
    idle = {reading.lemma for reading in senses} & folded(hit.frame.not_with)
    if hit.frame.any_verb and idle and not is_task(hit, sentence):
        return Refusal("polite", f"«{doc[hit.head].text}» only keeps the talk going")
    left = (
        max(sentence.start, hit.start - _SENSE_REACH_LEFT) if not hit.frame.any_verb else hit.anchor
    )
    right = min(sentence.end, hit.anchor + _SENSE_REACH_RIGHT)
    near: set[str] = set()
    for i in range(left, right):
        if i >= hit.anchor and doc[i].text in ",;:–—" or hit.diathesis == "imperative":
            break
        # The words of a phrase are no company of it.
        own = hit.diathesis == "phrase" and hit.start <= i < hit.end
        if not own and not is_inserted(doc, i):
            near |= word_lemmas(doc[i].text)
        if i >= hit.anchor and begins_action(hit, doc[i]):
            break
    if hit.frame.kind is Kind.PROPOSAL and any(
        low(doc[i]) == "вниманию"
        for i in range(clause_start(doc, sentence.start, hit.start), right)
    ):
        return Refusal("polite", "«вниманию» only announces what comes")
    if hit.frame.kind is Kind.DECISION and is_infinitive(doc[min(hit.end, len(doc) - 1)]):
        # «Решили вернуться к вопросу» solves none.
        near = set()
    if cue := sorted(near & folded(hit.frame.not_with)):
        return Refusal("everyday", f"«{cue[0]}» beside it shows another sense")
    if lacks_words(hit, sentence) and not _laid_on_one(hit, doc):
        return Refusal("everyday", f"none of the words that {hit.frame.id} asks for")
    return None


def polarity_negated(hit: Hit, doc: Doc) -> bool:
    """Whether «не» stands before a trigger that can be turned round instead of denied.

    «Не рекомендуется», «не надо увольнять» advise against; «рекомендаций не поступило» tells of none.
    """
    # «Не считает необходимым собирать справки», too.
    held = hit.frame.kind is Kind.NEED and hit.diathesis == "phrase" and is_finite(doc[hit.head])
    return (held or hit.diathesis in _DENIED.get(hit.frame.kind, ())) and _denied(hit, doc)


def _denied(hit: Hit, doc: Doc) -> bool:
    positions = {hit.start, hit.head}
    # «Не помешало бы», «не обойтись без»: the phrase has its own «не».
    own = hit.diathesis == "phrase" and "не" in hit.form.lemma.split()
    return any(i > 0 and low(doc[i - 1]) == "не" for i in positions) or (
        not own and any(low(doc[i]) in ("не", "нет") for i in range(hit.start, hit.end))
    )


def _negated(hit: Hit, sentence: Span) -> Refusal | None:
    doc = sentence.doc
    if hit.frame.asks or hit.frame.any_verb:
        return None
    if _denied(hit, doc) and hit.diathesis == "support" and settles(hit):
        return None
    if _denied(hit, doc) and not _only_not_only(hit, doc):
        if polarity_negated(hit, doc):
            return None
        return Refusal("negated", "«не» before it")
    if doubted := _doubted(hit, sentence):
        return Refusal("negated", f"«{doubted}» before it")
    clause = doc[clause_start(doc, sentence.start, hit.start) : hit.start]
    for token in clause:
        if low(token) in ("никто", "нельзя", "никем", "ничего", "никаких"):
            return Refusal("negated", f"«{token.text}» before it")
    if (
        hit.noun is not None
        and hit.noun > 0
        and low(doc[hit.noun - 1]) in ("нет", "без", "никаких")
    ):
        return Refusal("negated", f"«{doc[hit.noun - 1].text}» before it")
    return None


def _doubted(hit: Hit, sentence: Span) -> str:
    """«Я не думаю, что надо …»: what stands in the clause is denied by the one above it."""
    doc = sentence.doc
    start = clause_start(doc, sentence.start, hit.start)
    that = next((i for i in range(start, hit.start) if low(doc[i]) == "что"), start - 1)
    if that - 3 < sentence.start or low(doc[that]) != "что":
        return ""
    verb = doc[that - 2]
    thinks = word_lemmas(verb.text) & set(gazetteer("qualifiers")["thinking"])
    return f"не {low(verb)}" if thinks and low(doc[that - 3]) == "не" else ""


def _laid_on_one(hit: Hit, doc: Doc) -> bool:
    """«Гоша, с тебя генератор»: behind a name whatever thing it is, it is laid on that one."""
    called = hit.start > 1 and doc[hit.start - 1].text == "," and doc[hit.start - 2].text.istitle()
    return called and hit.frame.id == "assignment.s_tebya" and low(doc[hit.start]) == "с"


def _only_not_only(hit: Hit, doc: Doc) -> bool:
    return hit.start < len(doc) and low(doc[hit.start]) == "только"


def _hypothetical(hit: Hit, sentence: Span) -> Refusal | None:
    doc, words = sentence.doc, gazetteer("qualifiers")
    start = clause_start(doc, sentence.start, hit.start)
    opening = low(doc[sentence.start])
    if (
        opening in ("если", "коли", "ежели")
        and not hit.frame.asks
        and hit.diathesis
        not in (
            "first_person",
            "imperative",
            "predicative",
        )
    ):
        return Refusal("hypothetical", f"«{doc[sentence.start].text}» opens the sentence")
    told = hit.diathesis in ("active", "support") and feature(doc[hit.head], "Tense") == "Past"
    if told and any(low(token) in ("чтобы", "чтоб") for token in doc[start : hit.start]):
        return Refusal("hypothetical", "«чтобы» before it: what is to come of something else")
    for token in doc[start : hit.start]:
        if low(token) in words["conditions"] and not (hit.frame.asks or _no_condition(hit, token)):
            return Refusal("hypothetical", f"«{token.text}» before it")
    if hit.diathesis == "infinitive" or hit.noun is not None and is_infinitive(doc[hit.head]):
        # «Есть возможность дополнить текст, внести поправки»: one action after the other.
        chained = any(map(is_infinitive, doc[max(sentence.start, start - 4) : start - 1]))
        first = max(sentence.start, hit.start - 8) if chained else max(start, hit.start - 4)
        for token in doc[first : hit.start]:
            modal = word_lemmas(token.text) & set(words["modal_verbs"])
            if modal and not low(token).endswith("те") and not offers(token):
                return Refusal("hypothetical", f"«{token.text}» before it")
    return None


def _no_condition(hit: Hit, token: Token) -> bool:
    """«Ещё раз прошу», «раз уж я здесь, прошу»: no condition of what is asked."""
    counted = token.i > 0 and token.doc[token.i - 1].pos_ in ("ADV", "NUM", "DET", "ADJ")
    return low(token) == "раз" and (counted or hit.diathesis == "first_person")


def _asked(hit: Hit, sentence: Span) -> Refusal | None:
    if hit.frame.asks:
        return None
    # «Просит придумать вывеску. идеи?»: in chat a small letter hides where the sentence ends.
    ends = (token.text for token in sentence.doc[hit.end : sentence.end] if token.text in ".!?…")
    last = next(ends, "")
    if "?" in last:
        return Refusal("question", "the sentence asks")
    theirs = hit.diathesis == "phrase" and any(
        is_finite(t) and feature(t, "Person") == "2" and feature(t, "Mood") == "Ind"
        for t in sentence.doc[hit.start : hit.end]
    )
    if "2per" in hit.form.grammemes and hit.diathesis == "active" or theirs:
        return Refusal("others", "what those spoken to want, held against them")
    doc = sentence.doc
    if (
        low(doc[sentence.start]) in ("кто", "кем", "когда", "почему", "зачем")
        and hit.diathesis != "first_person"
        # «Кто записывался на дрова: надо, чтобы кто-то встретил»: it says whom it concerns.
        and not any(t.text == ":" for t in doc[sentence.start : hit.start])
    ):
        return Refusal("question", f"«{doc[sentence.start].text}» opens the sentence")
    after = low(doc[hit.end]) if hit.end < sentence.end else ""
    before = low(doc[hit.start - 1]) if hit.start > sentence.start else ""
    clause = [low(token) for token in doc[clause_start(doc, sentence.start, hit.start) : hit.start]]
    inside = [low(token) for token in doc[hit.start : hit.end]]
    # «Поручил Ли В. С. подготовить письмо» asks nothing.
    after = "" if after == "ли" and doc[hit.end].text.istitle() else after
    if "ли" in (after, *clause, *inside) or before in ("кто", "кем", "почему", "зачем"):
        return Refusal("question", "an indirect question")
    return None
