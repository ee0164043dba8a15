"""Finds the parties that a text mentions: `doc.spans["parties"]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.attrs import LEMMA
from spacy.tokens import Doc, Span, Token

from predlozheno.language.abbreviations import declared_names, find_abbreviations
from predlozheno.language.agreement import (
    feature,
    forms,
    is_noun,
    is_plural,
    likely_case,
    name_forms,
)
from predlozheno.language.answers import answers, told
from predlozheno.language.complements import name_end
from predlozheno.language.lexicon import head_kind, lexicon
from predlozheno.language.mentions import may_head, mention
from predlozheno.language.morphology import analyses, fold
from predlozheno.language.people import find_people, is_title, title_start

PARTIES = "parties"
_DEPUTY_REACH = 6
_VERBAL = frozenset(["Fin", "Inf", "Conv"])
_OPENING = frozenset('«„“"')


def find_parties(doc: Doc) -> Doc:
    """Sets `doc.spans["parties"]` and `doc.user_data["abbreviations"]`.

    The spans are in the order of the text and do not overlap. Labels: PER a person by name, with or
    without office; ROLE an office; ORG an organisation or an organ of one; LOC a state or region as
    a party; GROUP a side of talks or many people or bodies at once. Prepositions stay outside, parties
    joined by «и» are apart, except where they share one genitive («политиками и депутатами страны»).
    """
    people = find_people(doc)
    found = [*_by_nouns(doc), *_by_names(doc, people), *_by_legal_form(doc, people)]
    found.extend(_by_model(doc, found))
    spans = _shared_genitives(doc, _outermost(found))
    doc.spans[PARTIES] = spans
    doc.user_data["abbreviations"] = find_abbreviations(doc, spans)
    return doc


def _by_nouns(doc: Doc) -> Iterator[Span]:
    declared = frozenset(fold(short) for short in declared_names(doc))
    strings = doc.vocab.strings.__getitem__
    lemmas = told(doc.to_array([LEMMA]).tolist(), strings)
    for index, word in enumerate(zip(answers(doc).text, lemmas, strict=True)):
        if declared or may_head(*word):
            span = mention(doc[index], declared=declared)
            if span is not None:
                yield _with_title(span)


def _with_title(span: Span) -> Span:
    """«Зам. директора Петрова Л.И.»: a person is named with the title cut short in front."""
    start = title_start(span.doc, span.start) if span.label_ == "PER" else span.start
    return Span(span.doc, start, span.end, label=span.label_)


def _by_names(doc: Doc, people: dict[int, int]) -> Iterator[Span]:
    """People: with initials the name alone, a bare surname with its title («проф. Иванова»)."""
    for start, end in people.items():
        first = start if end - start > 1 else title_start(doc, start)
        if first == start and end - start == 1 and _calling(doc, start):
            first -= 1
        first = min(first, _deputy_start(doc, start))
        yield Span(doc, first, end, label="PER")


def _deputy_start(doc: Doc, start: int) -> int:
    """Of «зам. главы города Орлов» where the title begins; the name itself where there is none."""
    for i in range(start - 2, max(start - _DEPUTY_REACH, -1), -1):
        word = doc[i]
        if is_title(word) and head_kind(doc[i + 2]) == "ROLE":
            return i
        if word.is_sent_start or word.text != "." and not (word.is_lower and word.is_alpha):
            break
    return start


def _calling(doc: Doc, start: int) -> bool:
    """«Прораба Жиганова», «учительницу Сомову»: what one is, a noun for people in the name's case."""
    if not start or doc[start].is_sent_start or not doc[start - 1].text.islower():
        return False
    word = doc[start - 1]
    known = [reading for reading in analyses(word.text) if reading.known]
    people = bool(known) and all(
        reading.pos == "NOUN" and reading.features.get("Animacy") == "Anim" for reading in known
    )
    if not people or is_plural(word):
        return False
    case = likely_case(word)
    return case != "" and case in {form.case for form in name_forms(doc[start])}


