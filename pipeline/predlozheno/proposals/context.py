"""One document as the slots see it: its Doc with parties and noun phrases found by their first token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import forms, is_abbreviation, name_forms
from predlozheno.language.morphology import can_be
from predlozheno.language.names import person_in
from predlozheno.language.people import is_kin, is_title
from predlozheno.language.phrases import noun_phrase, running_chunks
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_nominal, low
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.reading.document import Block, Segments

_OWNERS = frozenset("его ее их".split())


@dataclass(slots=True)
class Phrase:
    """A noun phrase or a party mention: token span, head noun, and whether a party was seen in it."""

    start: int
    end: int
    head: Token
    label: str = ""

    def has_case(self, case: str) -> bool:
        """Whether the head stands in the UD case, by tagger and dictionary together."""
        # «Прораба Жиганова»: an office in front of a name has its case by the dictionary.
        office = self.head.text.islower() and self.end - self.start > 1
        if self.label == "PER" and self.head.text.isalpha() and not office:
            return self._name_has_case(case)
        likely = case_of(self.head)
        if likely == case:
            return True
        possible = {form.case for form in forms(self.head)}
        if possible and case not in possible:
            return False
        return not likely or (self._unsure and can_be(self.head, case=case))

    def _name_has_case(self, case: str) -> bool:
        """A surname: the dictionary takes many for other words, so the tagger's word counts first."""
        tagged = feature(self.head, "Case")
        if tagged == case:
            return True
        possible = {form.case for form in name_forms(self.head)}
        # «Зуевой» is four cases at once, and the tagger mostly guesses the genitive.
        return case in possible and (tagged not in possible or case == "Dat")

    @property
    def _unsure(self) -> bool:
        """Names and abbreviations are where the tagger errs on case."""
        return self.head.pos_ == "PROPN" or is_abbreviation(self.head.text)


