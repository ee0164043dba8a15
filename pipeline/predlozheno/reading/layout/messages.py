"""Parts the messages of a chat that were glued into one line: «[19:02] Оля: да [19:03] Лев: нет»."""

from __future__ import annotations

import re

from predlozheno.reading.marks.messages import is_message
from predlozheno.reading.marks.stamps import BRACKETED_STAMP
from predlozheno.reading.traced import Edit, Traced

# So many lines that begin with a stamp make a chat.
LEAST_MESSAGES = 3
_FIRST = re.compile(rf"^[ \t]*{BRACKETED_STAMP}", re.MULTILINE)
_LONGEST_STAMP = 60
_GLUED = re.compile(rf"(?<=\S)[ \t]*+(?={BRACKETED_STAMP} ?@?[^\W\d][^\n:\[\]]{{0,40}}:\s)")


def is_stamped(text: str, start: int) -> bool:
    """Whether the line at `start` begins with a time stamp, or with a label that holds one."""
    end = text.find("\n", start)
    return is_message(text[start : end if end > 0 else len(text)][:_LONGEST_STAMP])


def part_messages(text: Traced) -> Traced:
    """Every message of a chat begins a line; other texts stay as they are."""
    lines = sum(1 for _ in _FIRST.finditer(text.text))
    if lines < LEAST_MESSAGES:
        return text
    return text.edited(
        Edit(match.start(), match.end(), "\n") for match in _GLUED.finditer(text.text)
    )
