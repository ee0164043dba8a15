"""Lines that only name whose the items below are, or whom they are put to: «Правительству области:»."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.reading.dictionary import (
    has_verb,
    is_dative,
    is_infinitive,
    is_nominative,
    is_noun,
)
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.resources import gazetteer

_LONGEST = 100
_WORD = re.compile(r"[А-Яа-яЁё]+")
_ABOUT = re.compile(r"(?:ко?|по)\s", re.IGNORECASE)
_OF_PARTY = re.compile(
    r"(?:(?:Предложения|Замечания|Пожелания|Просьбы|Требования|Инициативы|Рекомендации|Позиция|Мнение)\s(?!по\s|к\s|об?\s|для\s)"
    r"|Из\s(?:заключения|предложений|письма|обращения|отзыва)\s|От(?:\sимени)?\s(?=[А-ЯЁа-яё«]))"
)


def names_addressee(draft: Draft) -> bool:
    """«Правительству области:»: a line that only names those to whom the items below it are put."""
    return draft.line.endswith(":") and names_asked(draft)


def names_asked(draft: Draft, *, marked: bool = False) -> bool:
    """Whether a line holds nothing but a dative, with its colon or not; with a number if `marked`."""
    line = draft.line[draft.marker.end :] if draft.marker and marked else draft.line
    words = _WORD.findall(line)
    plain = (draft.marker is None or marked) and draft.stage is None and draft.speaker is None
    if not plain or line[-1:] in ".;,!?" or len(line) > _LONGEST or has_verb(line):
        return False
    if words and words[0] in _fixed_names() and line.endswith(":"):
        return True
    nouns = [word for word in words[:3] if is_noun(word)]
    dative = bool(words) and is_dative(words[0]) and not is_nominative(words[0])
    return line[:1].isupper() and (dative or bool(nouns) and _surely_dative(words[0], nouns[0]))


@cache
def _fixed_names() -> frozenset[str]:
    """«Минпросвещения», «Минприроды»: short names that end in a genitive, and so have no dative."""
    names = gazetteer("names-abbreviations")["parties"]
    return frozenset(name for name in names if not name.isupper() and name[-1] in "аиыя")


def asks_by_dative(draft: Draft) -> bool:
    """As `names_asked`, without the titles of matters: «К властям», «По итогам объезда»."""
    return names_asked(draft) and _ABOUT.match(draft.line) is None


def acts(draft: Draft) -> bool:
    """«Рассмотреть вопрос о жилье.», «не допускать закрытия;»: a line of a list that has no marks."""
    words = _WORD.findall(draft.line)
    first = words[1:2] if words and words[0].lower() == "не" else words[:1]
    return any(map(is_infinitive, first)) and not draft.line.endswith(":")


def names_party(draft: Draft) -> bool:
    """«Предложения перевозчиков:», «От ГИБДД:»: a line that only names whose the items below it are."""
    plain = draft.marker is None and draft.stage is None and draft.speaker is None
    line = draft.line
    if not plain or not line.endswith(":") or len(line) > _LONGEST or has_verb(line):
        return False
    return _OF_PARTY.match(line) is not None and not any(sign in line[:-1] for sign in ".;:")


def _surely_dative(first: str, noun: str) -> bool:
    """«Областной Думе», «Администрации района»: no other case fits both words."""
    return is_dative(first) and is_dative(noun) and not is_nominative(noun)
