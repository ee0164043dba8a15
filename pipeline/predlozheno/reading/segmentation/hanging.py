"""Full stops that a program put into recognised speech, where the words before them still hang."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.reading.dictionary import is_infinitive
from predlozheno.resources import gazetteer

_LAST = re.compile(r"([А-Яа-яЁё]+)[.…]\s*$")
_WORD = re.compile(r"[а-яё]+")
# So many words may stand before the infinitive.
_REACH = 5


def hangs_over(line: str, begin: int, stop: int) -> bool:
    """Whether the sentence `begin:stop` of `line` asks for an action that only the next one names.

    «Мы предлагаем. Поставить у входа лампу», «А что если. Сделать наоборот»: a verb that wants an
    infinitive ends the one, an infinitive begins the other.
    """
    last = _LAST.search(line[begin:stop].lower())
    if last is None or last[1] not in _words("hanging"):
        return False
    following = _WORD.findall(line[stop : stop + 80].lower())[:_REACH]
    first = next((word for word in following if word not in _words("fillers")), "")
    return first in ("чтобы", "чтоб") or is_infinitive(first)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in gazetteer("reading-clauses")[name])
