"""brat: a folder of texts with standoff annotation beside them, out and back.

A record is an event: its type is the kind, its trigger the trigger, its arguments content, parties,
purpose and times; status and the like are attributes, what is said in free words is JSON in a note.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from predlozheno.errors import GoldError
from predlozheno.gold.documents import GoldRecord, GoldReject
from predlozheno.gold.exchange.parts import (
    CHOICES,
    CONTENT,
    FLAGS,
    LINKS,
    PARTY,
    PROPOSER,
    PURPOSE,
    REJECT,
    TEXTS,
    TIMING,
    TRIGGER,
    Part,
    Parts,
    put_together,
    take_apart,
)
from predlozheno.gold.exchange.sheets import Sheet, flat
from predlozheno.gold.files import Reason
from predlozheno.gold.quotes import Extent
from predlozheno.records.schema import Kind, PartySource, Role, TimingType

_NOTE = "AnnotatorNotes"
_NAMES = ("name", "canonical", "value")


def config() -> str:
    """`annotation.conf`: what can be marked."""
    times = "|".join(TimingType)
    arguments = [f"{CONTENT}:{CONTENT}", f"{PROPOSER}*:{PARTY}"]
    arguments += [f"{role}*:{PARTY}" for role in Role]
    arguments += [f"{PURPOSE}?:{PURPOSE}", f"{TIMING}*:{times}"]
    on_event = [
        f"{name}\tArg:<EVENT>, Value:{'|'.join(values)}"
        for name, values in CHOICES.items()
        if name != "kind"
    ]
    sections = {
        "entities": [CONTENT, PARTY, PURPOSE, *TimingType, REJECT],
        "relations": ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"],
        "events": [f"{kind}\t{', '.join(arguments)}" for kind in Kind],
        "attributes": [
            *on_event,
            *(f"{flag}\tArg:<EVENT>" for flag in FLAGS),
            f"source\tArg:{PARTY}, Value:{'|'.join(PartySource)}",
            f"reason\tArg:{REJECT}, Value:{'|'.join(Reason)}",
        ],
    }
    return "\n".join(f"[{name}]\n" + "\n".join(lines) + "\n" for name, lines in sections.items())


def standoff(sheet: Sheet) -> str:
    """The content of the `.ann` file of a sheet; offsets count characters of `flat(source)`."""
    return "".join(f"{line}\n" for line in _Writer(flat(sheet.source)).lines(sheet))


@dataclass(slots=True)
class _Writer:
    text: str
    shared: dict[tuple[Any, ...], str] = field(default_factory=dict)
    attributes: int = 0
    notes: int = 0

    def lines(self, sheet: Sheet) -> Iterator[str]:
        for number, record in enumerate(sheet.records, 1):
            yield from self._event(f"E{number}", take_apart(record))
        for reject in sheet.rejects:
            name = f"T{len(self.shared) + 1}"
            self.shared[name, REJECT] = name
            yield self._span(name, REJECT, [reject.extent])
            yield self._attribute("reason", name, reject.reason)
            if reject.notes:
                yield self._note(name, {"notes": reject.notes})

    def _event(self, event: str, whole: Parts) -> Iterator[str]:
        kind = whole.choices.pop("kind")
        arguments: list[str] = []
        seen: defaultdict[str, int] = defaultdict(int)
        for part in whole.parts:
            label = kind if part.link == TRIGGER else part.label
            # Contents are not shared: each is a record's own.
            key = (label, part.extents, part.attributes, event if label == CONTENT else "")
            if key not in self.shared:
                self.shared[key] = name = f"T{len(self.shared) + 1}"
                yield self._span(name, label, part.extents)
                told = dict(part.attributes)
                if source := told.pop("source", None):
                    yield self._attribute("source", name, source)
                if told:
                    yield self._note(name, told)
            if part.link == TRIGGER:
                arguments.insert(0, f"{kind}:{self.shared[key]}")
                continue
            seen[part.link] += 1
            count = seen[part.link] if seen[part.link] > 1 else ""
            arguments.append(f"{part.link}{count}:{self.shared[key]}")
        yield f"{event}\t{' '.join(arguments)}"
        for name, value in whole.choices.items():
            yield self._attribute(name, event, value)
        for flag in sorted(whole.flags):
            yield self._attribute(flag, event)
        if whole.texts:
            yield self._note(event, {name: list(words) for name, words in whole.texts.items()})

    def _span(self, name: str, label: str, extents: Sequence[Extent]) -> str:
        pieces = [piece for extent in extents for piece in _lines_of(self.text, extent)]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self.text[start:end] for start, end in pieces)
        return f"{name}\t{label} {places}\t{words}"

    def _attribute(self, name: str, target: str, value: str = "") -> str:
        self.attributes += 1
        return f"A{self.attributes}\t{name} {target} {value}".rstrip()

    def _note(self, target: str, content: dict[str, Any]) -> str:
        self.notes += 1
        words = json.dumps(content, ensure_ascii=False)
        return f"#{self.notes}\t{_NOTE} {target}\t{words}"


def _lines_of(text: str, extent: Extent) -> Iterator[Extent]:
    """The span line by line: brat's marks never hold a line feed."""
    start, end = extent
    for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text[start:end]):
        yield start + match.start(), start + match.end()


