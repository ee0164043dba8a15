"""Marked example sentences: which words are the trigger, and which stand in which slot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from predlozheno.records.schema import Role

GOVERNED = ("content", "proposer", *(role.value for role in Role))
SLOTS = (*GOVERNED, "purpose", "deadline", "period", "recurrence")
_MARK = re.compile(r"⟨(?P<words>[^⟨⟩]+)⟩(?P<slot>\w+)|\[(?P<trigger>[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sentence with any of its marks, or none.

    Attributes:
        text: the sentence without marks.
        triggers: offsets into `text` of what was marked as the trigger; there may be none.
        marks: slot name and offsets into `text`, in order.
    """

    text: str
    triggers: tuple[tuple[int, int], ...]
    marks: tuple[tuple[str, int, int], ...]

    @classmethod
    def parse(cls, marked: str, names: Mapping[str, str] | None = None) -> Sketch:
        """Reads «⟨words⟩slot [trigger] …».

        Args:
            marked: a sentence with or without marks.
            names: further names of slots, each with the one it stands for.

        Raises:
            ValueError: where a slot is unknown or a bracket stands alone.
        """
        plain, last, triggers, marks = "", 0, [], []
        for match in _MARK.finditer(marked):
            plain += marked[last : match.start()]
            words = match["words"] or match["trigger"]
            span = (len(plain), len(plain) + len(words))
            if match["trigger"]:
                triggers.append(span)
            else:
                marks.append((_slot(match["slot"], marked, names or {}), *span))
            plain += words
            last = match.end()
        plain += marked[last:]
        if "⟨" in plain or "⟩" in plain:
            raise ValueError(f"example {marked!r} has a loose ⟨ or ⟩; write ⟨words⟩slot")
        return cls(plain, tuple(triggers), tuple(marks))

    def marked(self) -> str:
        """The sentence with its marks, as `parse` reads it."""
        ends = [(start, end, "[", "]") for start, end in self.triggers]
        ends += [(start, end, "⟨", f"⟩{slot}") for slot, start, end in self.marks]
        text = self.text
        for start, end, opening, closing in sorted(ends, reverse=True):
            text = text[:start] + opening + text[start:end] + closing + text[end:]
        return text


@dataclass(frozen=True, slots=True)
class Example:
    """A marked example: the plain sentence and the words marked in it.

    Attributes:
        text: the sentence without marks.
        trigger: offsets of the trigger into `text`.
        marks: slot name and offsets into `text`, in order.
    """

    text: str
    trigger: tuple[int, int]
    marks: tuple[tuple[str, int, int], ...]

    @classmethod
    def parse(cls, marked: str) -> Example:
        """Reads «⟨words⟩slot [trigger] …».

        Raises:
            ValueError: where the trigger is not marked once, or a slot is unknown.
        """
        sketch = Sketch.parse(marked)
        if len(sketch.triggers) != 1:
            raise ValueError(f"example {marked!r} must mark one [trigger]")
        return cls(sketch.text, sketch.triggers[0], sketch.marks)


def _slot(name: str, marked: str, names: Mapping[str, str]) -> str:
    slot = names.get(name, name)
    if slot not in SLOTS:
        known = ", ".join((*SLOTS, *names))
        raise ValueError(f"unknown slot {name!r} in example {marked!r}; known: {known}")
    return slot