@dataclass
class Context:
    """A document under extraction."""

    doc: Doc
    lexicon: Lexicon
    segments: Segments
    _chunks: dict[int, _Chunks] = field(default_factory=dict)
    _phrases: dict[int, Phrase | None] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the document."""
        return self.segments.blocks

    def block_index(self, token: int) -> int:
        """Index of the block that holds the token."""
        index: int = self.doc.user_data["blocks"][token]
        return index

    @cached_property
    def parties(self) -> list[Phrase]:
        """All party mentions in the order of the text."""
        spans = self.doc.spans.get("parties", [])
        found = [self._with_kin(Phrase(s.start, s.end, head_of(s), s.label_)) for s in spans]
        return sorted(found, key=lambda phrase: (phrase.start, -phrase.end))

    def _with_kin(self, phrase: Phrase) -> Phrase:
        """«Мама Сони» is not Sonya."""
        before = self.doc[phrase.start - 1] if phrase.start else None
        if phrase.label != "PER" or before is None or not can_be(phrase.head, case="Gen"):
            return phrase
        if is_kin(before) and before.sent == phrase.head.sent:
            return Phrase(before.i, phrase.end, before, "PER")
        return phrase

    @cached_property
    def _sentences(self) -> list[int]:
        """Where each sentence begins: to ask a token for its sentence walks through it."""
        return [sentence.start for sentence in self.doc.sents]

    @cached_property
    def _starts(self) -> list[int]:
        return [phrase.start for phrase in self.parties]

    @cached_property
    def _party_starts(self) -> dict[int, Phrase]:
        starts: dict[int, Phrase] = {}
        for phrase in self.parties:
            starts.setdefault(phrase.start, phrase)
        return starts

    @cached_property
    def _party_insides(self) -> frozenset[int]:
        return frozenset(i for p in self.parties for i in range(p.start + 1, p.end))

    def opens_party(self, token: int) -> bool:
        """Whether a party mention begins at the token."""
        return token in self._party_starts

    def splits_party(self, token: int) -> bool:
        """Whether a party mention that began before the token goes on through it."""
        return token in self._party_insides

    def parties_in(self, start: int, end: int) -> list[Phrase]:
        """The party mentions that lie inside the token span."""
        parties, starts = self.parties, self._starts
        near = range(bisect_left(starts, start), bisect_left(starts, end))
        return [parties[i] for i in near if parties[i].end <= end]

    def phrase_at(self, token: int) -> Phrase | None:
        """The party or noun phrase that begins at the token; the party wins where it is as long.

        None also behind the last token: a text may end where a phrase should begin («обратиться с»).
        """
        # A token is asked about three times and more.
        if token not in self._phrases:
            self._phrases[token] = self._phrase_at(token)
        return self._phrases[token]

    def _phrase_at(self, token: int) -> Phrase | None:
        if token >= len(self.doc):
            return None
        if titled := self._titled(token):
            return titled
        party = self._party_starts.get(token)
        chunk = self._chunk_at(token)
        if party and chunk and chunk.end > party.end and chunk.head.i == party.head.i:
            if (name := self._name_across(chunk)) and name.start == party.end:
                # «Пятое заседание | Стороны согласились провести …»
                return party
            return Phrase(chunk.start, chunk.end, party.head, party.label)
        if chunk and not party and (name := self._name_across(chunk)):
            return Phrase(token, name.start, head_of(self.doc[token : name.start]))
        return party or chunk or self._inside(token)

    def _titled(self, token: int) -> Phrase | None:
        """«акад. Турбина В.К.»: the title is no phrase of its own, and belongs to the name."""
        start = token
        while start + 2 < len(self.doc) and is_title(self.doc[start]):
            start += 2
        party = self._party_starts.get(start) if start > token else None
        return Phrase(token, party.end, party.head, party.label) if party else None

    def _name_across(self, chunk: Phrase) -> Phrase | None:
        """The party that begins in a phrase and is no part of it.

        A name that goes on behind it («химик Зотова» of «Зотова М.М.»), the subject of a verb right
        behind it («В заключение стороны обратились …»).
        """
        for start in range(chunk.start + 1, chunk.end):
            name = self._party_starts.get(start)
            numbered = self.doc[chunk.start].text.isdigit() and start == chunk.start + 1
            if name and name.label == "PER" and (name.end > chunk.end or numbered):
                # Also «уч. 77 Шилов»: the number is that of a house or a plot.
                return name
            sides = name and name.label == "GROUP" and name.end == chunk.end and low(name.head)
            if sides == "стороны" and chunk.end < len(self.doc) and is_finite(self.doc[chunk.end]):
                return name
        return None

    def _inside(self, token: int) -> Phrase | None:
        """The rest of a longer phrase: «реализации плана» of «целях реализации плана»."""
        if not (is_nominal(self.doc[token]) or self.doc[token].pos_ in ("ADJ", "DET", "NUM")):
            return None
        span = noun_phrase(self.doc[token])
        if not span.start <= token < span.end:
            return None
        return Phrase(token, span.end, head_of(self.doc[token : span.end]))

    def phrases_in(self, start: int, end: int) -> list[Phrase]:
        """Parties and noun phrases inside the token span, in order, none inside another."""
        found, i = [], start
        while i < end:
            phrase = self.phrase_at(i)
            if phrase and phrase.end <= end:
                found.append(phrase)
                i = phrase.end
            else:
                i += 1
        return found

    def _chunk_at(self, token: int) -> Phrase | None:
        sentences = self._sentences
        number = bisect_right(sentences, token)
        if number not in self._chunks:
            end = sentences[number] if number < len(sentences) else len(self.doc)
            self._chunks[number] = _Chunks(running_chunks(self.doc, sentences[number - 1], end))
        return self._chunks[number].at(token)


class _Chunks:
    """The noun phrases of one sentence, read no further than somebody asks: most nobody asks for."""

    def __init__(self, coming: Iterator[Span]) -> None:
        self._coming = coming
        self._known: dict[int, Span] = {}
        self._read = -1

    def at(self, token: int) -> Phrase | None:
        """The phrase that begins at the token."""
        while self._read < token and (chunk := next(self._coming, None)) is not None:
            self._known[chunk.start] = chunk
            self._read = chunk.start
        found = self._known.get(token)
        return Phrase(found.start, found.end, head_of(found)) if found is not None else None


def head_of(span: Span) -> Token:
    """The head noun of a phrase: its first noun, since what agrees with it stands before it in Russian.

    Of a name the surname counts: an initial has no case. «Её представитель» is no «её».
    """
    if is_title(span[0]) and (person := person_in(span)) is not None:
        # «Зам. директора Петрова»
        span = person
    owned = len(span) > 1 and span[0].lower_.replace("ё", "е") in _OWNERS
    for token in span[1:] if owned else span:
        shortened = token.i + 1 < span.end and span.doc[token.i + 1].text == "."
        if (
            is_nominal(token)
            and not shortened
            and (len(token) > 1 or token.pos_ == "PRON" or len(span) == 1)
        ):
            return token
    return span[0]
