"""Parses the XML of office files without following anything that it points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from predlozheno.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def parse(data: bytes) -> Element:
    """The root of an XML document.

    Nothing is fetched and no entity expanded; elements nested deeper than 256 are refused by the parser.

    Raises:
        ReadError: where the XML is damaged, nested too deeply, or declares a document type: office
            programs write none, and entities that eat memory or read other files need one.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(
            f"holds damaged XML ({error})", hint="Open it in its program and save it anew"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            "holds XML with a document type declaration, which can hide an attack",
            hint="Open it in its program and save it anew, if you trust where it comes from",
        )
    return root


def local(element: Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """The value of the first attribute of that local name, whatever its namespace; None without."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that local name, and so on down the path; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that local name."""
    if element is not None:
        yield from (one for one in element if local(one) == name)
