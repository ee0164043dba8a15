"""Follows the groups of an RTF file: what holds in each, and what is text that is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from predlozheno.reading.readers.rtf.encodings import STANDARD, codec_of_charset, codec_of_page
from predlozheno.reading.readers.rtf.paragraphs import Paragraphs
from predlozheno.reading.readers.rtf.tokens import Token

# Groups that hold no text of the document, beside those that «\*» marks.
_UNPRINTED = frozenset(
    "colortbl info header headerl headerr headerf footer footerl footerr footerf pict object "
    "fldinst listtable listoverridetable revtbl annotation atnid atnauthor atnref atrfstart "
    "atrfend nonshppict sp upr xe tc rxe filetbl themedata datastore generator mmath".split()
)
# Marked by «\*», and printed all the same.
_PRINTED = frozenset(("footnote", "shpinst", "shptxt"))
_SIGNS = {
    "~": "\u00a0", "-": "\u00ad", "_": "-", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "nestcell": " ", "nestrow": " ",
}  # fmt: skip
_DEEPEST_LEVEL = 9
_HEADING = re.compile(r"(?:heading|заголовок)\s([1-9]);?$", re.IGNORECASE)


@dataclass(slots=True)
class _State:
    """What holds in a group; a group inside begins with the same."""

    into: str = "text"
    starred: bool = False
    hidden: bool = False
    deleted: bool = False
    skipped: int = 1
    font: int | None = None
    style: int | None = None
    in_table: bool = False
    depth: int = 0
    outline: int | None = None


@dataclass(slots=True)
class _Tables:
    """The fonts and styles that a file declares before its text."""

    page: str = STANDARD
    codecs: dict[int | None, str] = field(default_factory=dict)
    headings: dict[int | None, int] = field(default_factory=dict)


class Groups:
    """Takes the pieces of a file one by one.

    Args:
        paragraphs: gets the text that is printed.
    """

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self._tables = _Tables()
        self._state = _State()
        self._outer: list[_State] = []
        self._bytes = bytearray()
        self._note: list[str] = []
        self._to_skip = 0

    def take(self, token: Token) -> None:
        """Goes on by one piece.

        Raises:
            ReadError: where the text becomes too long.
        """
        word = token.word
        if word in ("", "'"):
            self._take_bytes(token.text)
            return
        self._flush()
        self._to_skip = 0
        if word == "{":
            self._outer.append(replace(self._state))
        elif word == "}":
            self._close()
        elif word == "*":
            self._state.starred = True
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in ("\r", "\n"):
            self._control("par", None)
        else:
            self._control(word, token.number)

    def end(self) -> None:
        """Ends the document.

        Raises:
            ReadError: where the text becomes too long.
        """
        self._flush()
        self._paragraphs.end()

    def _take_bytes(self, data: bytes) -> None:
        # What stands behind «\u1055» is for programs that know no Unicode.
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            codec = self._tables.codecs.get(self._state.font, self._tables.page)
            text = self._bytes.decode(codec, errors="replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        state = self._state
        if state.hidden or state.deleted:
            return
        if state.into == "text":
            self._paragraphs.add(text)
        elif state.into == "note":
            self._note.append(text)
        elif state.into == "stylesheet" and (match := _HEADING.match(text.strip())):
            self._tables.headings.setdefault(state.style, int(match[1]))

    def _close(self) -> None:
        if not self._outer:
            return
        inner, self._state = self._state, self._outer.pop()
        if inner.into == "note" and self._state.into != "note":
            self._paragraphs.note("".join(self._note))
            self._note.clear()

    def _control(self, word: str, number: int | None) -> None:
        state = self._state
        if state.starred:
            state.starred = False
            if word not in _PRINTED:
                state.into = "nothing"
        if word in _UNPRINTED:
            state.into = "nothing"
        elif word in ("fonttbl", "stylesheet"):
            state.into = word
        elif state.into == "fonttbl":
            self._declare_font(word, number)
        elif state.into == "stylesheet":
            self._declare_style(word, number)
        elif state.into != "nothing":
            self._printed(word, number)
        if word == "ansicpg":
            self._tables.page = codec_of_page(number)
        elif word == "uc":
            state.skipped = max(number or 0, 0)

    def _declare_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._state.font = number
        elif word == "fcharset" and (codec := codec_of_charset(number)):
            self._tables.codecs[self._state.font] = codec

    def _declare_style(self, word: str, number: int | None) -> None:
        if word == "s":
            self._state.style = number
        elif word == "outlinelevel" and number is not None and 0 <= number < _DEEPEST_LEVEL:
            self._tables.headings[self._state.style] = number + 1

    def _printed(self, word: str, number: int | None) -> None:
        if word == "footnote":
            self._state.into = "note"
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.skipped
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word in ("par", "sect", "page", "cell", "row"):
            self._end(word)
        else:
            self._property(word, number)

    def _end(self, word: str) -> None:
        state = self._state
        if state.into == "note":
            self._add(" ")
        elif word == "cell":
            self._paragraphs.end_cell()
        elif word == "row":
            self._paragraphs.end_row()
        elif not state.deleted:
            heading = self._tables.headings.get(state.style, 0)
            if state.outline is not None:
                heading = state.outline + 1 if 0 <= state.outline < _DEEPEST_LEVEL else 0
            self._paragraphs.end_paragraph(
                in_table=state.in_table, depth=state.depth, heading=heading
            )

    def _property(self, word: str, number: int | None) -> None:
        state = self._state
        on = number != 0
        match word:
            case "pard":
                state.style, state.outline, state.in_table, state.depth = None, None, False, 0
            case "plain":
                state.hidden = state.deleted = False
            case "v":
                state.hidden = on
            case "deleted":
                state.deleted = on
            case "f":
                state.font = number
            case "s":
                state.style = number
            case "intbl":
                state.in_table = True
            case "ilvl":
                state.depth = min(max(number or 0, 0), _DEEPEST_LEVEL)
            case "outlinelevel":
                state.outline = number
