"""Finds the encoding of an HTML file: its byte order mark, what it declares, else what fits."""

from __future__ import annotations

import codecs
import re

from predlozheno.reading.readers.encodings import decode

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)
_DECLARED_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})", re.I)
_BEGINNING = 4096
# Other codecs that Python knows are no encodings of texts, or hostile ones.
_TRUSTED = {
    "utf-8": "utf-8",
    "cp1251": "cp1251",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "cp866": "cp866",
    "iso8859-5": "iso8859-5",
    "mac-cyrillic": "mac-cyrillic",
}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_html(data: bytes) -> tuple[str, str]:
    """The text of `data` without byte order mark, and the name of the codec it was decoded with.

    A declared encoding that the bytes contradict is not believed.

    Raises:
        ReadError: where no encoding fits.
    """
    head = data[:_BEGINNING]
    match = _DECLARED.search(head) or _DECLARED_XML.match(head)
    if match and not data.startswith(_MARKS):
        try:
            name = codecs.lookup(match[1].decode("ascii")).name
            codec = _TRUSTED[name]
            return data.decode(codec), codec
        except (LookupError, UnicodeError):
            pass
    return decode(data)
