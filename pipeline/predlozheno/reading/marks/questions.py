"""Numbers of agenda items in words: «По первому вопросу», «Вопрос № 2.», «По вопросу 3 повестки дня»."""

from __future__ import annotations

import re
from typing import NamedTuple

_STEMS = (
    "перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат",
)  # fmt: skip
_AGENDA = r"(?:\s+повестки(?:\s+дня|\s+заседания)?)?"
_QUESTION = re.compile(
    rf"(?:По\s+(?:(?P<word>[а-яё]+)|(?P<figure>\d{{1,2}})(?:-\w{{1,3}})?)\s+(?:вопросу|пункту){_AGENDA}"
    rf"|По\s+(?:вопросу|пункту)\s*(?:№\s*)?(?P<number>\d{{1,2}}){_AGENDA}"
    r"|(?:Вопрос|Тема|Блок|Кейс)\s*(?:№\s*)?(?P<bare>\d{1,2})(?=[.:)]|\s*$|\s+[–—«-])"
    r"|(?P<first>[А-ЯЁ][а-яё]+)\s+вопрос(?=[.:]|\s+[–—-])|Вопрос\s+(?P<last>[а-яё]+)(?=[.:]|\s*$)"
    rf"|(?P<ordinal>\d{{1,2}})-й\s+вопрос{_AGENDA})"
    r"(?P<behind>[\s.,:)–—-]*)",
    re.IGNORECASE,
)


class Question(NamedTuple):
    """Which agenda item a line turns to, and where the words behind that begin."""

    number: str
    end: int


def question_of(line: str) -> Question | None:
    """The agenda item that `line` begins by naming, or None."""
    match = _QUESTION.match(line)
    if match is None:
        return None
    figure = match["figure"] or match["number"] or match["bare"] or match["ordinal"]
    if figure is None:
        word = (match["word"] or match["first"] or match["last"] or "").lower()
        figure = next((str(n) for n, stem in enumerate(_STEMS, 1) if word.startswith(stem)), None)
    return Question(figure, match.end()) if figure else None
