"""Mends single characters: entities, line ends, odd white space, soft hyphens, letters in two parts."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from predlozheno.reading.traced import Edit, Traced

SOFT_HYPHEN = "\u00ad"
# "\f" stays for the search for page furniture, "\t" for tables.
_ODD = re.compile(
    r"\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]"  # line ends
    r"|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2});"
    r"|\xad(?!\s*?[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]|\s*\Z)|[\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]+"
    r"|[ИиЕе][\u0306\u0308]"
    r"|[^\S\n\r\t\f\v \x1c-\x1e\x85\u2028\u2029]"  # white space that is no plain space
    r"|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
    r"|(?<=[^\W\d_]{3})[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+"  # of a footnote; «м²» stays
)


def mend_characters(text: Traced) -> Traced:
    """Only "\\n" ends lines and "\\f" pages; entities are characters; unseen characters are gone."""
    edits = []
    for match in _ODD.finditer(text.text):
        found = match.group()
        replacement = _mended(found)
        if replacement != found:
            edits.append(Edit(match.start(), match.end(), replacement))
    return text.edited(edits)


def _mended(found: str) -> str:
    if found[0] == "&":
        character = unescape(found)
        if len(character) != 1:
            return found
        if character.isspace() or character == "\xa0":
            return " "
        return character if character.isprintable() else ""
    if found == "\r\n" or found in "\r\v\x1c\x1d\x1e\x85\u2028\u2029":
        return "\n"
    if found.isspace():
        return " "
    if len(found) == 2 and found[1] in "\u0306\u0308":
        composed = unicodedata.normalize("NFC", found)
        return composed if len(composed) == 1 else found
    return ""
