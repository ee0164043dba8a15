"""Counts of votes, in the ways that minutes write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from predlozheno.proposals.draft import VoteCount
from predlozheno.proposals.slots.numerals import Figures, in_figures
from predlozheno.proposals.slots.sides import counts_of, is_unanimous, sides_of, start_of

_LABEL = {
    "for_": r"за",
    "against": r"против",
    "abstained": r"возд(?:ержал[а-я]*|ержавш[а-я]*|\.)",
}
_VOICES = r"(?:голос[а-я]*|рук[а-я]?|чел(?:\.|овек[а-я]*)?|депутат[а-я]*|делегат[а-я]*|член[а-я]*)"
_PUNCTUATION = r"(?:[\s«»\"“”:–—=()-]|\.{3,}|…)*"
_NO_VOTES = r"\d|[.,/]\d|[ \u00a0\u202f]\d{3}(?!\d)|-|\s*(?:%|процент|тыс|млн|руб)"
_NO_VOTES += r"|\s*(?:год|лет|дн|ден|час|месяц|недел)"
# «1 402 318»: thousands are parted by a space.
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+"
_COUNT = rf"({_NUMBER}|нет|никто|никого|не было|не имеется|не оказалось)(?!{_NO_VOTES})"
# «За переименование – 11», «за неё поднялись 9 рук»: what the vote was about stands in between.
_ABOUT = r"(?P<about>(?:\s+(?:\d+-го|[а-я«»\"-]+)){0,6}?)"
_AFTER = {
    "for_": re.compile(rf"(?<![а-я-])за[»\"”]?{_ABOUT}[»\"”]?{_PUNCTUATION}{_COUNT}"),
    **{
        name: re.compile(
            rf"(?<![а-я-]){_LABEL[name]}{_PUNCTUATION}(?:{_VOICES})?{_PUNCTUATION}{_COUNT}"
        )
        for name in ("against", "abstained")
    },
}
# «6 +, 2 –», «9 плюсов, 2 минуса»: hands and signs in chats and notes.
_SIGNS = {
    "for_": r"(?:за|\+(?=[\s.,;)]|$)|плюс(?:а|ов|ик[а-я]*)?)",
    "against": r"(?:против|минус(?:а|ов)?)",
    "abstained": _LABEL["abstained"],
}
_BEFORE = {
    name: re.compile(
        rf"(?<![\d.,])({_NUMBER})\s*(?:{_VOICES}\s*)?(?:были\s|высказал[а-я]+\s)?[–—-]?\s*[«\"]?{label}[»\"]?"
        rf"(?![а-я])"
    )
    for name, label in _SIGNS.items()
}
_BOTH_NONE = re.compile(r"против и воздержавш[а-я]* (?:нет|не было)")
# «так, кто за? поднимаем руки, двадцать две, против пять»: as it is said and recognised.
_CALLED = re.compile(
    rf"кто [«\"]?за\b[»\"]?(?:\W+[а-я]+){{0,5}}?\W+({_NUMBER})(?!{_NO_VOTES})"
    rf"(?:(?:\W+[а-я]+){{0,4}}?\W+против(?:\W+[а-я]+){{0,2}}?\W+({_NUMBER})(?!{_NO_VOTES}))?"
)
_MAJORITY = re.compile(
    r"(?:\(|больш[а-я]+ (?:голосов )?(?:в )?)(\d+)\s*(?:голос[а-я]*\s*)?против (\d+)"
    r"|(\d+) голос[а-я]* (?:«за» )?против (\d+)"
)
_OUT_OF = re.compile(
    r"(?:поддержал|проголосовал|высказал|одобрил)[а-я]* (?:[«\"]?за[»\"]? )?(\d+) из (\d+)"
    r"(?! (?:предложен|вопрос|пункт|поправ|вариант))"
    r"|большинств[а-я]*(?: голосов)? \((\d+) из \d+\)"
)
_GATHERED = re.compile(
    r"(?:набрал|собрал|получил|подан)[а-я]* (?:только |лишь |всего )?(\d+) голос"
    r"|(?:принят|одобрен|утвержден|избран)[а-я]* (\d+) голосами"
)
# «Голоса: 10 – 0 – 1», «Голосование (за/против/возд.): 10/0/1», «поправка принята (8 – 0 – 1)».
_TRIPLE = re.compile(
    r"(?:голос[а-я]*[^\d.;]{0,40}?|(?:принят|утвержд|одобр|поддерж|отклон)[а-я]*\s\()(?<![\d.,])"
    r"(\d{1,4})\s?([–—/-])\s?(\d{1,4})\s?\2\s?(\d{1,4})(?![\d.,]*\d)"
)
# «Кто за? Одиннадцать.»
_WHO = re.compile(r"кто [«\"]?за[»\"]?\?\s*(\d+)(?!\s?\d)")
# «мнения разошлись поровну (9 : 9)», «со счётом 11:4».
_EVEN = re.compile(
    r"(?:поровну|со сч[её]том|голос[а-я]* раздел[а-я]*)[^\d.;]{0,12}(\d+)\s?:\s?(\d+)(?![\d:])"
)
_SHARES = re.compile(
    r"(?<![а-я-])за[»\"]?[\s:–—=-]*(\d{1,3}(?:[.,]\d+)?)\s?%\D{0,20}?"
    r"против[»\"]?[\s:–—=-]*(\d{1,3}(?:[.,]\d+)?)\s?%"
)
_UNANIMOUS = re.compile(
    r"единогласн[а-я]*|голосами всех присутствующ[а-я]*"
    r"|(?:принят|одобрен|поддержан|утвержден)[аоы]? всеми|(?<!почти )все [«\"]?за[»\"]?(?=[.,;]|$)"
    r"|(?<![а-я])за[»\"]?\W{0,4}(?:[\d \u00a0]+(?:голос[а-я]*)?\W{0,3})?100(?:,0+)?\s?%"
    r"|(?<![а-я])за[»\"]?\W{1,4}все(?=[.,;)]|$)|все (?:про)?голосовали [«\"]?за\b"
    r"|единодушно (?:был[аои]? )?(?:одобр|принят|поддерж|утвержд|проголос|постанов|реши)[а-я]*"
    r"|(?<![а-я])(?:поддержали|одобрили|проголосовали|согласились) (?:[«\"]?за[»\"]? )?все(?=[.,;:]|$)"
)
_NOT_CALLED = re.compile(r"голосовани[а-я]+ не |(?<!\d )(?<!никто )не голосовал|голосовать не ")
_VOTING = re.compile(
    r"голос|(?<![а-я])за (?:него|нее|них|это)\b"
    r"|поддержал[а-я]* \d|\bрук[аи]?\b|\bпротив\b|воздерж|возд\."
)
_ALONE = re.compile(r"(?:^|[.;])\W*за\W*[\d \u00a0]+\W*$|\(за\W*\d+\)|кто [«\"]?за[»\"]?\?\s*\d")
_VOICED = re.compile(r"\d+ (?:голос|рук)|голосова|поддержал[а-я]* \d")
# «За – большинство, против – 3», «большинством при двух против»: one number is enough.
_MOST = re.compile(r"большинств")
# «Идею совет одобрил, четверо были против»
_SETTLED = re.compile(
    r"(?<![а-я])(?:не )?(?:одобр|поддерж|принял|принят|отклон|утверд)[а-я]*[^.;]*\bпротив"
)
_SHORT_SUBJECT = 3
_NONE = ("нет", "никто", "никого", "не было", "не имеется", "не оказалось")
# «Голоснули: кабель – двое, лента – двое»: each side by its name.
_SIDES_OPEN = re.compile(
    r"голос(?:овал|нул)[а-я]*\W|голос[а-я]* (?:распредел|раздел)[а-я]*(?: так)?\W"
)
_SIDE = re.compile(
    rf"(?<![а-я-])(?P<about>(?!за\b|против|возд)[а-я-]{{3,}}(?: [а-я-]+){{0,2}}?) [–—-] {_COUNT}"
)
_PERSON = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)?"
_NAME = re.compile(_PERSON)
_ROLL = re.compile(
    r"(?<![а-яё-])[«\"]?(?P<side>(?i:за|против|воздержал[а-я]*))[»\"]?\s?[:–—-]\s?"
    rf"(?P<who>нет|никто|{_PERSON}(?:(?:, | и ){_PERSON}){{0,40}})(?![а-яё])"
)
_ROLL_KEYS = (("for_", "за"), ("against", "против"), ("abstained", "воздерж"))
_SIDES = 2
# Without one of these nothing is counted: most lines need no further look.
_MAY_COUNT = re.compile(
    r"(?<!\w)(?:(?:за|все|всеми|всех)(?!\w)|рук|па[йея]|чел)|против|возд|голос|единоглас|единодуш|поровну|сч[её]т"
    r"|поддержал|высказал|одобрил|\d \+|плюс|\(\d+\s?[–—-]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Ballot:
    """A count of votes, and the words between «за» and the number that say what it was about.

    Attributes:
        named: whether it is one side of several, and about nothing but what bears its name.
    """

    count: VoteCount
    about: str
    named: bool = False


def find_ballot(text: str) -> Ballot | None:
    """The count of votes in a line of text, with what it was about; None where there is none.

    A count needs at least two of the three numbers, or the word «единогласно», or a «за» beside a
    word of voting or alone on its line. Offsets point into the text.
    """
    return _single(in_figures(text))


def find_ballots(text: str) -> list[Ballot]:
    """All counts of a line of text: «за ёлку – 39, за театр – 21» are two; else as `find_ballot`."""
    if not _MAY_COUNT.search(text):
        return []
    if roll := _by_names(text):
        return [roll]
    figures = in_figures(text)
    if named := sides_of(figures.text):
        return [
            Ballot(
                _side(figures, m),
                m["about"].strip(),
                named=True,
            )
            for m in named
        ]
    sides = [m for m in _AFTER["for_"].finditer(figures.text) if m["about"].strip()]
    if opened := _SIDES_OPEN.search(figures.text):
        sides = sides if len(sides) > 1 else list(_SIDE.finditer(figures.text, opened.end()))
    if len(sides) > 1 and _VOTING.search(figures.text):
        return [
            Ballot(VoteCount(*figures.span(*m.span()), for_=_number(m)), m["about"].strip())
            for m in sides
        ]
    single = _single(figures)
    return [single] if single else []


def _side(figures: Figures, match: re.Match[str]) -> VoteCount:
    span = figures.span(start_of(match), match.end())
    count = VoteCount(*span, unanimous=is_unanimous(match))
    for name, number in counts_of(match):
        setattr(count, name, number)
    return count


def find_shares(text: str) -> tuple[int, int, bool] | None:
    """«За 41,3 %, против 58,7 %»: where it stands in the text, and whether the former won."""
    match = _SHARES.search(text.casefold())
    if match is None:
        return None
    in_favour, against = (float(share.replace(",", ".")) for share in match.groups())
    return match.start(), match.end(), in_favour > against


def _by_names(text: str) -> Ballot | None:
    """«За» – Финк, Ложкин; «против» – Салахов»: those who voted, one by one, are counted."""
    counts: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    named = False
    for match in _ROLL.finditer(text):
        name = next(key for key, stem in _ROLL_KEYS if match["side"].lower().startswith(stem))
        people = _NAME.findall(match["who"])
        named = named or bool(people)
        counts[name] = len(people)
        spans.append(match.span())
    if not named or len(counts) < _SIDES:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    count = VoteCount(start, end)
    for name, number in counts.items():
        setattr(count, name, number)
    return Ballot(count, "")


def _single(figures: Figures) -> Ballot | None:
    counts, spans, about = _counts(figures)
    # «За – 4, против – 2, председатель не голосовал» was called all the same.
    if len(counts) < 2 and _NOT_CALLED.search(figures.text):
        return None
    unanimous = _UNANIMOUS.search(figures.text)
    if unanimous:
        spans.append(unanimous.span())
    voting = _VOICED if len(about.split()) > _SHORT_SUBJECT else _VOTING
    alone = "for_" in counts and (voting.search(figures.text) or _ALONE.search(figures.text))
    most = counts and (_MOST.search(figures.text) or _SETTLED.search(figures.text))
    if not (unanimous or len(counts) > 1 or alone or most or (counts and "abstained" in counts)):
        return None
    start, end = figures.span(min(s for s, _ in spans), max(e for _, e in spans))
    return Ballot(VoteCount(start, end, unanimous=bool(unanimous), **counts), about)


def _counts(figures: Figures) -> tuple[dict[str, int], list[tuple[int, int]], str]:
    text = figures.text
    if match := _EVEN.search(text):
        return {"for_": int(match[1]), "against": int(match[2])}, [match.span()], ""
    if (match := _CALLED.search(text)) and match[2]:
        counts = {"for_": _as_number(match[1]), "against": _as_number(match[2])}
        return counts, [match.span()], ""
    for pattern in (_MAJORITY, _GATHERED):
        if match := pattern.search(text):
            numbers = [_as_number(group) for group in match.groups() if group]
            counts = dict(zip(("for_", "against"), numbers, strict=False))
            abstained = _chosen(text).get("abstained")
            if abstained is None:
                return counts, [match.span()], ""
            counts["abstained"] = _number(abstained)
            return counts, [match.span(), abstained.span()], ""
    if match := _TRIPLE.search(text):
        names = ("for_", "against", "abstained")
        numbers = [int(match[group]) for group in (1, 3, 4)]
        return dict(zip(names, numbers, strict=True)), [match.span()], ""
    if match := _OUT_OF.search(text):
        return {"for_": _as_number(match[1] or match[3])}, [match.span()], ""
    chosen = _chosen(text)
    counts = {name: _number(match) for name, match in chosen.items()}
    spans = [match.span() for match in chosen.values()]
    if match := _BOTH_NONE.search(text):
        counts |= {"against": 0, "abstained": 0}
        spans.append(match.span())
    if not counts and (match := _WHO.search(text)):
        return {"for_": int(match[1])}, [match.span()], ""
    named = chosen.get("for_")
    about = named["about"] if named is not None and "about" in named.re.groupindex else ""
    return counts, spans, about.strip()


def _chosen(text: str) -> dict[str, re.Match[str]]:
    """«6 за, 19 против» or «за 6, против 19»: whichever reading begins first holds for the line."""
    behind = {name: match for name, pattern in _AFTER.items() if (match := pattern.search(text))}
    ahead = {name: match for name, pattern in _BEFORE.items() if (match := pattern.search(text))}
    numbers_first = bool(ahead) and (
        not behind
        or min(m.start() for m in ahead.values()) < min(m.start() for m in behind.values())
    )
    first, second = (ahead, behind) if numbers_first else (behind, ahead)
    chosen = {
        name: match for name, match in second.items() if name not in first and not numbers_first
    }
    chosen |= first
    for name, match in second.items():
        apart = all(match.end() <= m.start() or m.end() <= match.start() for m in chosen.values())
        if name not in chosen and (apart or name == "abstained"):
            chosen[name] = match
    return chosen


def _number(match: re.Match[str]) -> int:
    """The count that a match ends with."""
    found: str = match[match.re.groups]
    return 0 if found in _NONE else _as_number(found)


def _as_number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))