def read_standoff(document: str, source: str, ann: str) -> tuple[Sheet, list[str]]:
    """The sheet of an `.ann` file, and what is wrong with its records.

    Args:
        document: the document's name.
        source: its text; as long as the text that was annotated.
        ann: the content of the `.ann` file.

    Raises:
        GoldError: where a line is not standoff annotation; names it.
    """
    marks = _Marks(flat(source))
    for number, line in enumerate(ann.split("\n"), 1):
        try:
            marks.take(line.rstrip("\r"))
        except (ValueError, IndexError, KeyError) as error:
            raise GoldError(
                f"line {number} is no standoff annotation: «{line[:60]}»",
                hint="See what brat saved there",
            ) from error
    problems: list[str] = []
    records: list[GoldRecord] = []
    rejects: list[GoldReject] = []
    for event, arguments in marks.events.items():
        try:
            records.append(put_together(marks.parts(event, arguments)))
        except GoldError as error:
            problems.append(f"{event} {error}")
    for name, (label, extents) in marks.spans.items():
        if label != REJECT:
            continue
        reason = marks.attributes[name].get("reason")
        if reason in set(Reason):
            notes = " ".join(_listed(marks.notes[name].get("notes", ())))
            rejects.append(GoldReject(extents[0][0], extents[-1][1], "", Reason(reason), notes))
        else:
            problems.append(f"{name} has no reason. Choose one")
    return Sheet(document, source, tuple(records), tuple(rejects)), problems


def _listed(words: Any) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(map(str, words))


@dataclass(slots=True)
class _Marks:
    """The lines of an `.ann` file, by their ids."""

    text: str
    spans: dict[str, tuple[str, tuple[Extent, ...]]] = field(default_factory=dict)
    events: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, line: str) -> None:
        """Takes one line in; relations and what else brat knows play no part in a record."""
        sort = line[:1]
        if sort not in {"T", "E", "A", "M", "#"}:
            return
        name, told, *rest = line.split("\t")
        head, _, tail = told.partition(" ")
        if sort == "T":
            self.spans[name] = head, self._extents(tail)
        elif sort == "E":
            pairs = [argument.split(":") for argument in told.split()]
            self.events[name] = [(label, target) for label, target in pairs]
        elif sort in {"A", "M"}:
            target, _, value = tail.partition(" ")
            self.attributes[target][head] = value
        elif head == _NOTE and rest[0].startswith("{"):
            self.notes[tail] = json.loads(rest[0])
        elif head == _NOTE:
            self.notes[tail] = {"notes": [rest[0]]}

    def parts(self, event: str, arguments: Sequence[tuple[str, str]]) -> Parts:
        """The event in parts."""
        (kind, trigger), *others = arguments
        told = self.attributes[event]
        parts = [Part(TRIGGER, TRIGGER, self._span(trigger)[1])]
        for label, target in others:
            link = label.rstrip("0123456789")
            if link not in (CONTENT, *LINKS):
                raise GoldError(f"has an argument '{label}'", hint=f"Known are {', '.join(LINKS)}")
            label_of, extents = self._span(target)
            given = {**self.attributes[target], **self.notes[target]}
            named = ("source", *_NAMES)
            attributes = tuple((n, str(given[n])) for n in named if given.get(n))
            parts.append(Part(link, label_of, extents, attributes))
        texts = {
            name: _listed(words)
            for name, words in self.notes[event].items()
            if name in TEXTS and words
        }
        choices = {name: told[name] for name in CHOICES if name in told} | {"kind": kind}
        return Parts(choices, set(told) & set(FLAGS), texts, parts)

    def _span(self, name: str) -> tuple[str, tuple[Extent, ...]]:
        if name not in self.spans:
            raise GoldError(f"names {name}, which is no span")
        return self.spans[name]

    def _extents(self, places: str) -> tuple[Extent, ...]:
        """The pieces, those that only the end of a line parts put together again."""
        extents: list[Extent] = []
        for place in places.split(";"):
            start, end = map(int, place.split())
            if not 0 <= start < end <= len(self.text):
                raise ValueError(place)
            between = self.text[extents[-1][1] : start] if extents else ""
            if "\n" in between and not between.strip():
                extents[-1] = extents[-1][0], end
            else:
                extents.append((start, end))
        return tuple(extents)
