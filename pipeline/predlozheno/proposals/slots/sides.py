"""Votes on several things at once, each by its name: «за первый вариант – 97, за второй – 154»."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Every run is bounded: a transcript can be one line of a million characters.
_VOICES = r"(?:голос[а-я]*|рук[а-я]?|чел(?:\.|овек[а-я]*)?|па[йея][а-я]*)"
_NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?!\d)"
_NO_VOTES = r"(?![.,/]\d|\s*(?:%|процент|тыс|млн|руб|кв\b)|\s*(?:год|лет|дн|ден|час|месяц|недел))"
_COUNT = rf"(?P<number>{_NUMBER}){_NO_VOTES}(?:\s{_VOICES})?"
_MARK = r"\s{0,8}[–—:-]\s{0,8}"
# A number is part of a name only with what it counts or numbers: «118 руб.», «вариант № 2», «№ 2».
_NAME_WORD = (
    r"(?:\d+-го|\d+\s(?:руб|тыс|млн|коп|кв)[а-я.]*"
    r"|(?:вариант|пункт|поправк|проект|редакци|лот|кандидат)[а-я]*\s(?:№\s?)?\d+"
    r"|№\s?\d+|[а-яa-z.«»\"-]{0,40}[а-яa-z«»\"])"
)
_NAME = rf"{_NAME_WORD}\.?(?:[ ,]\s?{_NAME_WORD}\.?){{0,7}}?"
_OTHERS = (
    rf"(?:\W{{1,8}}против\W{{0,8}}(?P<against>{_NUMBER}))?"
    rf"(?:\W{{1,8}}возд[а-я.]{{0,20}}\W{{0,8}}(?P<abstained>{_NUMBER}))?"
)
# «за ёлку – 39», «за 118 руб.: 1 204».
_FOR = re.compile(rf"(?<![а-я-])за\s(?P<about>{_NAME})(?:{_MARK}|\s){_COUNT}{_OTHERS}")
# «3 – за общий прилавок, 2 – за отдельные»: the number first.
_NUMBER_FOR = re.compile(
    rf"(?<![\d.,])(?P<number>{_NUMBER})(?:\s{_VOICES})?{_MARK}за\s(?P<about>{_NAME})(?=\W{{0,2}}[,;.)]|$)"
)
# «За пульт? 88 голосов.», «Кто за автобус? Раз, два… четырнадцать.»
_ASKED = re.compile(
    rf"(?<![а-я-])за\s(?P<about>{_NAME})\?\s{{0,8}}(?:раз\b[\d,.…\s]{{1,40}}[,.…\s])?{_COUNT}"
)
# «исключить семерых – 101 голос», a line for each side.
_LINE = re.compile(
    rf"^\W{{0,8}}(?:\d+[.)]\s)?(?P<about>[а-я][^–—:;]{{2,80}}?){_MARK}(?P<number>{_NUMBER})\s{_VOICES}\W{{0,8}}$"
)
# «Вариант № 1: за – 12», «Дудинец В.В. – за 6, против 11;», «щебень – за 54; канавы – единогласно»
_NAMED_FOR = re.compile(
    rf"(?:^|[;,.:]\s)\W{{0,8}}(?:\d+[.)]\s)?(?P<about>{_NAME}){_MARK}"
    rf"(?:[«\"]?за[»\"]?\W{{0,8}}{_COUNT}{_OTHERS}|(?P<all>единогласно))"
)
_NO_NAME = re.compile(
    r"голос|результат|итог|счет|большинств|присутств|решени|реши|постанов|приня|прини|утвержд|кто\b|всего"
    r"|предлож|поступил|внес|попрос|выдвин"
    r"|(?:^|\s)(?:год|месяц|период|квартал|смену|неделю|сутки|день|час)"
)
_ALONE = re.compile(r"^\W{0,8}(?:итоги?\W{1,8}|голосовали\W{1,8}|проголосовали\W{1,8})?$")


def sides_of(text: str) -> list[re.Match[str]]:
    """The sides of a vote with name and number, in the folded text with its numerals in figures.

    Each match has `about` and `number`, and `against` and `abstained` where the line gives them.
    One side alone counts where the line says nothing else.
    """
    for pattern in (_NAMED_FOR, _ASKED, _NUMBER_FOR, _FOR, _LINE):
        found = [match for match in pattern.finditer(text) if not _NO_NAME.search(match["about"])]
        alone = (
            len(found) == 1
            and not is_unanimous(found[0])
            and _ALONE.match(text[: found[0].start()]) is not None
            and not text[found[0].end() :].strip(" .;,")
        )
        if len(found) > 1 or alone:
            return found
    return []


def start_of(match: re.Match[str]) -> int:
    """Where the words of one side begin, «за» and all."""
    if match[0].startswith("за"):
        return match.start()
    return min(match.start(name) for name in ("about", "number") if match[name])


def counts_of(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The counts of one side by the names that a vote has for them."""
    for group, name in (("number", "for_"), ("against", "against"), ("abstained", "abstained")):
        if group in match.re.groupindex and match[group]:
            yield name, int(re.sub(r"\D", "", match[group]))


def is_unanimous(match: re.Match[str]) -> bool:
    """Whether nobody was against one side of a vote: «канавы – единогласно»."""
    return "all" in match.re.groupindex and match["all"] is not None
