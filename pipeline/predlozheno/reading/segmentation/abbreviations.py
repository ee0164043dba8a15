"""Where razdel ends a sentence that goes on: behind abbreviations, initials, list numbers, in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from predlozheno.reading.dictionary import is_name, is_word
from predlozheno.resources import gazetteer

# A longer quotation is better cut into its sentences.
_LONGEST_QUOTE = 200
_REACH = 80
_WORD = re.compile(r"([\w№./-]*?)\.$")
_NAMED = re.compile(
    r"(?<![\w.-])(?P<name>[А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁ][а-яё]{2,30})?\s(?:[А-ЯЁ]\.\s?){1,2}(?<=\.))\s+(?P<word>[А-ЯЁ][а-яё]*)(?![\w.])"
)
_DASHED = re.compile(r"[А-ЯЁ][\w.]*(?:\s[\w.]+){0,3}\s[–—-]\s")
# «стоят с 1970-х. В свою очередь …»
_ORDINAL = re.compile(r"\d-(?:[её]?м|[еоы]?[йхе]|[гм]?[оу]|я|м?и)\.(?=\s+[А-ЯЁ][а-яё]*\s)")
_SMALL = re.compile(r"(?:(?P<word>[а-яё]{4,})[.!?…]+|[\U0001F300-\U0001FAFF]+)(?=\s+[а-яё])")
_INITIAL = re.compile(r"(?:^|[\s(«\"])(?:[А-ЯЁA-Z]\.\s?)?[А-ЯЁA-Z]\.$")


def keeps_going(line: str, stop: int) -> bool:
    """Whether the sentence that was ended at `stop` of `line` goes on behind it."""
    # Slices of the neighbourhood: a transcript can be one line of a million characters.
    before = line[max(0, stop - _REACH) : stop].rstrip()
    behind = line[stop : stop + _REACH].lstrip()
    if not behind:
        return not line[stop:].strip()
    return any(rule(before, behind) for rule in _RULES)


def behind_initials(line: str) -> Iterator[int]:
    """Where sentences end in a surname's initials: «Заслушали Пряхину О.Л. | Она предложила»."""
    for match in _NAMED.finditer(line):
        word = match["word"].lower()
        if is_word(word) and not is_name(word):
            yield match.end("name")


def behind_ordinals(line: str) -> Iterator[int]:
    """Where a sentence ends in an ordinal, whose letter looks like an initial."""
    return (match.end() for match in _ORDINAL.finditer(line))


def in_small_letters(line: str, body: int) -> Iterator[int]:
    """Where sentences end in a message without capitals: «супер. | тогда с тебя машина 🙈 | ок»."""
    if not line[body : body + 1].islower():
        return
    for match in _SMALL.finditer(line, body):
        if match["word"] is None or is_word(match["word"]):
            yield match.end()


def inside_quote(line: str, begin: int, stop: int) -> bool:
    """Whether a quotation or bracket that opened behind `begin` is open at `stop` and closes soon."""
    for opening, closing in ("«»", "()"):
        behind = line.find(closing, stop, stop + _LONGEST_QUOTE)
        if behind < 0 or opening in line[stop:behind]:
            continue
        if line.count(opening, begin, stop) > line.count(closing, begin, stop):
            return True
    return False


def _initials(before: str, behind: str) -> bool:
    """«И.И. | Иванов», «Иванов И. | И.»."""
    if next(behind_initials(f"{before} {behind}"), 0) == len(before):
        return False
    return bool(_INITIAL.search(before)) and behind[:1].isupper()


def _always(before: str, _: str) -> bool:
    """«ст. | преп.», «им. | Ленина»: never last in a sentence."""
    return _abbreviation(before) in _words("never_last")


def _before_number(before: str, behind: str) -> bool:
    """«п. | 3», «№ | 5»."""
    return (
        _abbreviation(before) in _words("before_number")
        and behind[:1].isdigit()
        or before[-1:] == "№"
    )


def _before_small(before: str, behind: str) -> bool:
    """«и т.п. | с учётом», «3 руб. | за метр»."""
    return _abbreviation(before) in _words("may_be_last") and not behind[:1].isupper()


def _small_letter(before: str, behind: str) -> bool:
    """A small letter begins no sentence, unless the text has no capitals at all."""
    return (
        behind[:1].islower()
        and before[-1:] in ".…"
        and _abbreviation(before) is not None
        and len(_abbreviation(before) or "") <= 4
    )


def _closing(_: str, behind: str) -> bool:
    """A bracket, a quote or a comma that closes belongs to what it closes."""
    return behind[0] in ")»],;:–—" and behind[0] not in "«("


def _listing(before: str, behind: str) -> bool:
    """«Внесено: Бражником – провести олимпиаду; | Гауссом – позвать учителей»."""
    return before.endswith(";") and _DASHED.match(behind) is not None


def _led(before: str, behind: str) -> bool:
    """«Проголосовало за ............ | 38»: dots lead to the number."""
    return before.endswith("....") and behind[:1].isdigit()


def _abbreviation(before: str) -> str | None:
    if not before.endswith("."):
        return None
    match = _WORD.search(before.rsplit(maxsplit=1)[-1])
    return match[1].lower() if match else None


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(gazetteer("reading-abbreviations")[kind])


_RULES = (
    _initials,
    _always,
    _before_number,
    _before_small,
    _small_letter,
    _closing,
    _listing,
    _led,
)
