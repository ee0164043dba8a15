"""Writes sheets as gold files, each beside its text, and makes sure that they read back the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from predlozheno.errors import GoldError, OutputError
from predlozheno.gold.documents import OWN_STATUS, GoldParty, GoldRecord, GoldReject, GoldVote, Mark
from predlozheno.gold.exchange.sheets import Sheet, text_name
from predlozheno.gold.files import RawGold
from predlozheno.gold.loading import SUFFIX
from predlozheno.gold.quotes import Extent
from predlozheno.gold.quoting import Quoter
from predlozheno.gold.resolving import Resolver
from predlozheno.reading.readers import read_bytes
from predlozheno.records.schema import PartySource, Polarity


def write_gold(sheets: Sequence[Sheet], folder: Path, *, replace: bool = False) -> list[Path]:
    """Writes a gold file and a copy of its text for each sheet, and gives the gold files' paths.

    Everything is checked before the first file is written.

    Args:
        sheets: one a document.
        folder: made where it is not there.
        replace: whether a gold file of the same text that is already there may be written over.

    Raises:
        GoldError: where a span cannot be quoted, or a text cannot be kept as a text file.
        OutputError: where a gold file is already there, or the folder cannot be written.
    """
    files: dict[Path, bytes] = {}
    for sheet in sheets:
        text = folder / text_name(sheet.document)
        gold = text.with_name(f"{text.stem}{SUFFIX}")
        if gold in files:
            raise GoldError(
                f"{sheet.document}: two documents would be written as {gold.name}",
                hint="Import them one by one into different folders with --out",
            )
        _refuse_loss(gold, text, sheet, replace=replace)
        try:
            files[gold] = gold_text(sheet, text.name).encode()
        except GoldError as error:
            raise GoldError(f"{sheet.document}: {error.message}", hint=error.hint) from error
        files[text] = _text_bytes(sheet)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in files.items():
            path.write_bytes(data)
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror})", hint="Name another with --out"
        ) from error
    return [path for path in files if path.name.endswith(SUFFIX)]


def gold_text(sheet: Sheet, text: str) -> str:
    """The gold file of a sheet, as YAML that quotes its text.

    Args:
        sheet: the document's records, in any order.
        text: the path of its text, relative to the gold file.

    Raises:
        GoldError: where no quote leads to a span.
    """
    quoter = Quoter(sheet.source)
    records = sorted(sheet.records, key=lambda record: _order(quoter, record))
    raw: dict[str, Any] = {"text": text, "proposals": list(_entries(quoter, records))}
    if sheet.rejects:
        raw["rejects"] = list(_rejects(quoter, sheet.rejects, records))
    _check(raw, sheet.source, quoter, records)
    return yaml.dump(raw, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _entries(quoter: Quoter, records: Sequence[GoldRecord]) -> Iterator[dict[str, Any]]:
    taken: set[Extent] = set()
    onward = 0
    for number, record in enumerate(records, 1):
        try:
            yield _entry(quoter, record, onward, taken)
        except GoldError as error:
            raise GoldError(f"record {number}: {error.message}", hint=error.hint) from error
        onward, end = _edges(quoter, record)
        taken.add((onward, end))


def _entry(quoter: Quoter, record: GoldRecord, onward: int, taken: set[Extent]) -> dict[str, Any]:
    anchor = _edges(quoter, record)

    def near(mark: Mark) -> str:
        return quoter.near(mark.extent, anchor, _words(mark))

    def party(mark: GoldParty) -> Any:
        source = mark.source if mark.source != PartySource.STATED else None
        return _quote(near(mark), name=mark.name, canonical=mark.canonical, source=source)

    content = []
    begin = onward
    for mark in record.content:
        whole = taken if len(record.content) == 1 else set()
        content.append(quoter.onward(mark.extent, begin, whole, _words(mark)))
        begin = quoter.reach(mark.extent)[1]
    entry: dict[str, Any] = {
        "kind": record.kind,
        "trigger": near(record.trigger),
        "proposers": [party(mark) for mark in record.proposers],
        "targets": [{str(mark.role): party(mark)} for mark in record.targets],
        "content": content if len(content) > 1 else content[0],
        "purpose": near(record.purpose) if record.purpose else None,
        "timing": [
            {str(mark.type): _quote(near(mark), value=mark.value)} for mark in record.timing
        ],
        "status": record.status if record.status != OWN_STATUS[record.kind] else None,
        "polarity": record.polarity if record.polarity != Polarity.FOR else None,
        "procedural": record.procedural,
        "vote": _vote(record.vote) if record.vote else None,
        "section": list(record.section),
        "item": record.item,
        "speaker": record.speaker,
        "optional": record.optional,
        "notes": record.notes,
    }
    # A vote without counts still says that there was one.
    return {key: value for key, value in entry.items() if value or value == {}}


def _vote(vote: GoldVote) -> dict[str, Any]:
    counts = {"for": vote.for_, "against": vote.against, "abstained": vote.abstained}
    given = {side: count for side, count in counts.items() if count is not None}
    return given | ({"unanimous": True} if vote.unanimous else {})


def _rejects(
    quoter: Quoter, rejects: Sequence[GoldReject], records: Sequence[GoldRecord]
) -> Iterator[dict[str, str]]:
    triggers = {quoter.reach(record.trigger.extent) for record in records}
    taken: set[Extent] = set()
    for reject in sorted(rejects, key=lambda mark: mark.extent):
        inked = quoter.reach(reject.extent)
        if inked in taken:
            continue
        quote = quoter.clear(reject.extent, taken, triggers, _words(reject))
        taken.add(inked)
        notes = {"notes": reject.notes} if reject.notes else {}
        yield {"text": quote, "reason": str(reject.reason), **notes}


def _quote(text: str, **fields: str | None) -> Any:
    given = {key: str(value) for key, value in fields.items() if value}
    return {"text": text, **given} if given else text


def _words(mark: Mark) -> str:
    # The quote of a gold file may carry its own number, which need not be right any more.
    return "" if "#" in mark.text else mark.text


def _edges(quoter: Quoter, record: GoldRecord) -> Extent:
    return quoter.reach(record.content[0].extent)[0], quoter.reach(record.content[-1].extent)[1]


def _order(quoter: Quoter, record: GoldRecord) -> tuple[Any, ...]:
    return *_edges(quoter, record), record.trigger.extent, record.kind


def _check(raw: dict[str, Any], source: str, quoter: Quoter, records: Sequence[GoldRecord]) -> None:
    """The file must read back as what was to be written."""
    resolver = Resolver("", source)
    found, _ = resolver.resolve(RawGold.model_validate(raw))
    wanted = [[quoter.reach(extent) for extent in _extents(record)] for record in records]
    if resolver.problems or [_extents(record) for record in found] != wanted:
        raise GoldError(
            f"its records do not read back as they were marked ({resolver.problems})",
            hint="This is a fault of predlozheno: please report it",
        )


def _extents(record: GoldRecord) -> list[Extent]:
    marks = [record.trigger, *record.content, *record.proposers, *record.targets, *record.timing]
    return [mark.extent for mark in [*marks, *([record.purpose] if record.purpose else [])]]


def _refuse_loss(gold: Path, text: Path, sheet: Sheet, *, replace: bool) -> None:
    if text.is_file() and text.read_bytes() != _text_bytes(sheet):
        raise OutputError(
            f"{text}: another text of this name is already there", hint="Name another with --out"
        )
    if gold.exists() and not replace:
        raise OutputError(
            f"{gold}: is already there",
            hint="Name another folder with --out, or write over it with --replace",
        )


def _text_bytes(sheet: Sheet) -> bytes:
    data = sheet.source.encode()
    if read_bytes(data, name=sheet.document, suffix=".txt").source != sheet.source:
        raise GoldError(
            f"{sheet.document}: its text cannot be kept in a text file as it is",
            hint="It begins with a byte order mark; save the document without it",
        )
    return data


class _Dumper(yaml.SafeDumper):
    """Records as blocks; what lies inside a field on one line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """Plain, for a subclass of `str` too."""
        return self.represent_scalar("tag:yaml.org,2002:str", str(data))

    def represent_mapping(self, tag: str, mapping: Any, flow_style: Any = None) -> yaml.MappingNode:
        """On one line, unless it is a record or the file itself."""
        is_block = flow_style or "kind" in mapping or "proposals" in mapping
        return super().represent_mapping(tag, mapping, flow_style=not is_block)

    def represent_sequence(
        self, tag: str, sequence: Any, flow_style: Any = None
    ) -> yaml.SequenceNode:
        """On one line where it holds nothing but words."""
        is_flow = flow_style or all(isinstance(part, str) for part in sequence)
        return super().represent_sequence(tag, sequence, flow_style=is_flow)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        """Items stand further in than their list's name."""
        return super().increase_indent(flow, False)


_Dumper.add_multi_representer(str, _Dumper.represent_str)
