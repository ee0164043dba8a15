"""The zip containers of docx and odt: which of the two a file is, and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from predlozheno.errors import ReadError
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.markup import parse
from predlozheno.reading.readers.zips import open_zip, unpack

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element as Element

Kind = Literal["docx", "odt", "spreadsheet", "presentation", "book", "zip"]

_LONGEST_TYPE = 200
_TYPES: dict[str, Kind] = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "spreadsheet",
    "application/vnd.oasis.opendocument.presentation": "presentation",
    "application/epub+zip": "book",
}
_FOLDERS: dict[str, Kind] = {"word": "docx", "xl": "spreadsheet", "ppt": "presentation"}


class Package:
    """A docx or odt file, whose parts are unpacked when they are asked for.

    Args:
        data: the file.
        limits: of these, how many parts there may be and how much those read may unpack to.

    Raises:
        ReadError: where the zip directory is damaged or too long.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._zip = open_zip(data, limits)
        self._limits = limits
        self._unpacked = 0
        self._parts = {info.filename.lower(): info for info in self._zip.filelist}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none.

        Raises:
            ReadError: where it is damaged, or the parts read together are too large.
        """
        info = self._parts.get(name.lower())
        if info is None:
            return None
        self._unpacked += info.file_size
        self._limits.refuse_unpacked(self._unpacked)
        return unpack(self._zip, info)

    def xml(self, name: str) -> Element | None:
        """The root element of a part; None where there is none.

        Raises:
            ReadError: as `part`, and where the XML is damaged or unsafe.
        """
        data = self.part(name)
        return None if data is None else parse(data)


def kind_of_zip(opened: zipfile.ZipFile) -> Kind:
    """What a zip file is, by the names in its directory: an office file, or an archive of files."""
    names = {info.filename: info for info in opened.filelist}
    declared = names.get("mimetype")
    if declared is not None and declared.file_size <= _LONGEST_TYPE:
        try:
            kind = unpack(opened, declared).decode("ascii", errors="replace").strip()
        except ReadError:
            kind = ""
        # «…opendocument.text-template», «…-master»
        for name, found in _TYPES.items():
            if kind.startswith(name):
                return found
    if "[Content_Types].xml" in names:
        for folder, found in _FOLDERS.items():
            if any(name.startswith(f"{folder}/") for name in names):
                return found
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    return "zip"
