"""Sheets as Label Studio tasks with predictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from predlozheno.gold.exchange.labelstudio.interface import FRAGMENT
from predlozheno.gold.exchange.parts import CONTENT, REJECT, Part, Parts, take_apart
from predlozheno.gold.exchange.sheets import Sheet, flat
from predlozheno.gold.quotes import Extent


def tasks(sheets: Iterable[Sheet], model: str) -> list[dict[str, Any]]:
    """One task a document, its records as a prediction.

    Args:
        sheets: the documents.
        model: what the prediction says that it was made by.
    """
    return [
        {
            "data": _data(sheet),
            "predictions": [{"model_version": model, "result": list(_results(sheet))}],
        }
        for sheet in sheets
    ]


def _data(sheet: Sheet) -> dict[str, str]:
    text = flat(sheet.source)
    source = {"source": sheet.source} if text != sheet.source else {}
    return {"text": text, "document": sheet.document, **source}


def _results(sheet: Sheet) -> Iterator[dict[str, Any]]:
    shared: dict[tuple[Any, ...], str] = {}
    text = flat(sheet.source)

    def region(name: str, label: str, extent: Extent) -> dict[str, Any]:
        return _result(name, "span", "labels", extent, text=text[slice(*extent)], labels=[label])

    for number, record in enumerate(sheet.records, 1):
        whole = take_apart(record)
        own = f"r{number}"
        contents = next(part.extents for part in whole.parts if part.link == CONTENT)
        for index, extent in enumerate(contents):
            name = f"{own}-{index}" if index else own
            yield region(name, CONTENT, extent)
            if index:
                yield _relation(own, name, FRAGMENT)
        yield from _fields(own, contents[0], whole)
        for part in whole.parts:
            if part.link == CONTENT:
                continue
            key = (part.label, part.extents, part.attributes)
            if key not in shared:
                shared[key] = f"s{len(shared) + 1}"
                yield region(shared[key], part.label, part.extents[0])
                yield from _attributes(shared[key], part)
            yield _relation(own, shared[key], part.link)
    for number, reject in enumerate(sheet.rejects, 1):
        yield region(f"x{number}", REJECT, reject.extent)
        yield _result(
            f"x{number}", "reason", "choices", reject.extent, choices=[str(reject.reason)]
        )
        if reject.notes:
            yield _result(
                f"x{number}", "reject_notes", "textarea", reject.extent, text=[reject.notes]
            )


def _fields(name: str, extent: Extent, whole: Parts) -> Iterator[dict[str, Any]]:
    for field_name, value in whole.choices.items():
        yield _result(name, field_name, "choices", extent, choices=[value])
    if whole.flags:
        yield _result(name, "flags", "choices", extent, choices=sorted(whole.flags))
    for field_name, words in whole.texts.items():
        yield _result(name, field_name, "textarea", extent, text=list(words))


def _attributes(name: str, part: Part) -> Iterator[dict[str, Any]]:
    for field_name, value in part.attributes:
        if field_name == "source":
            yield _result(name, field_name, "choices", part.extents[0], choices=[value])
        else:
            yield _result(name, field_name, "textarea", part.extents[0], text=[value])


def _result(name: str, control: str, kind: str, extent: Extent, **value: Any) -> dict[str, Any]:
    start, end = extent
    return {
        "id": name,
        "from_name": control,
        "to_name": "text",
        "type": kind,
        "value": {"start": start, "end": end, **value},
    }


def _relation(start: str, end: str, label: str) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": start,
        "to_id": end,
        "direction": "right",
        "labels": [label],
    }
