"""Reads HTML: what a browser would show, block by block; no script runs and nothing is fetched.

selectolax is not used: its time grows with the square of the nesting, 150 s for 600 KB of «<div>».
"""

from __future__ import annotations

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.html.blocks import Blocks
from predlozheno.reading.readers.html.encodings import decode_html
from predlozheno.reading.readers.limits import Limits


def read_html(data: bytes, limits: Limits) -> Document:
    """The Document of an HTML file's bytes.

    Raises:
        ReadError: where the bytes cannot be decoded, elements are nested too deeply, or there is no
            text.
    """
    from lxml import etree

    text, encoding = decode_html(data)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    builder = Builder(limits)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(
            f"holds damaged HTML ({error})", hint="Open it in a browser and save it anew"
        ) from error
    # Beyond its bounds the parser would stop in silence.
    if any("XML_PARSE_HUGE" in entry.message for entry in parser.error_log):
        raise ReadError(
            "holds HTML that is nested too deeply, or a text or attribute that is too long",
            hint="Open it in a browser and save its text",
        )
    if root is not None:
        Blocks(builder).read(root)
    return builder.document("html", encoding)
