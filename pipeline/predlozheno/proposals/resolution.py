"""Who is meant: the speaker of a turn, the antecedent of a pronoun, one name for one party."""

from __future__ import annotations

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import case_of, feature, low
from predlozheno.records.schema import PartySource

FIRST_PERSON = frozenset("я мы мной мною нами мне нам".split())
THIRD_PERSON = frozenset("он она они оно им ими ею ей".split())
_SENTENCES_BACK = 3
_CHAIRS = (
    "председат",
    "пред.",
    "пред)",
    "ведущ",
    "губернатор",
    "глава",
    "мэр",
    "модератор",
    "староста",
)
_MANY_SPEAKERS = 3


def speaker_of(context: Context, token: int) -> Mention | None:
    """The label of the turn that the token stands in, as a proposer."""
    block = context.blocks[context.block_index(token)]
    if not block.speaker_span:
        return None
    span = context.doc.char_span(*block.speaker_span, alignment_mode="expand")
    if span is None:
        return None
    party = next((p for p in context.parties_in(span.start, span.end) if p.label == "PER"), None)
    phrase = party or Phrase(span.start, span.end, span[0], "PER")
    if party and party.start <= span.start + 2:
        phrase = Phrase(party.start, party.end, party.head, "PER")
    return Mention(phrase, PartySource.SPEAKER)


def chair_speaks(context: Context, block: int) -> bool:
    """Whether the turn is the chair's: by the label's office, else the first to speak of several."""
    speaker = context.blocks[block].speaker
    if not speaker:
        return False
    if any(
        fold(speaker).startswith(stem) or f" {stem}" in fold(speaker) or f"({stem}" in fold(speaker)
        for stem in _CHAIRS
    ):
        return True
    speakers = [b.speaker for b in context.blocks if b.speaker]
    return speakers[0] == speaker and len(set(speakers)) >= _MANY_SPEAKERS


def resolve(context: Context, phrase: Phrase) -> Mention | None:
    """The mention that a proposer phrase stands for: itself, the speaker, or an antecedent.

    Returns:
        None where a pronoun of the third person has no antecedent: nobody is guessed.
    """
    word = low(phrase.head)
    if word in FIRST_PERSON:
        return speaker_of(context, phrase.start) or Mention(phrase)
    if word in THIRD_PERSON:
        antecedent = _antecedent(context, phrase)
        return Mention(antecedent, PartySource.CONTEXT) if antecedent else None
    return Mention(phrase)


def _antecedent(context: Context, pronoun: Phrase) -> Phrase | None:
    """The nearest party before the pronoun that agrees with it, subjects first."""
    doc = context.doc
    first = pronoun.start
    for _ in range(_SENTENCES_BACK):
        first = doc[doc[first].sent.start - 1].sent.start if doc[first].sent.start > 0 else 0
    word = low(pronoun.head)
    plural = word in ("они", "ими") or (word == "им" and case_of(pronoun.head) == "Dat")
    candidates = [p for p in context.parties_in(first, pronoun.start) if _agrees(p, word, plural)]
    own_sentence = doc[pronoun.start].sent.start
    ranked = sorted(
        candidates,
        key=lambda p: (p.start < own_sentence, case_of(p.head) == "Nom", p.start),
        reverse=True,
    )
    return ranked[0] if ranked else None


def _agrees(party: Phrase, word: str, plural: bool) -> bool:
    number, gender = feature(party.head, "Number"), feature(party.head, "Gender")
    if plural:
        return number == "Plur" or party.label == "GROUP"
    if party.label not in ("PER", "ROLE", "ORG") or number == "Plur":
        return False
    if word in ("она", "ею", "ей"):
        return gender == "Fem" or (
            party.label == "PER" and low(party.head).endswith(("а", "я", "ой"))
        )
    return gender != "Fem"
