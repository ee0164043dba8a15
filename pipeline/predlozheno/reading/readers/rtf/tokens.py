"""Cuts RTF into its braces, control words and bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|(?P<sign>[^A-Za-z]))|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)


class Token(NamedTuple):
    """One piece of RTF: a control word or sign with its number, a brace, or bytes of text.

    `word` is «{» or «}» for a brace and empty for text.
    """

    word: str
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The pieces of a file in their order; binary data of pictures are left out."""
    position = 0
    while match := _TOKEN.search(data, position):
        position = match.end()
        if match["text"]:
            yield Token("", text=match["text"])
        elif match["hex"]:
            yield Token("'", text=bytes.fromhex(match["hex"].decode()))
        elif match["brace"] or match["sign"]:
            yield Token((match["brace"] or match["sign"]).decode("latin-1"))
        else:
            word = match["word"].decode()
            number = int(match["number"]) if match["number"] else None
            if word == "bin":
                position += max(number or 0, 0)
                continue
            yield Token(word, number)
