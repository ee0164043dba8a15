"""Stage labels, which name the part of the meeting that begins: «СЛУШАЛИ:», «ПОВЕСТКА ДНЯ»."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from predlozheno.reading.dictionary import is_infinitive, is_verb
from predlozheno.reading.marks.names import FULL_NAME
from predlozheno.reading.marks.questions import question_of
from predlozheno.resources import gazetteer


class Stage(NamedTuple):
    """A stage label.

    Attributes:
        start, end: the label without its colon, offsets into the line.
        role: its key in the gazetteer reading-stages.
        body: where the words behind the label and its colon begin; the line's length where none do,
            0 where the words stand before it.
    """

    start: int
    end: int
    role: str
    body: int


_LONGEST = 110
_LONGEST_ADDITION = 4
_TAKEN = frozenset(("принято", "приняли"))
# So early in what is resolved its action stands.
_ACTION_WITHIN = 10
_BEHIND = re.compile(
    r"(?P<more>\s*\([^()\n]{1,60}\)|\s+(?:по|единогласно|следующее|большинством)\b[^:.;\n]{0,60})?"
    r"\s*(?P<mark>[:.]|\s[–—-]|)(?P<space>\s*)",
    re.IGNORECASE,
)
# «✅ Решения:»
_PICTURE = re.compile(r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?\s*(?=[А-ЯЁA-Z])")
_SHOUTED = re.compile(r"([А-ЯЁ]{5,})\s*:$")
_TWO_SHOUTED = re.compile(r"([А-ЯЁ]{5,}\s[А-ЯЁ]{5,})\s*:$")
_NAME_FIRST = re.compile(rf"(?:[а-яё.,-]+\s){{0,8}}(?:{FULL_NAME})")
# They are named in the head of a document, and speak in its body.
_LEADING = frozenset(("модератор", "модераторы", "ведущий", "ведущая", "ведущие"))
_LIVE = re.compile(
    r"(?i)^«|[!?]|(?<![а-яё])(?:я|мы|вы|нас|нам|мне|предлагаю|прошу|ставлю|голосуем|давайте|коллеги|спасибо"
    r"|слово|считаю|принимается|возражений|кто за)(?![а-яё])"
)
_WHICH = re.compile(
    r"\s+по\s+(?:вопросу|пункту)\s+(?:№\s*)?\d{1,2}|\s+по\s+[а-яё]+\s+(?:вопросу|пункту)",
    re.IGNORECASE,
)


def stage_of(line: str, start: int = 0) -> Stage | None:
    """The stage label that begins at `start` of `line`, or behind «По первому вопросу» there, or None.

    A label in small letters needs a colon, or the line for itself: «Решили только 19 студентов» is
    a sentence.
    """
    if start == 0 and (question := question_of(line)):
        start = question.end
    if start == 0 and (drawn := _PICTURE.match(line)):
        start = drawn.end()
    match = _labels().match(line, start)
    if match is None:
        return None
    behind = _BEHIND.match(line, match.end())
    label, role = match.group(), _role(match.group())
    if behind is None:
        return None
    plain = behind["mark"] == ":" and not behind["more"]
    if plain and label.lower() in _TAKEN and _acts(line[behind.end() :]):
        # «ПРИНЯТО: купить насос» resolves, where «Принято: за – 5» counts.
        role = "resolution"
    if role == "presence" and behind["mark"] == "." and behind.end() < len(line):
        # «ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Добрый день»: whose turn it is, and not who was there.
        return None
    if label.lower() in _LEADING and not _NAME_FIRST.match(line[behind.end() :]):
        # «Ведущая: Приняли, записали.»
        return None
    if role == "presence" and behind["mark"] == ":" and _is_said(line[behind.end() :]):
        # «Председательствующий: Вопрос сырой, предлагаю …»
        return None
    if behind["mark"] == ":" or _alone(line, label, role, behind):
        return Stage(start, match.end(), role, behind.end())
    if not label.isupper() or line.isupper() and behind["mark"] == "":
        return None
    if behind["mark"] != "" and not behind["more"]:
        return Stage(start, match.end(), role, behind.end())
    if is_verb(label.split()[0]):
        return Stage(start, match.end(), role, _skip(line, match.end()))
    return None


def heading_stage(line: str, start: int = 0) -> Stage | None:
    """The label that a marked heading opens with: «Договорились на будущее», «TODO до вторника».

    Verbs and labels of tasks alone: «Решение о переезде» is the title of a matter.
    """
    match = _labels().match(line, start)
    if match is None or len(line[match.end() :].split()) > _LONGEST_ADDITION:
        return None
    role = _role(match.group())
    acts = role == "resolution" and is_verb(match.group().split()[0]) or role == "summary"
    return Stage(start, match.end(), role, len(line)) if acts else None


def stage_words(line: str, stage: Stage) -> str:
    """The label with what makes it a heading: «РЕШЕНИЕ ПО ВОПРОСУ 1», «КОНФЕРЕНЦИЯ ПОСТАНОВЛЯЕТ»."""
    which = _WHICH.match(line, stage.end)
    words = line[: stage.end].strip()
    if stage.body == 0 and words.isupper():
        return words
    return line[stage.start : which.end() if which else stage.end]


def trailing_stage_of(line: str) -> Stage | None:
    """The shouted stage verb that a short line ends in: «Учёный совет ПОСТАНОВЛЯЕТ:»."""
    if not line.endswith(":") or len(line) > _LONGEST:
        return None
    for match in filter(None, (_TWO_SHOUTED.search(line), _SHOUTED.search(line))):
        role = _roles().get(match[1].lower().replace("ё", "е"), "")
        noted = role == "other" and is_verb(match[1])
        if match.start() and (role in ("resolution", "summary", "debate", "report") or noted):
            return Stage(match.start(1), match.end(1), role, 0)
    return None


def _alone(line: str, label: str, role: str, behind: re.Match[str]) -> bool:
    """Whether the label has the line for itself; a final dot is for capitals, «Разное.» and votes."""
    if behind.end() < len(line):
        return False
    if behind["mark"] == ".":
        return label.isupper() or role in ("other", "vote")
    return not behind["more"] or role == "vote" or label.isupper()


def _is_said(words: str) -> bool:
    """Whether words behind «Председатель:» are what somebody says, and not who it was."""
    return _NAME_FIRST.match(words) is None and _LIVE.search(words) is not None


def _acts(words: str) -> bool:
    """Whether what stands behind «ПРИНЯТО:», or the list below it, is to be done."""
    first = re.findall(r"[а-яё]+", words.lower())[:_ACTION_WITHIN]
    return not first or any(map(is_infinitive, first))


def _skip(line: str, position: int) -> int:
    while position < len(line) and line[position].isspace():
        position += 1
    return position


def _role(label: str) -> str:
    return _roles()[" ".join(label.lower().replace("ё", "е").split())]


@cache
def _roles() -> dict[str, str]:
    return {
        label.lower().replace("ё", "е"): role
        for role, labels in gazetteer("reading-stages").items()
        for label in labels
    }


@cache
def _labels() -> re.Pattern[str]:
    longest_first = sorted(_roles(), key=len, reverse=True)
    words = "|".join(
        re.escape(label).replace("\\ ", r"\s+").replace("е", "[её]") for label in longest_first
    )
    return re.compile(rf"(?:{words})(?![\w-])", re.IGNORECASE)
