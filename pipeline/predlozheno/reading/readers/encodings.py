"""Finds the encoding of Russian text and decodes it."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from predlozheno.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BYTE_CODECS = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_SAMPLE = 65536

# Share of each letter in Russian running text, in thousandths, «ё» counted as «е».
_PER_MILLE = (
    "110 85 80 74 67 63 55 47 45 44 35 32 30 28 26 20 19 17 17 16 16 14 12 10 9 7 6 5 4 3 3 1"
)
_FREQUENCIES = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ",
        map(int, _PER_MILLE.split()),
        strict=True,
    )
)


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` without byte order mark, and the name of the codec it was decoded with.

    Raises:
        ReadError: where no encoding fits.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec), codec
    if wide := _wide_codec(data):
        return _decoded(data, wide), wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_binary(data, allowed=0)
        if _damaged_utf8(data):
            raise ReadError(
                f"the file is UTF-8 with damaged bytes (the first is byte {error.start})",
                hint="Copy it again, or open it in an editor and save it as UTF-8",
            ) from error
        codec = _byte_codec(data)
        return _decoded(data, codec), codec
    # A stray NUL in valid UTF-8 is a slip of some converter.
    _refuse_binary(data, allowed=len(data) // 1000)
    return text, "utf-8"


def _refuse_binary(data: bytes, *, allowed: int) -> None:
    if data.count(b"\x00") > allowed:
        raise ReadError("the file is binary, not text", hint="Save it as text in UTF-8")


def _damaged_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: a file cut off, or a slip of some converter."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return broken * 20 < sum(character > "\x7f" for character in text)


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the file cannot be decoded as {codec} (at byte {error.start})",
            hint="Save it as text in UTF-8",
        ) from error


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Russian is 0x04, of ASCII 0x00."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    high = frozenset(b"\x00\x04\x20")
    for codec, first in (("utf-16-be", 0), ("utf-16-le", 1)):
        highs, lows = sample[first::2], sample[1 - first :: 2]
        wide = sum(byte in high for byte in highs) / len(highs)
        # Plain Latin text has spaces (0x20) on both sides; UTF-16 has 0x00 or 0x04 as well.
        marks = highs.count(0) + highs.count(4)
        if wide > 0.9 and marks > 0.8 * len(highs) and lows.count(0) < 0.1 * len(lows):
            return codec
    return None


def _byte_codec(data: bytes) -> str:
    """The one-byte encoding under which the text looks most Russian."""
    scores = {codec: _russian(data[:_SAMPLE], codec) for codec in _BYTE_CODECS}
    best = max(_BYTE_CODECS, key=scores.__getitem__)
    if scores[best] <= 0:
        raise ReadError(
            "the file's encoding was not recognised",
            hint=f"Save it as text in UTF-8 (also read: {', '.join(_BYTE_CODECS)})",
        )
    return best


def _russian(data: bytes, codec: str) -> float:
    """How much the bytes look like Russian under `codec`; below 0 where they cannot be.

    Letters count by their frequency in Russian; a capital after a small letter, a letter outside
    Russian and a control character count against.
    """
    text = data.decode(codec, errors="replace")
    high = sum(count for character, count in Counter(text).items() if ord(character) > 127)
    if not high:
        return 0.0
    letters = Counter(text.lower().replace("ё", "е"))
    good = sum(letters[letter] * share for letter, share in _FREQUENCIES.items())
    odd = sum(
        count
        for character, count in Counter(text).items()
        if ord(character) > 127
        and not "а" <= character.lower() <= "я"
        and character not in "ёЁ«»„“”–—…№\xa0•·§°"
    )
    broken = len(re.findall(r"[а-яё][А-ЯЁ]", text))
    return good / high - 100 * odd / high - 100 * broken / high
