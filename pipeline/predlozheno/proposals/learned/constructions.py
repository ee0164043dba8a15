"""Where a content may begin and end, whatever the frames say: spans by construction, generously."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from predlozheno.proposals.borders import right_border
from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import TokenSpan, skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import trim, trim_whole
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.columns import Columns
from predlozheno.proposals.lexicon import Form
from predlozheno.proposals.slots.coordination import split_actions

_CONJUNCTIONS = frozenset("чтобы чтоб что".split())
_NOMINAL_PREPOSITIONS = frozenset("о об обо за на против по в к от".split())
_CLAUSE_OPENINGS = frozenset(
    "а но и чтобы чтоб что который которая которое которые если когда поскольку иначе потому так хотя"
    " где куда причем ведь однако или".split()
)
_STOPS = frozenset("– — . ! ? … :".split())
_RESUMING = frozenset(
    "я мы он она они вы ты там кто тогда у ну это потому иначе вот так все тут а пусть".split()
)
_UNMARKED_ENDS = 2
_SHORT = 2
# Beyond this the words before an infinitive are not its own.
_LEFT_REACH = 12
_LONGEST = 90

Start = tuple[int, str, str]


class Spans:
    """The spans of one sentence that could be a content, each with the construction that suggests it."""

    def __init__(self, context: Context, columns: Columns, frame: Frame) -> None:
        self._context = context
        self._columns = columns
        self._frame = frame
        self._form = Form(frame, "verbs", "", "infinitive", frozenset())
        self._ends: dict[int, tuple[int, int]] = {}
        self._spans: dict[tuple[int, str], list[tuple[TokenSpan, str]]] = {}

    def of(self, sentence: Span, triggers: set[int]) -> Iterator[tuple[TokenSpan, str]]:
        """All spans of a sentence; the same one may come from several constructions.

        Args:
            sentence: without list marker and labels.
            triggers: ends of the trigger words in it, behind which a content may begin.
        """
        self._ends.clear()
        self._spans.clear()
        for start, name, form in self._starts(sentence, triggers):
            # A word behind a comma that is a verb begins the same spans twice.
            if (start, form) not in self._spans:
                self._spans[start, form] = list(self._from(start, sentence, form))
            for span, suffix in self._spans[start, form]:
                yield span, name + suffix
        yield from self._left_of(sentence, triggers)
        yield from self._bracketed(sentence)

    def _starts(self, sentence: Span, triggers: set[int]) -> Iterator[Start]:
        words, first, end = self._columns, sentence.start, sentence.end
        yield first, "whole", "items"
        skipped = skip_left(self._context, first, end).position
        if first < skipped < end:
            yield skipped, "whole", "items"
        for i in range(first, end):
            if words.infinitive(i):
                yield i, "infinitive", "infinitive"
                left = self._left(i, first, triggers)
                if left < i:
                    yield left, "clause", "infinitive"
                after_dative = self._after_dative(left, i)
                if left < after_dative < i:
                    yield after_dative, "clause", "infinitive"
            elif words.mood[i] == "Imp":
                yield i, "imperative", "items"
            elif words.finite(i) and words.tense[i] in ("Fut", "Pres"):
                yield i, "finite", "items"
            elif words.action(i) and i > first and self._opens_phrase(i) is not None:
                yield self._opens_phrase(i) or i, "action", "nominal"
            if i > first:
                yield from self._behind(i, sentence, triggers)

    def _behind(self, i: int, sentence: Span, triggers: set[int]) -> Iterator[Start]:
        """Starts behind a conjunction, a colon, a dash, a preposition or a trigger."""
        words = self._columns
        word = words.low[i - 1]
        if word in _CONJUNCTIONS:
            yield i, word, "чтобы"
        elif word == ":":
            yield i, "colon", "colon"
            skipped = skip_left(self._context, i, sentence.end).position
            if i < skipped < sentence.end:
                yield skipped, "colon", "colon"
        elif word in ("–", "—", "-"):
            yield i, "dash", "items"
        elif word in _NOMINAL_PREPOSITIONS and (
            words.action(i) or (i - 1) in triggers or words.case[i]
        ):
            if (
                any(words.action(k) for k in range(i, min(i + 4, sentence.end)))
                or i - 1 in triggers
            ):
                yield i, f"preposition_{word}", "nominal"
        elif word == ";":
            yield i, "part", "items"
        elif word in (",", ".", "!", "?", "…") and not self._abbreviates(i - 1):
            yield i, "comma", "items"
        if i in triggers:
            skipped = skip_left(self._context, i, sentence.end).position
            if skipped < sentence.end:
                yield skipped, "trigger", "nominal"

    def _left(self, infinitive: int, first: int, triggers: set[int]) -> int:
        """Where an infinitive's clause begins: behind a verb, a trigger, a comma or a conjunction."""
        words = self._columns
        i = infinitive
        while i > first and infinitive - i < _LEFT_REACH:
            word = words.low[i - 1]
            if (
                i in triggers
                or not words.word[i - 1]
                and word not in '«»"%№/-'
                or word in _CLAUSE_OPENINGS
            ):
                break
            if words.finite(i - 1) or words.infinitive(i - 1):
                break
            i -= 1
        return i

    def _after_dative(self, start: int, end: int) -> int:
        phrase = self._context.phrase_at(start)
        if phrase and phrase.end < end and phrase.has_case("Dat"):
            return phrase.end
        return start

    def _opens_phrase(self, i: int) -> int | None:
        """Start of the phrase of a noun of action that stands right behind a verb or a preposition."""
        words = self._columns
        k = i
        while k > 0 and words.pos[k - 1] in ("ADJ", "DET", "NUM"):
            k -= 1
        if k and (words.pos[k - 1] in ("VERB", "ADP", "NOUN") or not words.word[k - 1]):
            return k if words.case[i] in ("Acc", "Nom", "Gen", "Loc", "") else None
        return None

    def _from(self, start: int, sentence: Span, form: str) -> Iterator[tuple[TokenSpan, str]]:
        """The spans that begin at `start`: to the end, to the clause's border, and action by action."""
        context = self._context
        if start not in self._ends:
            self._ends[start] = self._right_ends(start, sentence)
        stop, last = self._ends[start]
        seen = set()
        for end, suffix in ((stop, ""), (last, "+all"), *self._inner_ends(start, last, form)):
            span = trim_whole(context.doc, start, end)
            if span[0] < span[1] <= span[0] + _LONGEST and span not in seen:
                seen.add(span)
                yield span, suffix
        for span in split_actions(context, start, max(stop, start + 1), form):
            if span not in seen:
                yield span, "+part"

    def _right_ends(self, start: int, sentence: Span) -> tuple[int, int]:
        """Where the clause ends that begins at `start`, without its purpose; and where its part does."""
        last = self._part_end(start, sentence)
        border = right_border(self._pseudo_hit(start), sentence, [])
        return skip_right(self._context, start, min(border, last))[0], last

    def _part_end(self, start: int, sentence: Span) -> int:
        words = self._columns
        return next(
            (i for i in range(start + 1, sentence.end) if words.low[i] == ";"), sentence.end
        )

    def _inner_ends(self, start: int, last: int, form: str) -> Iterator[tuple[int, str]]:
        """Where another clause may begin inside: at the first stop, comma, colon, or without a sign."""
        words, comma, unmarked = self._columns, False, 0
        for i in range(start + 1, last - 1):
            word, following = words.low[i], words.low[i + 1]
            if word in _STOPS and i > start + 1 and not self._abbreviates(i):
                yield i, "+stop"
                return
            if word == "," and i > start + 1 and (not comma or following in _CLAUSE_OPENINGS):
                clause = (
                    following in _CLAUSE_OPENINGS
                    or words.form[i + 1] == "Conv"
                    or words.finite(i + 1)
                )
                yield i, "+clause" if clause else "+comma"
                if comma or clause:
                    return
                comma = True
            if (
                form in ("infinitive", "items")
                and unmarked < _UNMARKED_ENDS
                and self._resumes(i, last)
            ):
                unmarked += 1
                yield i, "+unmarked"

    def _abbreviates(self, i: int) -> bool:
        """A dot behind initials or a short word («Тулаевой С.П.», «ст.») ends nothing."""
        words = self._columns
        if words.low[i] != ".":
            return False
        short = len(words.low[i - 1]) <= _SHORT and words.low[i - 1].isalpha()
        return short or self._context.splits_party(i)

    def _resumes(self, i: int, last: int) -> bool:
        """Whether a clause begins at a word with no sign before it, as in transcripts by machine."""
        words = self._columns
        if (
            not words.word[i - 1]
            or words.low[i - 1] in _CLAUSE_OPENINGS
            or words.pos[i - 1] == "ADP"
        ):
            return False
        if words.low[i] in _RESUMING:
            return True
        subject = words.case[i] == "Nom" and words.pos[i] in ("NOUN", "PROPN", "PRON")
        return subject and any(words.finite(k) for k in range(i + 1, min(i + 4, last)))

    def _left_of(self, sentence: Span, triggers: set[int]) -> Iterator[tuple[TokenSpan, str]]:
        """Contents before their trigger."""
        words = self._columns
        for position in sorted(triggers):
            i = position - 1
            while i > sentence.start and (words.word[i] and words.finite(i)):
                i -= 1
            begin = (
                skip_left(self._context, sentence.start, i).position if i > sentence.start else i
            )
            span = trim_whole(self._context.doc, begin, i)
            if span[1] - span[0] >= 2:
                yield span, "before"

    def _bracketed(self, sentence: Span) -> Iterator[tuple[TokenSpan, str]]:
        words, opening = self._columns, None
        for i in range(sentence.start, sentence.end):
            if words.low[i] in ("(", "«"):
                opening = i
            elif words.low[i] in (")", "»") and opening is not None:
                if i - opening > 3:
                    yield (opening + 1, i), "bracketed"
                    if opening > sentence.start + 2 and words.low[i] == ")":
                        yield trim(self._context.doc, sentence.start, opening), "unbracketed"
                opening = None

    def _pseudo_hit(self, position: int) -> Hit:
        return Hit(self._frame, "item", position, position, position, self._form)
