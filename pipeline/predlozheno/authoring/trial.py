"""What an entry would change over a folder of minutes, and which frames find anything there at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from predlozheno.errors import PredlozhenoError
from predlozheno.extractor import Extractor
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.reading.document import Document
from predlozheno.reading.readers import read
from predlozheno.reading.segmentation import segment
from predlozheno.report.comparing import Change, compare
from predlozheno.runs.inputs import Input, collect

Progress = Callable[[int, int], None]
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(slots=True)
class Trial:
    """What changed over the documents, in their order.

    Attributes:
        documents: how many were read.
        affected: how many of them hold a word of the entry.
        added, removed, changed: records.
        failures: for each file that could not be read, why.
    """

    documents: int = 0
    affected: int = 0
    added: list[Change] = field(default_factory=list)
    removed: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def try_frames(
    before: Extractor,
    after: Extractor,
    touched: Sequence[Frame],
    inputs: Sequence[str],
    progress: Progress | None = None,
) -> Trial:
    """Extracts the minutes with both extractors and compares.

    A text without any word of the frames that differ comes out the same and is only read.

    Args:
        before: the extractor as it is.
        after: the one to compare with it.
        touched: every frame that is not the same in both.
        inputs: files, folders and globs, as for `runs`.
        progress: called with files done and files in all.

    Raises:
        UsageError: where a path is missing, or there is nothing to read.
    """
    trial = Trial()
    lexicon = Lexicon(FrameSet(tuple(touched)))
    for document in _documents(inputs, trial.failures, progress):
        trial.documents += 1
        if not _holds(lexicon, segment(document).text):
            continue
        trial.affected += 1
        for change in compare(
            before.extract(document).proposals, after.extract(document).proposals
        ):
            if change.before is None:
                trial.added.append(change)
            elif change.after is None:
                trial.removed.append(change)
            else:
                trial.changed.append(change)
    return trial


def taken_by_frame(
    extractor: Extractor, inputs: Sequence[str], progress: Progress | None = None
) -> tuple[Counter[str], list[str]]:
    """How many triggers of each frame ended as a record over the minutes, and what could not be read.

    Raises:
        UsageError: where a path is missing, or there is nothing to read.
    """
    failures: list[str] = []
    counts: Counter[str] = Counter()
    for document in _documents(inputs, failures, progress):
        account = extractor.extract(document).account
        counts.update(a.rule.partition("+")[0] for a in account if a.outcome == "record")
    return counts, failures


def _documents(
    inputs: Sequence[str], failures: list[str], progress: Progress | None
) -> Iterator[Document]:
    found = collect(inputs)
    failures += [failure.message for failure in found.failures]
    total = len(found.files)
    for done, entry in enumerate(found.files, 1):
        document = _read(entry, failures)
        if document is not None:
            yield document
        if progress:
            progress(done, total)


def _read(entry: Input, failures: list[str]) -> Document | None:
    try:
        return read(entry.path, name=entry.name)
    except PredlozhenoError as error:
        failures.append(str(error))
        return None


def _holds(lexicon: Lexicon, text: str) -> bool:
    words = set(_WORD.findall(text))
    return any(lexicon.find(word) or lexicon.near(word) for word in words)
