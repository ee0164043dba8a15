"""Labels that have a line for themselves and no mark: «ВЕДУЩИЙ», «Алла Горюнова, союз пекарей»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from predlozheno.reading.dictionary import has_verb, is_name
from predlozheno.reading.marks.labels import Speaker, roles
from predlozheno.reading.marks.markers import marker_of
from predlozheno.reading.marks.names import SHOUT
from predlozheno.reading.marks.speakers import speaker_of
from predlozheno.reading.marks.stages import stage_of

_LONGEST = 60
_MOST_WORDS = 8
# «Петров И.И.» ends in a full stop, too; any other sign ends a sentence or opens a list.
_ENDED = re.compile(r"(?:[!?…,;:–—-]|[^\W\d_]{2,}\.)$")
# «ГЛЕБ РЯБИНИН СЕТЬ КАЛАЧ»: where he comes from behind his name, all in capitals.
_SHOUTED = re.compile(rf"(?P<name>{SHOUT}\s{SHOUT})(?:\s[А-ЯЁ№«»\d-]+)+")
# «Председатель комиссии», «Секретарь районного совета»
_OFFICE = re.compile(r"(?P<role>[А-ЯЁа-яё]+)(?:\s[а-яё-]+){1,3}")
_LEAST_LABELS = 2
_LEAST_TURNS = 3


def standing_labels(lines: Sequence[str], gaps: Sequence[int]) -> dict[int, Speaker]:
    """The labels among the lines of a text, by their index.

    Nothing tells one of them from a heading or from a line of a list of those present. Several vouch
    for one another: different people, of whom one speaks twice or all stand apart from what was said
    before, and sentences below them.

    Args:
        lines: the lines of the text that hold something.
        gaps: the number of empty lines before each.
    """
    found = {i: label for i, line in enumerate(lines) if (label := _label(line))}
    found = {i: label for i, label in found.items() if i + 1 < len(lines) and i + 1 not in found}
    names = Counter(_name(lines[i], label) for i, label in found.items())
    if len(names) < _LEAST_LABELS or not _spoken(lines, found):
        return {}
    again = len(found) >= _LEAST_TURNS and max(names.values()) > 1
    apart = all(not i or gaps[i] and not gaps[i + 1] for i in found)
    believed = {
        i: label
        for i, label in found.items()
        if names[_name(lines[i], label)] > 1 or label.sure and (again or apart)
    }
    told = len({_name(lines[i], label) for i, label in believed.items()}) >= _LEAST_LABELS
    return {i: label._replace(sure=True) for i, label in believed.items()} if told else {}


def _spoken(lines: Sequence[str], found: Mapping[int, Speaker]) -> bool:
    """Whether there are sentences below most labels: a post or an address has no verb."""
    places = [*found, len(lines)]
    said = [has_verb(" ".join(lines[start + 1 : end])) for start, end in pairwise(places)]
    return sum(said) >= max(_LEAST_LABELS, len(said) / 2)


def _name(line: str, label: Speaker) -> str:
    return line[label.name_start : label.name_end]


@lru_cache(maxsize=4096)
def _label(line: str) -> Speaker | None:
    """The label that a line would be with a colon behind it."""
    if len(line) > _LONGEST or not line[:1].isupper() or _ENDED.search(line):
        return None
    if len(line.split()) > _MOST_WORDS or marker_of(line):
        return None
    # «ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ» heads the list of those present, too.
    if stage_of(line) and not roles().fullmatch(f"{line}:"):
        return None
    label = speaker_of(f"{line}:")
    if label is not None and label.start == 0 and label.body > len(line):
        return label._replace(body=len(line))
    shouted = _SHOUTED.fullmatch(line)
    if shouted is not None and is_name(shouted["name"].split()[0]):
        return Speaker(0, len(line), 0, shouted.end("name"), len(line), sure=True)
    office = _OFFICE.fullmatch(line)
    if office is not None and roles().fullmatch(f"{office['role']}:") and not has_verb(line):
        return Speaker(0, len(line), 0, len(line), len(line), sure=True)
    return None
