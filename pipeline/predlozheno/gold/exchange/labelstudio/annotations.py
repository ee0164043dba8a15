"""Label Studio's JSON export as sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from predlozheno.errors import GoldError
from predlozheno.gold.documents import GoldRecord, GoldReject
from predlozheno.gold.exchange.labelstudio.interface import FRAGMENT
from predlozheno.gold.exchange.parts import (
    CHOICES,
    CONTENT,
    FLAGS,
    LINKS,
    REJECT,
    TEXTS,
    TIMING,
    TRIGGER,
    Part,
    Parts,
    put_together,
    told,
)
from predlozheno.gold.exchange.sheets import Sheet
from predlozheno.gold.files import Reason
from predlozheno.gold.quotes import Extent
from predlozheno.records.schema import PartySource, TimingType


@dataclass(slots=True)
class _Region:
    label: str
    extent: Extent
    choices: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)


def read_tasks(content: Sequence[Any]) -> tuple[list[Sheet], list[str]]:
    """The annotated tasks of a JSON export, and the documents of those that nobody annotated.

    Of several annotations the last that was not cancelled counts.

    Raises:
        GoldError: where the export is of another kind or interface, or a record is incomplete;
            names documents and words.
    """
    sheets: list[Sheet] = []
    skipped: list[str] = []
    problems: list[str] = []
    for number, task in enumerate(content, 1):
        try:
            data = task["data"]
            text, name = data["text"], data.get("document") or f"task-{task.get('id', number)}"
            given = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
            if not given:
                skipped.append(name)
                continue
            sheets.append(
                _sheet(name, text, data.get("source") or text, given[-1]["result"], problems)
            )
        except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
            raise GoldError(
                f"task {number} is not as Label Studio exports it ({error!r})",
                hint="Export as JSON, not JSON-MIN, from a project with the exported interface",
            ) from error
    if problems:
        raise GoldError(told(problems), hint="Mend them in Label Studio and export again")
    return sheets, skipped


def _sheet(name: str, text: str, source: str, results: Sequence[Any], problems: list[str]) -> Sheet:
    regions = _regions(name, text, results, problems)
    links = _links(regions, results)
    fragments = {end for _, end, label in links if label == FRAGMENT}
    records: list[GoldRecord] = []
    rejects: list[GoldReject] = []
    for key, region in regions.items():
        words = " ".join(text[slice(*region.extent)].split())
        try:
            if region.label == CONTENT and key not in fragments:
                records.append(put_together(_parts(key, regions, links)))
            elif region.label == REJECT:
                reason = next(iter(region.choices.get("reason", ())), None)
                if reason not in set(Reason):
                    raise GoldError("has no reason", hint="Choose one")
                notes = " ".join(region.texts.get("reject_notes", ()))
                rejects.append(GoldReject(*region.extent, "", Reason(reason), notes))
        except GoldError as error:
            problems.append(f"{name}: «{words}» {error}")
    return Sheet(name, source, tuple(records), tuple(rejects))


def _regions(
    name: str, text: str, results: Sequence[Any], problems: list[str]
) -> dict[str, _Region]:
    regions: dict[str, _Region] = {}
    for result in results:
        if result["type"] == "labels":
            value = result["value"]
            extent = _checked(text, value)
            if extent is None:
                problems.append(f"{name}: «{value['text']}» does not stand at {value['start']}")
            else:
                regions[result["id"]] = _Region(value["labels"][0], extent)
    for result in results:
        region = regions.get(result.get("id", ""))
        if region and result["type"] == "choices":
            region.choices[result["from_name"]] = list(result["value"]["choices"])
        elif region and result["type"] == "textarea":
            words = result["value"]["text"]
            region.texts[result["from_name"]] = [words] if isinstance(words, str) else list(words)
    return regions


def _checked(text: str, value: dict[str, Any]) -> Extent | None:
    """Where the region stands; older versions count the halves of characters beyond the first 65,536."""
    start, end = int(value["start"]), int(value["end"])
    words = value.get("text")
    if words is None or _ink(text[start:end]) == _ink(words):
        return start, end
    wide = text.encode("utf-16-le")
    start, end = (
        len(wide[: 2 * place].decode("utf-16-le", errors="ignore")) for place in (start, end)
    )
    return (start, end) if _ink(text[start:end]) == _ink(words) else None


def _ink(words: str) -> str:
    return "".join(words.split())


def _links(regions: dict[str, _Region], results: Sequence[Any]) -> list[tuple[str, str, str]]:
    """Relations from contents, whichever way they were drawn, with what their other end is to it."""
    links = []
    for result in results:
        if result["type"] != "relation":
            continue
        start, end = result["from_id"], result["to_id"]
        if start not in regions or end not in regions:
            continue
        if result.get("direction") == "left" or regions[start].label != CONTENT:
            start, end = end, start
        label = next(iter(result.get("labels") or ()), None) or _implied(regions[end].label)
        links.append((start, end, label))
    return links


def _implied(label: str) -> str:
    if label == CONTENT:
        return FRAGMENT
    return TIMING if label in set(TimingType) else label


def _parts(key: str, regions: dict[str, _Region], links: Sequence[tuple[str, str, str]]) -> Parts:
    own = regions[key]
    mine = [(end, label) for start, end, label in links if start == key]
    extents = [own.extent, *(regions[end].extent for end, label in mine if label == FRAGMENT)]
    parts = [Part(CONTENT, CONTENT, tuple(sorted(extents)))]
    for end, link in mine:
        region = regions[end]
        if link == FRAGMENT:
            continue
        if link not in (TRIGGER, *LINKS):
            raise GoldError(f"has a relation '{link}'", hint=f"Use one of {', '.join(LINKS)}")
        told_of = {**region.choices, **region.texts}
        attributes = tuple(
            (name, values[0])
            for name in ("source", "name", "canonical", "value")
            if (values := told_of.get(name)) and values[0] != PartySource.STATED
        )
        parts.append(Part(link, region.label, (region.extent,), attributes))
    choices = {
        name: values[0] for name, values in own.choices.items() if name in CHOICES and values
    }
    texts = {name: tuple(words) for name, words in own.texts.items() if name in TEXTS and words}
    return Parts(choices, set(own.choices.get("flags", ())) & set(FLAGS), texts, parts)
