"""Words that say what became of a proposal: supported, refused, put off, taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from predlozheno.language.morphology import fold
from predlozheno.records.schema import Status
from predlozheno.resources import gazetteer

CueKind = Literal["plain", "passive", "active", "order"]

_GAP = r"(?:\W+(?!не\b)[\w-]+){0,2}?\W+"
_NEGATED = re.compile(r"(?<![\w-])не(?:\W+(?:был[аои]?|стал[аои]?))?\W+$")
# «Принято к сведению», «принято считать», «принять участие», «принятые решения» settle nothing.
_FOLLOWED = re.compile(
    r"(?:\s+[«»а-я]+){0,2}\s+(?:к сведению|к рассмотрению|к голосованию|на рассмотрение)"
    r"|\s*(?:считать|участи|решени[яе] о|во внимание"
    r"|меры|мер\b|за основу)"
    # «По второму обещала представить позицию», «согласился подумать»: nothing is settled yet.
    r"|\s+(?:изучить|проработать|обдумать|подумать|ответить|дать ответ|вернуться к|рассмотреть"
    r"|(?:представить|сообщить|направить|высказать) (?:о )?(?:сво[а-я]+ )?"
    r"(?:ответ|позици|мнени|замечани|соображени|решени))"
)
# «Тему принять к исполнению»: an order to do it; «рекомендацию приняли к исполнению» adopts it.
_TAKEN_ON = re.compile(r"(?:\s+[«»а-я]+){0,2}\s+к исполнению")
# What may stand before a short answer: «Но прошло», «в итоге отказали».
_LEAD_IN = (
    r"ну|да|так|ок|и|а|но|однако|что ж|коллеги|тоже|все[- ]таки|все же|все равно|тем не менее|в итоге"
    r"|в результате|в конце концов|в конечном счете|так что|это|мы|я"
)
# Of a short participle («поддержано») and of the past tense («согласились»).
_ENDINGS = r"(?:[аоыи]|ла|ло|ли)?(?:с[ья])?(?![\w-])"
_LISTS: tuple[tuple[str, Status, CueKind], ...] = (
    ("withdrawn", Status.WITHDRAWN, "plain"),
    ("rejected", Status.REJECTED, "plain"),
    ("postponed", Status.POSTPONED, "plain"),
    ("adopted", Status.ADOPTED, "plain"),
    ("rejected_passive", Status.REJECTED, "passive"),
    ("adopted_passive", Status.ADOPTED, "passive"),
    ("withdrawn_active", Status.WITHDRAWN, "active"),
    ("rejected_active", Status.REJECTED, "active"),
    ("adopted_active", Status.ADOPTED, "active"),
    ("rejected_orders", Status.REJECTED, "order"),
    ("postponed_orders", Status.POSTPONED, "order"),
    ("adopted_orders", Status.ADOPTED, "order"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A cue: the status it gives, its span in the text searched, and what it needs beside it.

    Attributes:
        kind: "plain" needs nothing; of "passive" the proposal is the subject, of "active" the one
            who decides; an "order" is the infinitive of a resolution.
        negated: the status was turned by a negation («не поддержано»).
    """

    status: Status
    start: int
    end: int
    kind: CueKind
    negated: bool = False


def find_verdicts(text: str) -> list[Verdict]:
    """The cues of a text in its order, none inside another; offsets point into the text."""
    folded = fold(text)
    found: list[Verdict] = []
    for status, kind, pattern in _cues():
        for match in pattern.finditer(folded):
            if any(match.start() < v.end and v.start < match.end() for v in found):
                continue
            if _FOLLOWED.match(folded, match.end()):
                continue
            if kind == "order" and _TAKEN_ON.match(folded, match.end()):
                continue
            before = _NEGATED.search(folded[: match.start()])
            negated = before is not None and kind != "plain"
            if negated and status is not Status.ADOPTED:
                continue
            turned = Status.REJECTED if negated else status
            start = before.start() if negated and before else match.start()
            found.append(Verdict(turned, start, match.end(), kind, negated))
    return sorted(found, key=lambda v: v.start)


def has_any(name: str, text: str) -> bool:
    """Whether a word of the list of cues stands in the folded text."""
    return _any_of(name).search(text) is not None


def begins_with(name: str, text: str) -> re.Match[str] | None:
    """A phrase of the list at the very start of the folded text."""
    return _start_of(name).match(text)


@cache
def _cues() -> tuple[tuple[Status, CueKind, re.Pattern[str]], ...]:
    lists = gazetteer("outcome-cues")
    return tuple(
        (status, kind, re.compile(rf"(?<![\w-])(?:{_alternatives(lists[name], kind)})"))
        for name, status, kind in _LISTS
    )


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternatives(gazetteer('outcome-cues')[name])})")


@cache
def _start_of(name: str) -> re.Pattern[str]:
    words = "|".join(gazetteer("outcome-cues")[name])
    return re.compile(rf"(?:(?:{_LEAD_IN})\W+)*(?:{words})(?![\w-])")


def _alternatives(phrases: list[str], kind: CueKind = "plain") -> str:
    return "|".join(_GAP.join(_stem(word, kind) for word in phrase.split()) for phrase in phrases)


def _stem(word: str, kind: CueKind) -> str:
    if kind in ("passive", "active"):
        return rf"{word}{_ENDINGS}"
    if word == "не":
        return r"не(?![\w-])"
    return f"{word[:-1]}(?![\\w-])" if word.endswith("$") else rf"{word}[\w-]*"
