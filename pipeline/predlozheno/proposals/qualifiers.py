"""What speaks against a trigger: negation, hypothesis, report, politeness, another sense.

The vocabulary is ConText's: a cue in reach of the trigger qualifies it, and a border ends the reach.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.background import future, law, past, reported
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.lexicon import SupportForm
from predlozheno.proposals.refusals import Refusal, clause_start
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_SENSE_REACH_RIGHT = 5
_SENSE_REACH_LEFT = 2
_NEGATABLE = ("recommendation", "need")
_ASKING_FRAMES = ("proposal.pochemu_by_ne", "request.ne_mogli_by", "proposal.davajte")


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
        _negated,
        _hypothetical,
        _asked,
        past,
        reported,
    )
    for check in checks:
        if found := check(hit, sentence):
            return found
    if hit.diathesis == "infinitive" and not under_head:
        return _unbound_infinitive(hit, sentence)
    return None


def _quoted(hit: Hit, sentence: Span) -> Refusal | None:
    """Words between quotation marks inside a sentence are somebody's words, cited."""
    doc = sentence.doc
    before, after = doc[sentence.start : hit.start].text, doc[hit.end : sentence.end].text
    if before.count("«") > before.count("»") and "»" in after and len(before.strip(" «")) > 0:
        return Refusal("quoted", "cited between quotation marks")
    return None


def _adjectival(hit: Hit, _sentence: Span) -> Refusal | None:
    if hit.diathesis == "adjectival":
        return Refusal("adjectival", "a participle that only describes")
    return None


def _other_sense(hit: Hit, sentence: Span) -> Refusal | None:
    doc = sentence.doc
    if hit.frame.any_verb and word_lemmas(doc[hit.head].text) & _folded(hit.frame.not_with):
        return Refusal("polite", f"«{doc[hit.head].text}» only keeps the talk going")
    left = (
        max(sentence.start, hit.start - _SENSE_REACH_LEFT) if not hit.frame.any_verb else hit.anchor
    )
    right = min(sentence.end, hit.anchor + _SENSE_REACH_RIGHT)
    near: set[str] = set()
    for i in range(left, right):
        if i >= hit.anchor and doc[i].text in ",;:–—":
            break
        near |= word_lemmas(doc[i].text)
    if cue := sorted(near & _folded(hit.frame.not_with)):
        return Refusal("everyday", f"«{cue[0]}» beside it shows another sense")
    if hit.frame.with_words and not _sentence_lemmas(sentence) & _folded(hit.frame.with_words):
        return Refusal("everyday", f"none of the words that {hit.frame.id} asks for")
    return None


def _folded(words: tuple[str, ...]) -> set[str]:
    return {word.lower().replace("ё", "е") for word in words}


def _sentence_lemmas(sentence: Span) -> set[str]:
    return {lemma for token in sentence for lemma in word_lemmas(token.text)}


def polarity_negated(hit: Hit, doc: Doc) -> bool:
    """Whether «не» stands before a trigger that can be turned round instead of denied."""
    return hit.frame.kind in _NEGATABLE and _denied(hit, doc)


def _denied(hit: Hit, doc: Doc) -> bool:
    positions = {hit.start, hit.head}
    return any(i > 0 and low(doc[i - 1]) == "не" for i in positions) or any(
        low(doc[i]) in ("не", "нет") for i in range(hit.start, hit.end)
    )


def _negated(hit: Hit, sentence: Span) -> Refusal | None:
    doc = sentence.doc
    if hit.frame.id in _ASKING_FRAMES or hit.frame.any_verb:
        return None
    if _denied(hit, doc) and hit.diathesis == "support" and _settles(hit):
        return None
    if _denied(hit, doc) and not _only_not_only(hit, doc):
        if hit.frame.kind is Kind.RECOMMENDATION and hit.diathesis != "support":
            return None
        return Refusal("negated", "«не» before it")
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


def _settles(hit: Hit) -> bool:
    """«не поддержала предложение …»: the verb tells what became of a proposal that was made."""
    return (
        isinstance(hit.form, SupportForm)
        and hit.form.lemma in gazetteer("qualifiers")["settling_verbs"]
    )


def _only_not_only(hit: Hit, doc: Doc) -> bool:
    return hit.start < len(doc) and low(doc[hit.start]) == "только"


def _hypothetical(hit: Hit, sentence: Span) -> Refusal | None:
    doc, words = sentence.doc, gazetteer("qualifiers")
    start = clause_start(doc, sentence.start, hit.start)
    opening = low(doc[sentence.start])
    if opening in ("если", "коли", "ежели") and hit.diathesis not in (
        "first_person",
        "imperative",
        "predicative",
    ):
        return Refusal("hypothetical", f"«{doc[sentence.start].text}» opens the sentence")
    for token in doc[start : hit.start]:
        if low(token) in words["conditions"] and hit.frame.id != "proposal.pochemu_by_ne":
            return Refusal("hypothetical", f"«{token.text}» before it")
    if hit.diathesis == "infinitive":
        for token in doc[max(start, hit.start - 4) : hit.start]:
            if word_lemmas(token.text) & set(words["modal_verbs"]) and not _imperative(low(token)):
                return Refusal("hypothetical", f"«{token.text}» before it")
    return None


def _imperative(word: str) -> bool:
    return word.endswith("те")


def _asked(hit: Hit, sentence: Span) -> Refusal | None:
    if hit.frame.id in _ASKING_FRAMES:
        return None
    last = next((token.text for token in reversed(sentence) if token.text not in '»")'), "")
    if "?" in last:
        return Refusal("question", "the sentence asks")
    if "2per" in hit.form.grammemes and hit.diathesis == "active":
        return Refusal("others", "what those spoken to want, held against them")
    doc = sentence.doc
    if (
        low(doc[sentence.start]) in ("кто", "когда", "почему", "зачем")
        and hit.diathesis != "first_person"
    ):
        return Refusal("question", f"«{doc[sentence.start].text}» opens the sentence")
    after = low(doc[hit.end]) if hit.end < sentence.end else ""
    before = low(doc[hit.start - 1]) if hit.start > sentence.start else ""
    clause = [low(token) for token in doc[clause_start(doc, sentence.start, hit.start) : hit.start]]
    if after == "ли" or "ли" in clause or before in ("кто", "кем", "почему", "зачем"):
        return Refusal("question", "an indirect question")
    return None


def _unbound_infinitive(hit: Hit, sentence: Span) -> Refusal | None:
    """An infinitive binds only after a polite modal, a decision or a colon, or opening an item."""
    doc, words = sentence.doc, gazetteer("qualifiers")
    polite = set(words["polite_modals"])
    before = [token for token in doc[sentence.start : hit.start] if is_word(token)]
    if not before or doc[hit.start - 1].text in (":", "–", "—"):
        return None
    for token in reversed(before[-5:]):
        found = word_lemmas(token.text)
        if found & polite and not is_infinitive(token):
            return None
        if is_finite(token) or is_infinitive(token):
            break
    return Refusal("unbound", "an infinitive that nobody is bound by")