def _by_legal_form(doc: Doc, people: dict[int, int]) -> Iterator[Span]:
    """«ООО «Ромашка»», «ИП Иванов»."""
    legal_forms = lexicon().legal_forms
    for start, text in enumerate(answers(doc).text):
        if text not in legal_forms:
            continue
        # «ИП Сафонов», in whatever case he stands.
        end = max(name_end(doc, start), people.get(start + 1, 0))
        if end - start > 1 and doc[end - 1].text not in legal_forms:
            yield Span(doc, start, end, label="ORG")


def _by_model(doc: Doc, found: list[Span]) -> Iterator[Span]:
    """Organisations that only the news model knows, without its usual false friends.

    Args:
        doc: the text.
        found: what is known already; a name that runs over two of these is none.
    """
    ends = {span.start: span.end for span in found}
    for entity in map(_before_other, map(_before_bracket, doc.ents)):
        if entity.label_ != "ORG" or not any(token.text[0].isupper() for token in entity):
            continue
        quoted = entity.start > 0 and doc[entity.start - 1].text in _OPENING
        verbal = any(feature(token, "VerbForm") in _VERBAL for token in entity)
        lone = len(entity) == 1 and not _looks_like_body(entity[0])
        inside = [i for i in range(entity.start, entity.end) if ends.get(i, len(doc)) <= entity.end]
        joined = len(inside) > 1
        head = next((token for token in entity if is_noun(token)), None)
        refused = head is not None and head_kind(head) is not None and mention(head) is None
        shouted = len(entity) > 1 and entity.text.isupper()
        if head is not None and not (quoted or verbal or lone or joined or refused or shouted):
            yield Span(doc, entity.start, entity.end, label="ORG")


def _before_bracket(entity: Span) -> Span:
    """«Министерство экологии (Тулаева)», «(далее – Комиссия)»: no bracket is part of a name."""
    bracket = next((token.i for token in entity if token.text in "()"), entity.end)
    return Span(entity.doc, entity.start, bracket, label=entity.label)


def _before_other(entity: Span) -> Span:
    """«При Палате ремёсел | фонд «Глина»»: a body in another case than the first noun's."""
    head = next((token for token in entity if is_noun(token)), None)
    if head is None or likely_case(head) in ("Nom", "Acc", ""):
        return entity
    for token in entity:
        other = token.i > head.i and token.text.islower() and head_kind(token) == "ORG"
        if other and not {form.case for form in forms(token)} & {"Gen", "Ins"}:
            return Span(entity.doc, entity.start, token.i, label=entity.label)
    return entity


def _looks_like_body(token: Token) -> bool:
    """Whether a single word may be an organisation: no common word, no «НДС»."""
    if token.text in lexicon().others | lexicon().legal_forms:
        return False
    if not token.text.replace("-", "").isalpha():
        return False
    known = [reading for reading in analyses(token.text) if reading.known]
    return not known or any({"Orgn", "Abbr"} & reading.grammemes for reading in known)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The longest of spans that overlap; of equals the first given."""
    taken: set[int] = set()
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            chosen.append(span)
            taken.update(places)
    return sorted(chosen, key=lambda span: span.start)


def _shared_genitives(doc: Doc, spans: list[Span]) -> list[Span]:
    """Joins «политиками» «и» «депутатами обеих стран», who share what stands behind the second."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and _share(doc, last, span):
            joined[-1] = Span(doc, last.start, span.end, label="GROUP")
        else:
            joined.append(span)
    return joined


def _share(doc: Doc, left: Span, right: Span) -> bool:
    if left.label_ != "GROUP" or right.label_ != "GROUP" or right.start != left.end + 1:
        return False
    if doc[left.end].lower_ != "и" or len(left) > 1 or len(right) < 2:
        return False
    one, other = left[0], right[0]
    if not (is_noun(other) and is_plural(one) and is_plural(other)):
        return False
    return likely_case(one) == likely_case(other) and likely_case(one) != "Gen"
