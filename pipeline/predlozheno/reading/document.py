"""What reading makes of a file: its source text, its repaired text, and the blocks of the meeting.

Three texts are told apart everywhere in the package:

* the *source*: `Document.source`, exactly what the reader took from the file;
* the *repaired* text: `Segments.text`, the same words with the layout mended, one block a line;
* quotes shown to people, which are cut out of the repaired text.

All offsets are half-open and count characters. `OffsetMap` leads from the repaired text to the source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from predlozheno.reading.offsets import OffsetMap

BlockKind = Literal["paragraph", "heading", "item", "row", "label"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its reader took it.

    Attributes:
        name: the record's `document`: a path with `/`, relative to the folder given.
        source: the text of the file without a byte order mark, line ends untouched.
        format: name of the reader, such as "text" or "markdown".
        encoding: codec name the bytes were decoded with; None where the format carries its own.
        sha256: of the file's bytes, in hex.
        pages: offsets into `source` at which pages begin; empty where the format has none.
        headings: the lines that the format itself marks as headings: the offset into `source` at
            which each begins, and its level from 1.
    """

    name: str
    source: str
    format: str = "text"
    encoding: str | None = None
    sha256: str = ""
    pages: tuple[int, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """The source with its layout mended.

    `text` has one block a line. Lines are parted by one "\\n"; inside a line there is no white space
    but single spaces, and single tabs between the cells of a table row. No line is empty, and none
    begins or ends with white space.
    """

    text: str
    offsets: OffsetMap


@dataclass(slots=True)
class Block:
    """One line of the repaired text, and its place in the meeting.

    Attributes:
        start, end: the whole line, offsets into the repaired text.
        kind: paragraph; heading; item (numbered or dashed, also a numbered agenda line); row (of a
            table); label (a line that only names a speaker or a stage, such as «ВЫСТУПИЛИ:»).
        body: where the words begin: behind list marker, speaker label and stage label.
        marker: the list marker as printed («1.1.», «–», «а)»), or None.
        number: the marker without its punctuation («1.1», «а»); None for dashes and bullets.
        level: depth of the list, 0 outside lists and 1 for items of an outermost list.
        parent: index of the block that this one hangs under: the list head or parent item of an item,
            the header row of a row, else the nearest heading or stage label above; None at the top.
            A list head is a line that ends in a colon, or the item above of a shallower numbering.
        stage: the label of the part of the meeting it stands in, as printed without its colon
            («СЛУШАЛИ», «ВЫСТУПИЛИ», «РЕШИЛИ», «Постановили»), or None.
        stage_span: where that label was printed, offsets into the repaired text, or None.
        speaker: the label of the turn that the block belongs to, as printed without its colon
            («проф. М.М. Гринёв», «Петров И.И.»), or None.
        speaker_span: where that label was printed (its name alone, without title or party), or None.
        section: the headings and stage labels above it, outermost first.
        item: agenda and list numbers as a path («2/1»), or as printed where that holds both («2.1»).
        cells: of a row: the spans of its cells, offsets into the repaired text.
        zone: "head" for the meeting's head with its lists of those present, "agenda" for the lines of
            the printed agenda, "tail" for signatures and enclosures, else "body".
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    body: int = 0
    marker: str | None = None
    number: str | None = None
    level: int = 0
    parent: int | None = None
    stage: str | None = None
    stage_span: tuple[int, int] | None = None
    speaker: str | None = None
    speaker_span: tuple[int, int] | None = None
    section: tuple[str, ...] = ()
    item: str | None = None
    cells: tuple[tuple[int, int], ...] = ()
    zone: Literal["head", "agenda", "body", "tail"] = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the repaired text, and the index of the block that holds it."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the document's head says of the meeting; None where it does not say.

    `date` is ISO 8601, or an interval `2025-04-24/2025-04-25`.
    """

    title: str | None = None
    body: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Segments:
    """A document cut into what the meeting is made of.

    Attributes:
        document: what was read.
        text: the repaired text.
        offsets: leads from spans of `text` to spans of `document.source`.
        blocks: one for each line of `text`, in order.
        sentences: in order, none crossing a block; together they hold every character of `text` that
            is not white space.
        meeting: None where the document has no head.
    """

    document: Document
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = field(default=())
    meeting: MeetingHead | None = None
