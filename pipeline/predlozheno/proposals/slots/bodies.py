"""Which noun phrases are bodies, seen as parties or not, and how their words reach further."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, is_nominal, low
from predlozheno.resources import gazetteer

_BODY_LABELS = ("ORG", "GROUP", "ROLE", "PER")
_OBJECT_REACH = 12
# Nouns at least this long show through in a compound («инспекция»); shorter ones would anywhere.
_LONG_NOUN = 8


@cache
def cues(name: str) -> frozenset[str]:
    """The words of a list of the target cues, folded."""
    return frozenset(word.lower().replace("ё", "е") for word in gazetteer("target-cues")[name])


@cache
def _body_nouns() -> frozenset[str]:
    bodies = gazetteer("parties-bodies")
    return frozenset([*bodies["always"], *bodies["named"], *bodies["modified"]]) | cues("bodies")


def is_body(phrase: Phrase) -> bool:
    """Whether the phrase names a body: a party, or a noun for one («кафедру», «рабочую тройку»)."""
    if phrase.label == "ORG" or is_abbreviation(phrase.head.text):
        return True
    return is_body_noun(phrase.head.text)


def is_body_noun(word: str) -> bool:
    """Whether a noun names a body: «Рыбинспекция», «гидропост», the compound of a body is one, too."""
    words = lemmas(word) - cues("no_bodies")
    if words & _body_nouns() or any(lemma.endswith(_compounded()) for lemma in words):
        return True
    return any(
        lemma.removeprefix(prefix).lstrip("-") in _body_nouns()
        for lemma in words
        for prefix in cues("body_prefixes")
        if lemma.startswith(prefix)
    )


def is_named(phrase: Phrase) -> bool:
    """Whether a phrase holds a name of its own, a capital letter or a quotation inside the sentence."""
    return phrase.head.text[0].isupper() and phrase.head.i > phrase.head.sent.start


def own_body(context: Context, phrase: Phrase) -> Phrase:
    """«Комиссии» of «комиссии представителей ведомств»: a body without who is to sit in it.

    Taggers take the accusative of people for a genitive.
    """
    people = context.doc.user_data.get("people", {})
    for i in range(phrase.start + 1, phrase.end):
        counted = context.doc[i].pos_ == "NUM" and not context.doc[i].text.isdigit()
        seated = counted or i in people or lemmas(context.doc[i].text) & cues("delegates")
        if seated and i > phrase.head.i and is_body_noun(phrase.head.text):
            j = i
            while j - 1 > phrase.head.i and _describes_people(context.doc[j - 1]):
                j -= 1
            return Phrase(phrase.start, j, phrase.head, phrase.label)
    return phrase


def _describes_people(token: Token) -> bool:
    """«Двух молодых | учёных», «профессора | Мирославского»."""
    if token.pos_ in ("ADJ", "DET", "NUM"):
        return True
    named = token.i + 1 in token.doc.user_data.get("people", {})
    return named and token.pos_ == "NOUN" and can_be(token, Animacy="Anim")


@cache
def _compounded() -> tuple[str, ...]:
    return tuple(noun for noun in _body_nouns() if len(noun) >= _LONG_NOUN)


def can_act(phrase: Phrase) -> bool:
    """Whether the phrase names somebody who can carry something out."""
    if phrase.label in _BODY_LABELS or phrase.label == "LOC":
        return True
    head = phrase.head
    # «Аварийные деревья» are alive only to the tagger.
    known = any(reading.known and reading.pos == "NOUN" for reading in analyses(head.text))
    alive = feature(head, "Animacy") == "Anim" and (not known or can_be(head, Animacy="Anim"))
    # «Государства-члены», «города-побратимы»
    first = head.text.partition("-")[0]
    acting = alive or bool((lemmas(head.text) | lemmas(first)) & cues("territories"))
    return is_nominal(head) and (acting or is_body(phrase))


def objects(
    context: Context, verb: Token, end: int, *, any_noun: bool = False, behind: int | None = None
) -> list[Phrase]:
    """The body that a verb or noun of action makes or changes: its object.

    What stands between under a preposition («создать при оргкомитете группу») is passed over.
    """
    doc, action = context.doc, not (is_infinitive(verb) or verb.pos_ in ("VERB", "AUX", "ADJ"))
    cases = ("Gen",) if action else ("Acc", "Nom")
    first = i = verb.i + 1 if behind is None else behind
    while i < min(end, first + _OBJECT_REACH):
        if doc[i].pos_ == "ADP":
            phrase = context.phrase_at(i + 1) if i + 1 < end else None
            i = _behind_place(context, phrase, end) if phrase else i + 1
            # «При лиге – фонд»: the dash stands for the verb.
            i += behind is not None and i < end and doc[i].text in "–—"
            continue
        if doc[i].text in ",;:–—" or is_infinitive(doc[i]) or is_finite(doc[i]):
            return []
        phrase = context.phrase_at(i)
        if phrase is None:
            i += 1
            continue
        if phrase.head.pos_ == "PRON":
            # «Слить дублирующие друг друга отделы»
            i = phrase.end
            continue
        if _in_case(phrase, cases) and phrase.end <= end:
            return [phrase] if any_noun or is_body(phrase) else []
        if action:
            return []
        i = phrase.end
    return []


def _behind_place(context: Context, place: Phrase, end: int) -> int:
    """«В селе Кедровом | филиал», «в деревне Малые Ключи | клуб»: the name belongs to the place."""
    i = place.end
    if lemmas(place.head.text) & cues("places"):
        while i < end and context.doc[i].text.istitle():
            i += 1
    return i


def _in_case(phrase: Phrase, cases: tuple[str, ...]) -> bool:
    return any(phrase.has_case(case) for case in cases) or (
        is_body(phrase) and any(can_be(phrase.head, case=case) for case in cases)
    )


def with_ruled(context: Context, phrase: Phrase) -> Phrase:
    """«Управлению лесами», «заведующим отделениями»: an office with what it rules."""
    ruled = context.phrase_at(phrase.end) if phrase.end < len(context.doc) else None
    if ruled is None or not lemmas(phrase.head.text) & cues("ruling"):
        return phrase
    bare = phrase.head.i == phrase.end - 1 and can_be(ruled.head, case="Ins")
    return Phrase(phrase.start, ruled.end, phrase.head, phrase.label) if bare else phrase


def widened(context: Context, phrase: Phrase) -> Phrase:
    """«коллегам из Дальневосточной академии»: people together with where they are from."""
    doc = context.doc
    if phrase.label not in ("GROUP", "ROLE") or phrase.end + 1 >= len(doc):
        return phrase
    if low(doc[phrase.end]) not in ("из", "от"):
        return phrase
    origin = context.phrase_at(phrase.end + 1)
    if origin is None or not (origin.has_case("Gen") and (origin.label or is_body(origin))):
        return phrase
    if doc[phrase.end].sent.start != doc[origin.end - 1].sent.start:
        return phrase
    return Phrase(phrase.start, origin.end, phrase.head, phrase.label)


def _behind_names(context: Context, start: int, end: int) -> int:
    """«главам поселений | Заречное, Нижний Вель | организовать», «школам | № 3, 5 | сдать»."""
    doc, i = context.doc, start
    while i < end and (_names(doc[i]) or doc[i].text == "," and i > start or low(doc[i]) == "и"):
        i += 1
    people = any(p.label == "PER" for p in context.parties_in(start, i))
    return i if i < end and is_infinitive(doc[i]) and not people else start


def _names(word: Token) -> bool:
    return word.text[:1].isupper() or word.text.isdigit() or word.text in "№«»"


def behind_members(context: Context, start: int, end: int) -> int:
    """«комиссии | в составе Орловой, Титова и Цоя | подготовить»: the token behind the members.

    So with «во главе с Ярцевым».
    """
    doc, i = context.doc, start + 2
    if [low(t) for t in doc[start : min(i + 1, end)]] == ["во", "главе", "с"]:
        head = context.phrase_at(i + 1) if i + 1 < end else None
        return head.end if head is not None and head.end <= end else start
    if [low(t) for t in doc[start : min(i, end)]] != ["в", "составе"]:
        return _behind_names(context, start, end)
    while i < end:
        phrase = context.phrase_at(i)
        if phrase is not None and phrase.label and phrase.end <= end:
            i = phrase.end
        elif doc[i].text in ",:" or low(doc[i]) == "и":
            i += 1
        else:
            break
    return i
