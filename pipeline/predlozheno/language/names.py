"""Names of parties in the nominative, and one name for one party."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span, Token

from predlozheno.language.agreement import (
    feature,
    is_abbreviation,
    is_modifier,
    is_noun,
    is_plural,
    likely_case,
)
from predlozheno.language.inflection import count_word, inflect_modifier, inflect_noun
from predlozheno.language.lexicon import head_kind, lexicon
from predlozheno.language.morphology import analyses, fold
from predlozheno.language.people import is_kin, is_title
from predlozheno.language.surnames import nominative_person

_NAMES = frozenset(["Name", "Surn", "Patr"])
_ALL = dict.fromkeys(("всех", "всем", "всеми"), "все")


def nominative(span: Span) -> str:
    """The name in the nominative, letters and number as in the text.

    Only the head and the modifiers that agree with it change, and a person in apposition; genitives,
    quoted names and abbreviations stay.
    """
    if len(span) == 1 and fold(span.text) in _ALL:
        return _ALL[fold(span.text)]
    if len(span) > 2 and span[1].lower_ == "из" and not is_noun(span[0]):
        # «Кто-то из родителей», «одна из мам»: whom it is one of stays in the genitive.
        return span.text
    words = {token.i: token.text for token in span}
    people: dict[int, int] = span.doc.user_data.get("people", {})
    if is_kin(span[0]):
        # «Мамы Сони Котовой»: hers is the name behind, and it stays.
        people = {}
    # «Зам. директора Петрова»: the office is the deputy's, in whatever case he stands.
    head = None if span.start in people or is_title(span[0]) else _head(span)
    case = likely_case(head) if head is not None and not _is_shortened(head) else ""
    # «Дружинникам Савенкова»: whose they are stays as it is.
    last = head.i if head is not None and is_plural(head) else span.end
    for start in (index for index in people if span.start <= index < min(span.end, last)):
        words |= nominative_person(span.doc[start : min(people[start], span.end)], case=case)
    while head is not None and head.i not in people:
        words |= _inflected(span, head)
        head = _joined_head(span, head)
    return "".join(words[token.i] + token.whitespace_ for token in span).strip(" ,")


def canonical(span: Span, abbreviations: Mapping[str, str]) -> str:
    """The full name of the party: an abbreviation resolved by the text, else by the gazetteer.

    Of «директор завода Пётр Орлов» it is the person, whatever office the text adds here or there.

    Args:
        span: a mention of a party.
        abbreviations: short to full names, as in `doc.user_data["abbreviations"]`.
    """
    name = nominative(person_in(span) or span)
    if name in abbreviations:
        return abbreviations[name]
    entry = lexicon().parties.get(name)
    return entry.name if entry else name


def person_in(span: Span) -> Span | None:
    """The person whom the last words of a mention name, without what he is; None where none does."""
    people: dict[int, int] = span.doc.user_data.get("people", {})
    if is_kin(span[0]):
        return None
    start = next((i for i in people if span.start <= i and people[i] == span.end), None)
    if start is None:
        return None
    while start < span.end - 1 and _is_office(span.doc[start]):
        start += 1
    return span.doc[start : span.end] if start > span.start else None


def _is_office(token: Token) -> bool:
    """«Крановщик Стефаняк»: a word of the dictionary for what somebody is, that is nobody's name."""
    known = [reading for reading in analyses(token.text) if reading.known]
    return bool(known) and all(
        reading.pos == "NOUN" and not reading.grammemes & _NAMES for reading in known
    )


def _head(span: Span) -> Token | None:
    """The first noun of the span, for modifiers stand in front and genitives behind."""
    for token in span:
        if is_noun(token) or head_kind(token) is not None:
            return token
        if not is_modifier(token) and token.text.isalpha() and len(token) > 3:
            return None
    return None


def _is_shortened(head: Token) -> bool:
    """«Доц. Лисова»: an office cut short has no case."""
    return head.doc[head.i + 1 : head.i + 2].text == "."


def _joined_head(span: Span, head: Token) -> Token | None:
    """The second of two joined heads: «политиками и депутатами обеих стран»."""
    place = head.i + 1
    if place + 1 >= span.end or span.doc[place].lower_ not in ("и", "или"):
        return None
    other = span.doc[place + 1]
    same = is_noun(other) and head_kind(other) == head_kind(head)
    return other if same and likely_case(other) == likely_case(head) else None


def _inflected(span: Span, head: Token) -> dict[int, str]:
    """The head and its modifiers in the nominative."""
    modifiers = [token for token in span.doc[span.start : head.i] if is_modifier(token)]
    if is_abbreviation(head.text):
        return _beside_abbreviation(modifiers, head)
    if likely_case(head) == "Nom":
        return {}
    count = next((kind for token in modifiers if (kind := count_word(token))), "")
    plural = is_plural(head)
    noun, gender = inflect_noun(head, plural=plural, count=count)
    words = {head.i: noun}
    for token in modifiers:
        if plural and feature(token, "Number") == "Sing":
            # «Российской и казахстанской сторонами»: one of each.
            words[token.i] = inflect_modifier(token, gender=gender, plural=False)
        else:
            # «Две дежурные группы»: the noun is in the singular, and what agrees is not.
            many = plural or count == "few"
            words[token.i] = inflect_modifier(token, gender=gender, plural=many, count=count)
    return words


def _beside_abbreviation(modifiers: list[Token], head: Token) -> dict[int, str]:
    """«Кедровскому РЭС», «районной ТИК»: only the modifier shows case, number and gender."""
    words = {}
    for token in modifiers:
        told = {r.features.get("Gender") for r in analyses(token.text) if r.pos == "ADJ"}
        tagged = feature(head, "Gender")
        gender = tagged if tagged in told else next((g for g in ("Masc", "Fem") if g in told), "")
        if gender and not any(
            r.features.get("Case") == "Nom" for r in analyses(token.text) if r.pos == "ADJ"
        ):
            words[token.i] = inflect_modifier(token, gender=gender, plural=False)
    return words
