"""Parquet: typed records for programs that read columns, with parties, targets and spans nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from predlozheno.records.schema import Proposal
from predlozheno.records.table import COLUMNS, to_frame

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_GROUP = 5_000
_PART = 500_000

# The record's fields as they nest, then those columns of the table that no field is called like.
_DERIVED = tuple(column for column in COLUMNS if column.name not in Proposal.model_fields)


def write(proposals: Iterable[Proposal], path: Path) -> None:
    """Writes the records as they come: one file, or, beyond half a million, a folder of parts.

    Columns are the fields of the record, nested as in the JSON, and the table's columns that the
    record has no field for (`addressees`, `deadline_date` …).
    """
    records = iter(proposals)
    _write_part(islice(records, _PART), path)
    more = list(islice(records, 1))
    if not more:
        return
    first = path.with_name(f"{path.name}.0")
    path.rename(first)
    path.mkdir()
    first.rename(path / _part(0))
    number = 0
    while more:
        number += 1
        _write_part(islice(chain(more, records), _PART), path / _part(number))
        more = list(islice(records, 1))


def records(path: Path) -> Iterator[Proposal]:
    """The records of a file or folder that `write` wrote, in their order."""
    import pyarrow.parquet as pq

    for part in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(_GROUP, columns=list(Proposal.model_fields)):
                yield from map(Proposal.model_validate, batch.to_pylist())


def read(path: Path) -> pd.DataFrame:
    """The table of a file's records."""
    return to_frame(records(path))


def _part(number: int) -> str:
    return f"part-{number:05}.parquet"


def _write_part(records: Iterator[Proposal], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = _schema()
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while rows := [_row(record) for record in islice(records, _GROUP)]:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _row(record: Proposal) -> dict[str, Any]:
    derived = {column.name: column.cell(record) for column in _DERIVED}
    return record.model_dump(mode="json", by_alias=True) | derived


def _schema() -> pa.Schema:
    import pyarrow as pa

    text, whole, choice = pa.string(), pa.int64(), pa.dictionary(pa.int8(), pa.string())
    span = {"start": whole, "end": whole, "text": text}
    party = span | {"name": text, "canonical": text, "type": text, "source": text}
    vote = span | {"for": whole, "against": whole, "abstained": whole, "unanimous": pa.bool_()}

    def struct(fields: dict[str, Any]) -> Any:
        return pa.struct(list(fields.items()))

    nested = {
        "meeting": struct(dict.fromkeys(("title", "body", "number", "date", "place"), text)),
        "trigger": struct(span),
        "content": struct(span | {"fragments": pa.list_(pa.list_(whole))}),
        "proposers": pa.list_(struct(party)),
        "targets": pa.list_(struct(party | {"role": text})),
        "purpose": struct(span),
        "timing": pa.list_(struct(span | {"type": text, "value": text})),
        "outcome": struct(span | {"by": text}),
        "vote": struct(vote),
        "section": pa.list_(text),
        "evidence": struct(span | {"head": struct(span)}),
    }
    plain = {"kind": choice, "status": choice, "polarity": choice, "procedural": pa.bool_()}
    plain |= {"page": whole, "confidence": pa.float64()}
    fields = [(name, nested.get(name) or plain.get(name) or text) for name in Proposal.model_fields]
    dtypes = {"string": text, "Int64": whole, "datetime64[s]": pa.date32()}
    return pa.schema([*fields, *((column.name, dtypes[column.dtype]) for column in _DERIVED)])
