"""Where the lines begin that hold the label of a message or a turn, so that nothing is broken there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from predlozheno.reading.layout.lines import Line
from predlozheno.reading.marks.labels import unmarked
from predlozheno.reading.marks.messages import name_alone
from predlozheno.reading.marks.speakers import speaker_of
from predlozheno.reading.marks.stages import stage_of
from predlozheno.reading.marks.stamps import is_stamp
from predlozheno.reading.marks.standing import standing_labels

_NICK = re.compile(r"(?P<nick>@?[A-Za-z][\w.-]*)\s?:[ \t]")


def label_lines(text: str, lines: list[Line], messages: list[Line]) -> frozenset[int]:
    """Where the lines begin that hold a label and nothing said.

    Args:
        text: the cleaned text.
        lines: its lines.
        messages: those of them that begin with a time stamp.
    """
    found = {line.start for line in messages if is_label(text[line.start : line.end])}
    return frozenset(found | {*_names_and_times(text, lines)} | {*_standing(text, lines)})


def nick_lines(text: str, lines: list[Line]) -> frozenset[int]:
    """Where «kotik_77: давайте» begins, and «kotik_77: ок» among other nicks of the kind.

    So does «спикер 2 я за» among other numbered voices.
    """
    starts: set[int] = set()
    for pattern in (_NICK, unmarked()):
        found = {line.start: m[1] for line in lines if (m := pattern.match(text, line.start))}
        seen = Counter(found.values())
        starts |= set(found) if len(seen) > 1 and max(seen.values()) > 1 else set()
    return frozenset(starts)


def is_label(line: str) -> bool:
    """Whether a line holds the label of a stage or of a speaker, and nothing behind it."""
    stage = stage_of(line)
    if stage is not None and stage.body >= len(line):
        return True
    speaker = speaker_of(line)
    return speaker is not None and speaker.body >= len(line)


def _names_and_times(text: str, lines: list[Line]) -> Iterator[int]:
    """«Зоя Лагутина», and «0:41» on the next line: both."""
    for above, below in pairwise(lines):
        if is_stamp(text[below.start : below.end]) and name_alone(text[above.start : above.end]):
            yield from (above.start, below.start)


def _standing(text: str, lines: list[Line]) -> Iterator[int]:
    """«ВЕДУЩИЙ», and below it what he says."""
    words = [text[line.start : line.end] if line.looks == "text" else "" for line in lines]
    return (lines[i].start for i in standing_labels(words, [line.gap for line in lines]))
