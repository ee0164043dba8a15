"""Reads odt: headings, numbered lists, tables, footnotes; tracked deletions left out.

odfpy is not used: it gives no list numbers, and it refuses files that programs open.
"""

from __future__ import annotations

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.markup import child, local
from predlozheno.reading.readers.odt.blocks import Blocks
from predlozheno.reading.readers.odt.lists import ListStyles
from predlozheno.reading.readers.office import Package


def read_odt(data: bytes, limits: Limits) -> Document:
    """The Document of an odt file's bytes.

    Raises:
        ReadError: where the file is encrypted, damaged, too large once unpacked, or holds no text.
    """
    package = Package(data, limits)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(local(one) == "encryption-data" for one in manifest.iter()):
        raise ReadError(
            "is encrypted with a password", hint="Open it in its program, save it without one"
        )
    content = package.xml("content.xml")
    body = child(content, "body", "text")
    if content is None or body is None:
        raise ReadError(
            "is no odt file that an office program could open: it has no text body",
            hint="Open it in its program and save it anew",
        )
    builder = Builder(limits)
    Blocks(builder, ListStyles(content, package.xml("styles.xml"))).read(body)
    return builder.document("odt")
