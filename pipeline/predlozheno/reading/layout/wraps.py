"""Decides for every two lines whether the second goes on the first or begins a block of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from predlozheno.reading.dictionary import has_verb, is_infinitive
from predlozheno.reading.layout.glue import GLUED
from predlozheno.reading.layout.hyphens import Hyphens
from predlozheno.reading.layout.labelled import is_label, label_lines, nick_lines
from predlozheno.reading.layout.lines import Line
from predlozheno.reading.layout.messages import LEAST_MESSAGES, is_stamped
from predlozheno.reading.marks.markers import Marker, marker_of
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.marks.speakers import speaker_of
from predlozheno.reading.marks.stages import stage_of

# "close" puts the lines together as they are, "unhyphen" without the hyphen between them.
Join = Literal["break", "space", "close", "unhyphen"]

# Below this a line of a text that is not wrapped was ended on purpose.
_SHORTEST_WRAP = 40
_TERMINAL = re.compile(r"[.!?…;:][)\]»”\"]*$")
_DASHES = "-–—"
_WIDE_GAP = re.compile(r"\S(?: {5,}|\t)\s*\S")
_FIRST_WORD = re.compile(r"\S+")
# «спикер 2: …», which transcripts write small.
_NUMBERED = re.compile(r"[а-яё]+[\s_]?\d{1,2}\s?:\s")
_HYPHENED = re.compile(r"\w[-‐‑]$")
# What no line ends in on purpose.
_HANGING = re.compile(
    r"(?:^|\s)(?:и|или|об?|в|во|на|по|для|с|со|от|к|ко|при|из|за|до|под|между|через|без)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:О|ОБ|ПО)\s")
_LEAST_HEADING = 20
_LONGEST_TITLE = 100


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text is laid out.

    Attributes:
        width: the column at which its lines are wrapped; None where they are not.
        spaced: whether an empty line after every line is mere line spacing.
        capitals: whether lines that begin with a small letter are exceptions, so that they go on.
        stamped: whether several lines are messages behind time stamps.
        labels: where the lines begin that hold a label of a message, and nothing said.
        nicks: where the lines begin that a nick opens, which comes again («gosha_m: ок»).
    """

    width: int | None
    spaced: bool
    capitals: bool
    stamped: bool = False
    labels: frozenset[int] = frozenset()
    nicks: frozenset[int] = frozenset()


def habits_of(text: str, lines: list[Line]) -> Habits:
    """Read from all pairs of neighbouring lines of which one must go on the other."""
    messages = [line for line in lines if is_stamped(text, line.start)]
    # «Спикер 1 00:04», and what was said on the lines below: nothing is broken there.
    labels, nicks = label_lines(text, lines, messages), nick_lines(text, lines)
    edge = median([line.edge for line in lines] or [0])
    pairs = [pair for pair in pairwise(lines) if pair[0].start not in labels]
    single = [pair for pair in pairs if pair[1].gap == 1]
    tight = sum(below.gap == 0 for below in lines[1:])
    going_on = [pair for pair in single if pair[0].edge >= 0.7 * edge and _goes_on(text, *pair)]
    # One broken sentence is enough where there are hardly any lines without an empty one between.
    least = max(1 if tight * 10 <= len(lines) else 3, 0.25 * len(single))
    spaced = len(going_on) >= least
    ending = [
        above for above, below in pairs if below.gap <= spaced and _goes_on(text, above, below)
    ]
    # Where many lines hold two speeches glued together, their ends are no longer columns.
    usual = int(median([line.edge for line in ending] or [0]))
    edges = sorted(_edge(text, line, usual) for line in ending)
    small = sum(text[line.start].islower() for line in lines)
    stamped = len(messages) >= LEAST_MESSAGES
    if not edges:
        return Habits(None, spaced, True, stamped, labels, nicks)
    width = edges[min(len(edges) - 1, int(0.9 * len(edges)))]
    full = sum(edge >= 0.7 * width for edge in edges)
    longer = sum(_edge(text, line, width) > 1.15 * width for line in lines)
    wrapped = full >= 0.6 * len(edges) and longer <= 0.15 * len(lines) and width <= 200
    capitals = wrapped or small <= 0.7 * len(lines)
    return Habits(width if wrapped else None, spaced, capitals, stamped, labels, nicks)


