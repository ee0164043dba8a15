"""How much a reader takes on before it refuses a file."""

from __future__ import annotations

from dataclasses import dataclass

from predlozheno.errors import ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; what goes beyond one is refused with a ReadError that names it.

    Attributes:
        file_bytes: of the file as it lies on the disk, or of an archive's member once unpacked.
        unpacked_bytes: of the parts of a docx or odt that are read, once unpacked.
        archive_bytes: of all members of a zip archive together, once unpacked.
        members: files in a zip archive, or parts in a docx or odt.
        pages: of a PDF.
        characters: of the text that a document comes to.
    """

    file_bytes: int = 100 * 1024**2
    unpacked_bytes: int = 50 * 1024**2
    archive_bytes: int = 2 * 1024**3
    members: int = 20_000
    pages: int = 5_000
    characters: int = 10_000_000

    def refuse_file(self, size: int) -> None:
        """Raises ReadError where a file of `size` bytes is too large."""
        _refuse("the file", size, self.file_bytes, "bytes")

    def refuse_unpacked(self, size: int) -> None:
        """Raises ReadError where parts that unpack to `size` bytes are too large."""
        _refuse("what is packed in the file", size, self.unpacked_bytes, "bytes")

    def refuse_archive(self, size: int) -> None:
        """Raises ReadError where members that unpack to `size` bytes are too large together."""
        _refuse("what is packed in the archive", size, self.archive_bytes, "bytes")

    def refuse_members(self, count: int) -> None:
        """Raises ReadError where `count` files in one archive are too many."""
        _refuse("the archive", count, self.members, "files")

    def refuse_pages(self, count: int) -> None:
        """Raises ReadError where `count` pages are too many."""
        _refuse("the document", count, self.pages, "pages")

    def refuse_characters(self, count: int) -> None:
        """Raises ReadError where a text of `count` characters is too long."""
        _refuse("the text", count, self.characters, "characters")


def _refuse(what: str, size: int, bound: int, unit: str) -> None:
    if size > bound:
        raise ReadError(
            f"{what} comes to {size:,} {unit}, and {bound:,} is the limit",
            hint="Split the file, or raise the limit if you trust where it comes from",
        )
