"""Whether the place that a record is given, its section, item and speaker, is the gold's."""

from __future__ import annotations

import re

from predlozheno.gold.documents import GoldRecord
from predlozheno.reading.layout.lookalikes import one_alphabet
from predlozheno.records.schema import Proposal

PLACES = ("section", "item", "speaker")
_IGNORED = re.compile(r"""[\s\u00ad«»"“”.,;:]""")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+")


def same_place(name: str, record: GoldRecord, guess: Proposal) -> bool:
    """Whether the two agree in the attribute `name`, one of PLACES.

    The gold quotes headings and labels as they are printed, the record holds them mended: white
    space («Р Е Ш И Л И»), quotation marks, points and letters of the wrong alphabet tell nothing. A
    record's item is a path («II/3»); the gold gives its last number, or the whole as printed («4а»).
    """
    if name == "section":
        return [_plain(words) for words in record.section] == [_plain(w) for w in guess.section]
    if name == "speaker":
        return _plain(record.speaker or "") == _plain(guess.speaker or "")
    wanted, given = record.item or "", guess.item or ""
    return wanted in (given, given.rpartition("/")[2], given.replace("/", ""))


def _plain(words: str) -> str:
    mended = _WORD.sub(lambda match: one_alphabet(match.group()), words)
    return _IGNORED.sub("", mended)
