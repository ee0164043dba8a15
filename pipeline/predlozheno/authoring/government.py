"""In which forms the words of an example sentence have what is wanted and whom they ask."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from predlozheno.authoring.words import TriggerWords
from predlozheno.proposals.frames import CASES
from predlozheno.proposals.grammar import CASE_NAMES, case_of, is_infinitive, is_nominal, low

_NAME_OF = {ud: name for name, ud in CASE_NAMES.items()}
_CLAUSES = {":": "colon", "чтобы": "чтобы", "что": "что", "«": "quotation", '"': "quotation"}
# Prepositions as the frames write them: without the vowel that only eases speech.
_PLAIN = {"об": "о", "обо": "о", "ко": "к", "во": "в", "со": "с", "передо": "перед"}
_CONTENT_PREPOSITIONS = frozenset("о за против на по к в".split())
_ASKED_PREPOSITIONS = frozenset("к у от перед".split())
_PARTY_LABELS = frozenset(["PER", "ORG", "ROLE", "GROUP"])


def form_of(doc: Doc, start: int, end: int, words: TriggerWords) -> str | None:
    """The form in which marked words stand: «infinitive», «dative», «о + locative» …, or None.

    Args:
        doc: the sentence.
        start: first token of the marked words; a preposition may stand in or before them.
        end: behind the last of them.
        words: the trigger; with a passive the nominative is told as the accusative it comes from.
    """
    before = doc[start - 1] if start else None
    for opening in (doc[start], before):
        if opening is not None and (clause := _CLAUSES.get(low(opening))):
            return clause
    if is_infinitive(doc[start]) or (low(doc[start]) == "не" and is_infinitive(doc[start + 1])):
        return "infinitive"
    preposition = _preposition(doc, start)
    head = next((t for t in doc[start:end] if is_nominal(t)), None)
    if head is None or not (case := _NAME_OF.get(case_of(head))):
        inner = next((t for t in doc[start:end] if is_infinitive(t)), None)
        return "infinitive" if inner is not None and preposition is None else None
    if preposition:
        return f"{preposition} + {case}"
    return "accusative" if case == "nominative" and not words.nouns else case


def guessed_government(doc: Doc, words: TriggerWords) -> dict[str, list[str]]:
    """For addressee and content the form that the sentence shows, by what follows the trigger."""
    governs: dict[str, list[str]] = {}
    addressee = next(_addressees(doc, words), None)
    if addressee:
        governs["addressee"] = [addressee]
    content = next(_contents(doc, words), None)
    if content:
        governs["content"] = [content]
    return governs


def _contents(doc: Doc, words: TriggerWords) -> Iterator[str]:
    for token in doc[words.end :]:
        if clause := _CLAUSES.get(low(token)):
            yield clause
        elif is_infinitive(token):
            yield "infinitive"
        elif is_nominal(token):
            preposition, case = _preposition(doc, token.i), _NAME_OF.get(case_of(token), "")
            if preposition in _CONTENT_PREPOSITIONS and case and not _asked(doc, token):
                yield f"{preposition} + {case}"
            elif not preposition and case in _objects(words) and not _is_genitive_complement(token):
                yield case
    # «Было предложено X», «X лоббируется»: the subject of a passive is its verb's object.
    if not words.nouns and any(case_of(t) == "Nom" and is_nominal(t) for t in doc[words.end :]):
        yield "accusative"


def _objects(words: TriggerWords) -> tuple[str, ...]:
    return ("genitive",) if words.nouns else ("accusative",)


def _is_genitive_complement(token: Token) -> bool:
    return case_of(token) == "Gen" and token.head.pos_ == "NOUN" and token.head.i < token.i - 1


def _addressees(doc: Doc, words: TriggerWords) -> Iterator[str]:
    """Forms of the parties behind the trigger and before what is wanted."""
    for token in doc[words.end :]:
        if low(token) in _CLAUSES or is_infinitive(token):
            return
        if _asked(doc, token):
            preposition, case = _preposition(doc, token.i), _NAME_OF[case_of(token)]
            yield f"{preposition} + {case}" if preposition else case


def _asked(doc: Doc, token: Token) -> bool:
    """Whether the token heads a party in the dative, or behind a preposition that asks somebody."""
    if not is_nominal(token) or case_of(token) not in _NAME_OF:
        return False
    party = any(
        span.start <= token.i < span.end and span.label_ in _PARTY_LABELS
        for span in doc.spans.get("parties", [])
    )
    preposition = _preposition(doc, token.i)
    if preposition is None:
        return party and case_of(token) == "Dat"
    return party and preposition in _ASKED_PREPOSITIONS


def _preposition(doc: Doc, start: int) -> str | None:
    """The preposition that the words from `start` stand with, past adjectives in front of them."""
    for token in reversed(doc[max(0, start - 3) : start + 1]):
        if token.pos_ == "ADP":
            return _PLAIN.get(low(token), low(token))
        if token.i != start and token.pos_ not in ("ADJ", "DET", "NUM"):
            return None
    return None


assert set(_NAME_OF.values()) == set(CASES)
