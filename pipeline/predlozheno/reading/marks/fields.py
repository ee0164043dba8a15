"""Fields below an item of a list: «Срок: 12.03.2021», «Ответственный: Зуева И.И.», «Докл. Петров»."""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"(?:сроки?|(?:со)?докладчики?|докл\.|ответственн\w+|исполнител\w+|отв\.|исп\.|контроль|дедлайн|deadline)"
    r"(?:\s[^:]{0,40})?\s*[:–—-]|докл\.\s",
    re.IGNORECASE,
)


def is_field(line: str) -> bool:
    """Whether `line` is such a field, and so no heading and no part of the meeting."""
    return _FIELD.match(line) is not None