def _goes_on(text: str, above: Line, below: Line) -> bool:
    """Whether `below` surely is in the middle of a sentence that `above` began."""
    if above.looks != "text" or below.looks != "text":
        return False
    return (
        text[below.start].islower()
        and (text[above.end - 1].isalnum() or text[above.end - 1] in ",-‐" or above.soft)
        and marker_of(text[below.start : min(below.end, below.start + 12)]) is None
    )


def _edge(text: str, line: Line, width: int) -> int:
    """The column where the line ends, counted from the last speech glued into it."""
    if line.edge <= 1.1 * width:
        return line.edge
    glued = [match.end() for match in GLUED.finditer(text, line.start, line.end)]
    return line.edge - (glued[-1] - line.start if glued else 0)


def _is_bare_question(line: str) -> bool:
    """«Вопрос 2.», whose title stands on the next line."""
    question = question_of(line)
    return question is not None and question.end >= len(line)


class Joiner:
    """Goes through the lines and keeps in mind which list it is in.

    Args:
        text: the cleaned text.
        habits: of that text.
    """

    def __init__(self, text: str, habits: Habits) -> None:
        self._text = text
        self._habits = habits
        self._hyphens = Hyphens(text)
        self._last_marker: Marker | None = None
        self._begun = False

    def join(self, above: Line, below: Line) -> Join:
        """How `below` follows `above`."""
        upper, lower = self._text[above.start : above.end], self._text[below.start : below.end]
        if not self._begun:
            self._begun, self._last_marker = True, marker_of(upper)
        result = self._decide(above, below, upper, lower)
        if result == "break":
            self._remember(marker_of(lower))
        return result

    def _remember(self, marker: Marker | None) -> None:
        """A paragraph ends a list of dashes; numbers may count on behind it."""
        last = self._last_marker
        if marker is not None or (last is not None and last.number is None):
            self._last_marker = marker

    def _decide(self, above: Line, below: Line, upper: str, lower: str) -> Join:
        if above.looks != "text" or below.looks != "text":
            return "break"
        if self._parts_messages(above, below):
            return "break"
        near = below.gap <= self._habits.spaced or below.after_furniture
        if near and above.soft and lower[0].isalpha():
            return "close"
        if near and _HYPHENED.search(upper) and lower[0].isalnum() and lower[0] not in "–—":
            return "close" if self._hyphens.stays(upper, lower) else "unhyphen"
        terminal = _TERMINAL.search(upper) is not None
        if _WIDE_GAP.search(upper) or _WIDE_GAP.search(lower) and not marker_of(lower):
            return "break"
        if not near and (terminal or not self._cut_short(above, lower)):
            return "break"
        titled = below.gap <= 1 and _is_bare_question(upper) and not has_verb(lower)
        if (titled or near and not terminal) and self._hangs(upper, lower):
            return "space"
        forced = self._forced(above, lower, slack=0.93 if terminal else 0.8)
        if self._begins_block(lower, terminal=terminal, forced=forced):
            return "break"
        if upper.isupper() != lower.isupper() and (upper.isupper() or terminal or not forced):
            return "break"
        return "space" if self._flows(above, below, upper, lower, terminal, forced) else "break"

    def _hangs(self, upper: str, lower: str) -> bool:
        """Whether a heading goes on, however short its line: «I. О СОСТОЯНИИ АВТОБУСОВ | К ЗИМЕ».

        So does every line that ends in a preposition.
        """
        hanging, question = _HANGING.search(upper) is not None, _is_bare_question(upper)
        shouted = upper.isupper() and lower.isupper() and len(upper) >= _LEAST_HEADING
        # Few lines are any of this, and to look for a speaker takes long.
        if not (hanging or question or shouted):
            return False
        if marker_of(lower) or stage_of(lower) or speaker_of(lower):
            return False
        if hanging:
            return lower[0].isalpha() or lower[0] in "«"
        if question:
            return lower[0].isupper() and len(lower) <= _LONGEST_TITLE
        marker = marker_of(upper)
        about = _ABOUT.match(upper, marker.end if marker else 0)
        return shouted and about is not None and _ABOUT.match(lower) is None

    def _parts_messages(self, above: Line, below: Line) -> bool:
        """Whether a message of a chat or a turn of recognised speech begins or is labelled here."""
        if above.start in self._habits.labels or below.start in self._habits.labels:
            return True
        if below.start in self._habits.nicks:
            return True
        if is_stamped(self._text, below.start):
            return self._habits.stamped or self._text[below.start] == "["
        return self._habits.stamped and self._habits.width is None

    def _flows(
        self, above: Line, below: Line, upper: str, lower: str, terminal: bool, forced: bool
    ) -> bool:
        width = self._habits.width
        if not terminal and (lower[0].islower() or lower[0] in "(,-–—"):
            least = 0.5 * width if width else _SHORTEST_WRAP
            return forced or above.edge >= least and self._habits.capitals
        if width is None or not forced:
            return False
        if terminal and below.indent > above.indent + 1 and self._last_marker is None:
            return False
        if _acts(lower) and (upper.endswith(":") or terminal and _acts(upper)):
            # «Комиссия предлагает:», then «Обновить экспозицию.», «Создать совет.»: a list.
            return False
        return not (upper.endswith(":") and is_label(upper))

    def _cut_short(self, above: Line, lower: str) -> bool:
        """Whether the line above cannot end a paragraph, whatever empty lines are behind it."""
        width = self._habits.width
        return bool(width) and lower[0].islower() and above.edge >= 0.7 * (width or 0)

    def _forced(self, above: Line, lower: str, *, slack: float) -> bool:
        """Whether the first word of the lower line would not have fitted on the upper one."""
        width = self._habits.width
        if width is None:
            return False
        edge = _edge(self._text, above, width)
        word = _FIRST_WORD.match(lower)
        return edge + 1 + (len(word.group()) if word else 0) > slack * width

    def _begins_block(self, lower: str, *, terminal: bool, forced: bool) -> bool:
        flowing = forced and not terminal
        if marker := marker_of(lower):
            # In wrapped prose a dash often comes first: «просил изменить срок | - прекратить …».
            if marker.text in _DASHES and not terminal and self._habits.width is not None:
                return self._continues_list(marker)
            return not flowing or self._continues_list(marker) or lower[marker.end :][:1].isupper()
        if stage := stage_of(lower):
            return not flowing or lower[stage.start : stage.end].isupper()
        numbered = _NUMBERED.match(lower) is not None
        if not numbered and (flowing or not (lower[0].isupper() or lower[0] in "[(@0123456789")):
            return False
        speaker = speaker_of(lower)
        if speaker is None or speaker.sure:
            return speaker is not None
        # «Истомина Г.П. Уважаемые депутаты!» behind a full stop: a name with initials, then a sentence.
        name, behind = lower[speaker.name_start : speaker.name_end], lower[speaker.body :]
        return terminal and "." in name and behind[:1].isupper()

    def _continues_list(self, marker: Marker) -> bool:
        last = self._last_marker
        if last is None or last.style != marker.style:
            return False
        if marker.number is None or last.number is None:
            return marker.text == last.text
        if marker.number.isdigit() and last.number.isdigit():
            return int(marker.number) == int(last.number) + 1
        return len(marker.number) > 1 or ord(marker.number[0]) == ord(last.number[0]) + 1


def _acts(line: str) -> bool:
    """Whether a line begins with an infinitive and a capital letter."""
    word = _FIRST_WORD.match(line)
    return line[:1].isupper() and word is not None and is_infinitive(word.group())
