"""Mends characters that formats may carry and text may not."""

from __future__ import annotations

import re

_HALVES = re.compile(r"[\ud800-\udfff]")
# Programs of old meant the Windows code page where they wrote «&#150;».
_CONTROLS = {
    code: character
    for code in range(0x80, 0xA0)
    if (character := bytes([code]).decode("cp1252", errors="ignore"))
}


def whole(text: str) -> str:
    """The text with pairs of surrogates as the characters they mean, and lone ones as «\\ufffd»."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def without_controls(text: str) -> str:
    """The text with the characters that stand for control codes 128 to 159 in Windows."""
    return text.translate(_CONTROLS)


def is_blank(text: str) -> bool:
    """Whether the text holds nothing that could be seen."""
    return not any(character.isprintable() and not character.isspace() for character in text)
