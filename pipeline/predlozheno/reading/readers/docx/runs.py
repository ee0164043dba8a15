"""What is printed inside a paragraph of a docx, once all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from predlozheno.reading.readers.markup import attribute, child, children, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HOLDING = frozenset(
    "r hyperlink ins moveTo smartTag customXml sdt sdtContent fldSimple dir bdo ruby rubyBase "
    "oMath oMathPara".split()
)
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
}
_LINE_ENDS = re.compile(r"[\r\n]+")
_OFF = frozenset(("0", "false", "off"))


@dataclass(slots=True)
class Inline:
    """The words of a paragraph.

    Attributes:
        text: its words; line breaks are "\\n".
        notes: kind («footnotes», «endnotes») and id of the notes it refers to.
        boxes: text boxes that are anchored in it.
    """

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def inline_text(paragraph: Element) -> Inline:
    """The words of a paragraph, without deleted, hidden and field code text."""
    found = Inline()
    parts: list[str] = []
    _walk(paragraph, parts, found)
    found.text = "".join(parts)
    return found


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as `w:vanish` is among the properties and not turned off."""
    switch = child(properties, name)
    return switch is not None and attribute(switch, "val") not in _OFF


def _walk(element: Element, parts: list[str], found: Inline) -> None:
    for one in element:
        name = local(one)
        if name == "t":
            parts.append(_LINE_ENDS.sub(" ", one.text or ""))
        elif name in _CHARACTERS:
            parts.append(_CHARACTERS[name])
        elif name == "r":
            if not is_on(child(one, "rPr"), "vanish"):
                _walk(one, parts, found)
        elif name in ("footnoteReference", "endnoteReference"):
            kind = name.removesuffix("Reference") + "s"
            found.notes.append((kind, attribute(one, "id") or ""))
        elif name == "AlternateContent":
            # The same picture or text box twice, for newer and for older programs.
            chosen = next(children(one, "Choice"), None)
            _walk(chosen if chosen is not None else one, parts, found)
        elif name in ("drawing", "pict", "object"):
            found.boxes += _boxes(one)
        elif name in _HOLDING or name == "Fallback":
            _walk(one, parts, found)


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing, but not those inside them."""
    for one in drawing:
        if local(one) == "txbxContent":
            yield one
        else:
            yield from _boxes(one)
