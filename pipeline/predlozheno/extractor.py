"""The story from top to bottom: a file is read, segmented, annotated, and becomes proposals."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, overload

from predlozheno.errors import ReadError, UsageError
from predlozheno.language import annotate
from predlozheno.proposals import Account, extract_proposals
from predlozheno.proposals.frames import FrameSet, load_frames
from predlozheno.proposals.ranking import RankingModel, load_model
from predlozheno.reading.document import Document, Segments
from predlozheno.reading.readers import read
from predlozheno.reading.segmentation import segment
from predlozheno.records.marked import marked_html
from predlozheno.records.schema import Proposal
from predlozheno.resources import models_dir

if TYPE_CHECKING:
    import pandas as pd

Source = str | Document | Path


class Result(Sequence[Proposal]):
    """What was found in one document: a sequence of its proposals in the order of the text.

    Attributes:
        document: what was read; the offsets of proposals and account point into its `source`.
        segments: the document's repaired text and its blocks.
        proposals: the records.
        account: one entry for each sentence that holds a trigger word, whatever became of it.
    """

    def __init__(
        self, segments: Segments, proposals: tuple[Proposal, ...], account: tuple[Account, ...]
    ) -> None:
        self.segments = segments
        self.document = segments.document
        self.proposals = proposals
        self.account = account

    @overload
    def __getitem__(self, index: int) -> Proposal: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Proposal]: ...
    def __getitem__(self, index: int | slice) -> Proposal | Sequence[Proposal]:
        return self.proposals[index]

    def __len__(self) -> int:
        return len(self.proposals)

    def __repr__(self) -> str:
        return f"<Result of {self.document.name!r}: {len(self)} proposals>"

    def to_frame(self) -> pd.DataFrame:
        """The proposals as a table, one row each, with the columns of `records.table`."""
        from predlozheno.records.table import to_frame

        return to_frame(self.proposals)

    def _repr_html_(self) -> str:
        return marked_html(self.document.source, self.proposals)


class Extractor:
    """Finds proposals in minutes. Made by `load`; the models are loaded once and kept."""

    def __init__(self, frames: FrameSet, ranking: RankingModel | None = None) -> None:
        self.frames = frames
        self.ranking = ranking

    def extract(self, source: Source) -> Result:
        """The proposals of one document.

        Args:
            source: minutes as a text, the path of a file, or a document already read.

        Raises:
            UsageError: where the path leads to no file.
            ReadError: where the file cannot be read, or the text is none that UTF-8 can hold.
        """
        document = _document(source)
        with _no_collection():
            segments = segment(document)
            doc = annotate(segments)
            extraction = extract_proposals(doc, self.frames, self.ranking)
        return Result(segments, extraction.proposals, extraction.account)

    def pipe(self, sources: Iterable[Source]) -> Iterator[Result]:
        """The results of many documents, one after the other, as they are asked for.

        Raises:
            UsageError, ReadError: at the first document that cannot be read; a run goes on instead.
        """
        for source in sources:
            yield self.extract(source)

    def explain(self, source: Source) -> tuple[Account, ...]:
        """What became of each sentence with a trigger word, in the order of the text.

        Raises:
            UsageError, ReadError: as `extract`.
        """
        return self.extract(source).account


@contextmanager
def _no_collection() -> Iterator[None]:
    """Puts off the search for reference cycles until a document is done.

    There are next to none: peak memory is the same to the megabyte, and looking through everything that
    a document holds, over and over, took a tenth of the time from file to records.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load(
    models: Path | str | None = None,
    frames: Path | str | None = None,
    *,
    rules_only: bool = False,
) -> Extractor:
    """An extractor with the frames and the learned ranking of a models folder.

    Args:
        models: folder to use in place of the one that came with the package.
        frames: folder of frame files to use beside those; an entry replaces one of the same id.
        rules_only: leaves the ranking out; what the rules draft is taken as it is.

    Raises:
        UsageError: where a folder named does not exist.
        ModelsError: where the models folder is none, or a file in it is damaged.
        FrameError: where a frame file breaks a rule; names file, entry and what is allowed.
    """
    ranking = None if rules_only else load_model(models_dir(_folder(models)))
    return Extractor(known_frames(models, frames), ranking)


def extract(source: Source) -> Result:
    """The proposals of one document, with the models that came with the package.

    Raises:
        UsageError, ReadError: as `Extractor.extract`.
    """
    return _default().extract(source)


@cache
def _default() -> Extractor:
    return load()


def known_frames(models: Path | str | None = None, frames: Path | str | None = None) -> FrameSet:
    """The frames of a models folder and of a folder beside it, as for `load`."""
    return load_frames(models_dir(_folder(models)), _folder(frames))


def _folder(path: Path | str | None) -> Path | None:
    if path is None:
        return None
    if not Path(path).is_dir():
        raise UsageError(f"{path}: there is no such folder", hint="Check the spelling")
    return Path(path)


def _document(source: Source) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, Path):
        if not source.exists():
            raise UsageError(f"{source}: there is no such file", hint="Check the spelling")
        if source.is_dir():
            hint = "Name a file in it; `predlozheno extract` takes whole folders"
            raise UsageError(f"{source}: is a folder, not a file", hint=hint)
        return read(source, name=source.name)
    try:
        data = source.encode()
    except UnicodeEncodeError as error:
        raise ReadError(
            f"the text holds half a character (a lone surrogate) at offset {error.start}",
            hint="Decode the text again, with the encoding it was written in",
        ) from error
    return Document("text", source, sha256=hashlib.sha256(data).hexdigest())
