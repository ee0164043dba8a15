"""Reads docx: headings, numbered lists, tables, footnotes; tracked changes as if accepted.

python-docx is not used: it drops list numbers, footnotes, inserted text and content controls.
"""

from __future__ import annotations

from posixpath import join, normpath
from typing import TYPE_CHECKING

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.docx.blocks import Blocks
from predlozheno.reading.readers.docx.numbering import Numbering
from predlozheno.reading.readers.docx.runs import inline_text
from predlozheno.reading.readers.docx.styles import Styles
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.markup import attribute, child, children, local
from predlozheno.reading.readers.office import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes, limits: Limits) -> Document:
    """The Document of a docx file's bytes.

    Raises:
        ReadError: where the file is damaged, too large once unpacked, or holds no text.
    """
    package = Package(data, limits)
    main = _main_part(package)
    body = child(package.xml(main), "body")
    if body is None:
        raise ReadError(
            "is no docx file that Word could open: it has no body",
            hint="Open it in its program and save it anew",
        )
    folder = main.rpartition("/")[0]
    styles = Styles(package.xml(join(folder, "styles.xml")))
    numbering = Numbering(package.xml(join(folder, "numbering.xml")), styles)
    notes = {name: _notes(package.xml(join(folder, f"{name}.xml"))) for name in _NOTES}
    builder = Builder(limits)
    Blocks(builder, styles, numbering, notes).read(body)
    return builder.document("docx")


def _main_part(package: Package) -> str:
    """The part that holds the text; some programs call it «word/document2.xml»."""
    for relation in children(package.xml("_rels/.rels"), "Relationship"):
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            target = normpath((attribute(relation, "Target") or "").lstrip("/"))
            if target in package:
                return target
    return "word/document.xml"


def _notes(root: Element | None) -> dict[str, str]:
    """The texts of foot- or endnotes by their ids, without the lines that part them from the text."""
    found: dict[str, str] = {}
    for note in root if root is not None else ():
        if local(note) in ("footnote", "endnote") and attribute(note, "type") in (None, "normal"):
            lines = (inline_text(paragraph).text for paragraph in children(note, "p"))
            found[attribute(note, "id") or ""] = " ".join(filter(str.strip, lines))
    return found
