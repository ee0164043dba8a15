"""Who goes on where the sentence before names them in another case, in a paper, or over a list."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be, lemmas
from predlozheno.proposals.antecedents import antecedent, can_be_called
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_gerund, low
from predlozheno.proposals.slots.headings import subject_above
from predlozheno.proposals.slots.nominatives import nominative
from predlozheno.proposals.slots.reporters import is_crowd, is_party, with_members
from predlozheno.resources import gazetteer

_SOURCES = frozenset(("от", "ото"))
_PLACES = frozenset(("из", "с", "со", *_SOURCES))
_ACTING = ("PER", "ROLE", "ORG", "GROUP")
_JOINTS = frozenset(("и", ",", "да"))
# «В нём предлагается», «Там просят»: the paper named right before.
_WITHIN = frozenset(("нем", "ней", "них", "нём"))
_INSIDE = frozenset(("в", "во"))


def together(context: Context, sentence: Span) -> list[Phrase]:
    """«Кротов и Иванова осмотрели мост»: the subjects of a sentence that are several."""
    doc = context.doc
    found: list[Phrase] = []
    for phrase in context.phrases_in(sentence.start, sentence.end):
        preposed = phrase.start > sentence.start and doc[phrase.start - 1].pos_ == "ADP"
        if preposed or not (phrase.label in _ACTING or found and is_party(phrase)):
            continue
        between = doc[found[-1].end : phrase.start] if found else None
        joined = between is not None and len(between) and all(low(t) in _JOINTS for t in between)
        if found and not joined:
            if len(found) > 1:
                break
            found = []
        found.append(phrase)
    if len(found) < 2 or not any(low(t) == "и" for t in doc[found[0].start : found[-1].start]):
        return []
    verb = next((t for t in doc[found[-1].end : sentence.end] if is_finite(t)), None)
    verb = verb or next((t for t in doc[sentence.start : found[0].start] if is_finite(t)), None)
    many = verb is not None and feature(verb, "Number") == "Plur"
    return found if many and all(_may_act(p) for p in found) else []


def meant_together(context: Context, pronoun: Phrase, *, agent: bool) -> list[Phrase]:
    """«Её поддержали Аникеева и Додонов. Они же предложили …»: several people that «они» are.

    None where a party of many is named as near.
    """
    doc = context.doc
    if low(pronoun.head) not in ("они", "ими", "их") or pronoun.end - pronoun.start > 1:
        return []
    sentence = doc[pronoun.start].sent
    if sentence.start == 0:
        return []
    above = doc[sentence.start - 1].sent
    if context.block_index(above.start) != context.block_index(sentence.start):
        return []
    meant = antecedent(context, pronoun, agent=agent)
    found = together(context, above)
    return found if found and (meant is None or meant.start < found[0].start) else []


def _may_act(phrase: Phrase) -> bool:
    return can_be(phrase.head, case="Nom") or phrase.has_case("Nom")


def brought(context: Context, sentence: Span, verb: Token, *, asks: bool) -> Phrase | None:
    """Whom the sentence before brings up as one who speaks: by letter, by call, by the word given him.

    Args:
        context: the document.
        sentence: the one before.
        verb: the verb that has no subject of its own.
        asks: whether it asks for something: a request is the writer's, whoever read his letter.
    """
    writer = next(_writers(context, sentence), None)
    if writer is not None and (asks or _has_no_subject(context, sentence)):
        return writer if _agrees(context, writer, verb) else None
    if not _has_no_subject(context, sentence):
        return None
    return next((p for p in _called(context, sentence) if _agrees(context, p, verb)), None)


def _writers(context: Context, sentence: Span) -> Iterator[Phrase]:
    """«письмо завода», «заявление от жителей», «звонок из школы»."""
    doc, papers = context.doc, set(gazetteer("proposer-cues")["papers"])
    for token in doc[sentence.start : sentence.end - 1]:
        if not lemmas(token.text) & papers:
            continue
        behind = token.i + 1
        sent = low(doc[behind]) in _PLACES
        phrase = context.phrase_at(behind + sent)
        phrase = with_members(context, phrase) if phrase is not None else None
        owns = phrase is not None and (phrase.has_case("Gen") or phrase.label == "PER")
        if phrase and owns and (is_party(phrase) or is_crowd(phrase)):
            yield phrase


def _called(context: Context, sentence: Span) -> Iterator[Phrase]:
    """«Слушали Иванову.», «Слово дали Ивановой.», «Звонили из школы.», «доклад Ивановой»."""
    doc, cues = context.doc, gazetteer("proposer-cues")
    heard = any(lemmas(t.text) & set(cues["hearing"]) for t in sentence)
    given = any("слово" in lemmas(t.text) for t in sentence)
    for phrase in context.parties_in(sentence.start, sentence.end):
        before = doc[phrase.start - 1] if phrase.start > sentence.start else None
        word = low(before) if before is not None else ""
        spoken = before is not None and bool(lemmas(before.text) & set(cues["speeches"]))
        source = word in ("из", "от", "ото") and phrase.has_case("Gen")
        if phrase.label not in _ACTING:
            continue
        object_ = heard and (before is None or before.pos_ != "ADP") and not _owned(before)
        if object_ or given and can_be(phrase.head, case="Dat") or spoken or source:
            yield phrase


def _owned(before: Token | None) -> bool:
    """«решение Иванова»: the name belongs to the noun in front of it."""
    return before is not None and before.pos_ == "NOUN" and before.text.islower()


def _has_no_subject(context: Context, sentence: Span) -> bool:
    doc = context.doc
    for phrase in context.parties_in(sentence.start, sentence.end):
        preposed = phrase.start > sentence.start and doc[phrase.start - 1].pos_ == "ADP"
        if phrase.label in _ACTING and not preposed and case_of(phrase.head) == "Nom":
            acting = [t for t in sentence if is_finite(t) and nominative(phrase, t)]
            if any(feature(t, "Number") == feature(phrase.head, "Number") for t in acting):
                return False
    return True


def _agrees(context: Context, phrase: Phrase, verb: Token) -> bool:
    """Number and gender as far as the verb tells them; many may speak for one body."""
    many = feature(phrase.head, "Number") == "Plur" or is_crowd(phrase)
    if feature(verb, "Number") == "Plur":
        return many or phrase.label in ("ORG", "GROUP")
    gender = feature(verb, "Gender")
    if phrase.label == "PER" and gender:
        return can_be_called(context, phrase, gender)
    return not many and (not gender or feature(phrase.head, "Gender") in ("", gender))


def in_paper(context: Context, sentence: Span, trigger: int) -> Phrase | None:
    """«Пришло письмо завода. В нём содержится просьба …»: who wrote what the sentence takes up."""
    doc = context.doc
    if sentence.start == 0 or context.block_index(sentence.start - 1) != context.block_index(
        sentence.start
    ):
        return None
    papers = set(gazetteer("proposer-cues")["papers"])
    for i in range(sentence.start, trigger - 1):
        inside = low(doc[i]) in _INSIDE
        if inside and (low(doc[i + 1]) in _WITHIN or lemmas(doc[i + 1].text) & papers):
            return next(_writers(context, doc[sentence.start - 1].sent), None)
    return None


def after_list(context: Context, sentence: Span, verb: Token) -> list[Phrase]:
    """«Участники рекомендуют: … Просят также …»: below a list whoever stands over it goes on."""
    block = context.block_index(sentence.start)
    info = context.blocks[block]
    opens = sentence.start == 0 or context.block_index(sentence.start - 1) != block
    if not opens or not block or info.kind != "paragraph" or is_gerund(sentence[0]):
        return []
    above = block - 1
    while above > 0 and context.blocks[above].kind == "item":
        above -= 1
    head = context.blocks[above]
    line = context.doc.char_span(head.start, head.end, alignment_mode="contract")
    if above == block - 1 or head.kind == "item" or line is None or line[-1:].text != ":":
        return []
    named = [p for p in context.parties_in(line.start, line.end) if _may_act(p) and _free(p)]
    return [p for p in named[:1] or subject_above(context, line.start) if _agrees(context, p, verb)]


def _free(phrase: Phrase) -> bool:
    before = phrase.head.doc[phrase.start - 1] if phrase.start else None
    return before is None or before.pos_ != "ADP"
