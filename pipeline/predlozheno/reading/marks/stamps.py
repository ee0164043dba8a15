"""Time stamps as chats and recordings print them: «[19:02]», «вчера в 10:01», «00:01.2 --> 00:03.4»."""

from __future__ import annotations

import re

from predlozheno.reading.marks.labels import TIME

_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,5}\.?"
DATE = (
    rf"(?:\d{{1,2}}[./]\d{{1,2}}(?:[./](?:\d{{4}}|\d{{2}}))?|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?(?:\sг\.)?)"
)
_DAY = r"(?:[Пп]оза)?[Вв]чера|[Сс]егодня"
_DATED = rf"(?:{DATE}|{_DAY}),?\s(?:в\s)?"
_TIME = rf"{TIME}(?:\s?[AaPp]\.?[Mm]\b\.?)?"
_RANGE = rf"{_TIME}(?:\s*[-–—]+>?\s*{_TIME})?"
# «14.05.2026 10:01», «вчера в 10:01», «10:01, 14.05.2026», «10:01 AM», «0:01 – 0:12»
WHEN = rf"(?:{_DATED})?{_RANGE}(?:,\s{DATE})?"
# In brackets, or with its date, or to the second: a bare «10:00» may open a line of a timetable.
_STAMP = re.compile(
    rf"(?:[\[(]\s?{WHEN}\s?[\])]|{_DATED}{_RANGE}|\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?"
    rf"(?:\s*[-–—]+>?\s*{TIME})?),?\s*(?:[–—-]\s+)?"
)
_ONLY = re.compile(rf"[\[(]?{WHEN}[\])]?")
BRACKETED_STAMP = rf"\[(?:{DATE},?\s)?{TIME}\]"


def stamp_end(line: str, start: int = 0) -> int | None:
    """Where the time stamp that begins at `start` ends, with the space behind it; None without one."""
    match = _STAMP.match(line, start)
    return match.end() if match else None


def is_stamp(line: str) -> bool:
    """Whether a line holds a time and nothing else, as the one below a name in a list of messages."""
    return _ONLY.fullmatch(line.strip()) is not None
