"""The way of a sentence: what the program makes of it now, the entry for it, and whether that holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from predlozheno.authoring.entry import Entry
from predlozheno.authoring.examples import missed, records_of, with_marks_of
from predlozheno.authoring.spelling import unknown_words
from predlozheno.authoring.suggesting import Suggestion, extended, suggest
from predlozheno.extractor import Extractor, Result
from predlozheno.proposals.examples import Example, Sketch
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.records.schema import Kind, Proposal

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Proposed:
    """An entry with its example marked as the program reads it.

    Attributes:
        suggestion: the entry, and where its parts come from.
        replaces: the frame that knew the words already and is widened, or None.
        record: what the entry finds in the sentence, or None.
        faults: what the entry does not keep, each in plain words; empty where all examples hold.
    """

    suggestion: Suggestion
    replaces: Frame | None
    record: Proposal | None
    faults: tuple[str, ...]

    @property
    def entry(self) -> Entry:
        """The entry as it would be kept."""
        return self.suggestion.entry


def propose(
    sketch: Sketch, frames: FrameSet, *, kind: Kind | None = None, rejects: Sequence[str] = ()
) -> Proposed:
    """The entry for a sentence, tried on the sentence itself and on what it must leave alone.

    Args:
        sketch: one sentence with any of its marks, or none.
        frames: the frames that are known already.
        kind: where it is known.
        rejects: sentences in which the entry must find nothing.

    Raises:
        UsageError: where no entry can be made out.
    """
    suggestion = suggest(sketch, frames, kind=kind, rejects=rejects)
    known = _knows(frames, suggestion, Extractor(frames).extract(sketch.text))
    if known is not None:
        suggestion = extended(suggestion, known, kind)
    after = Extractor(with_entry(frames, suggestion.entry))
    result = after.extract(sketch.text)
    own = records_of(suggestion.entry.frame(), result)
    if own:
        suggestion = _with_example(suggestion, with_marks_of(own[0], suggestion.sketch))
    frame = suggestion.entry.frame()
    faults = (*map(str, unknown_words(frame)), *_faults(frame, after, rejects))
    return Proposed(suggestion, known, own[0] if own else None, faults)


def with_entry(frames: FrameSet, entry: Entry) -> FrameSet:
    """The frames with the entry beside them, in the place of one of the same id."""
    frame = entry.frame()
    if frames.get(frame.id) is None:
        return FrameSet((*frames, frame))
    return FrameSet(tuple(frame if one.id == frame.id else one for one in frames))


def _knows(frames: FrameSet, suggestion: Suggestion, result: Result) -> Frame | None:
    """The frame that has the trigger's words already, whatever became of them."""
    start, end = suggestion.sketch.triggers[0]
    trigger = suggestion.sketch.text[start:end]
    for entry in result.account:
        if entry.trigger in trigger or trigger in entry.trigger:
            return frames.get(entry.rule.partition("+")[0])
    return None


def _with_example(suggestion: Suggestion, sketch: Sketch) -> Suggestion:
    entry = suggestion.entry
    matches = (*entry.matches[:-1], sketch.marked())
    return replace(suggestion, sketch=sketch, entry=replace(entry, matches=matches))


def _faults(frame: Frame, extractor: Extractor, rejects: Sequence[str]) -> list[str]:
    found = []
    for marked in frame.matches:
        example = Example.parse(marked)
        if fault := missed(frame, example, extractor.extract(example.text)):
            found.append(f"«{example.text}»: {fault}")
    lexicon = Lexicon(FrameSet((frame,)))
    for text in rejects:
        if not any(lexicon.find(word) for word in _WORD.findall(text)):
            found.append(f"«{text}» holds none of its words, so it shows nothing")
        if own := records_of(frame, extractor.extract(text)):
            found.append(f"«{text}» should be left alone, but «{own[0].content.text}» is found")
    return found
