"""Writes exports for annotation tools, and reads what comes back, told apart by its content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from predlozheno.errors import GoldError, OutputError, UsageError
from predlozheno.gold.exchange import brat, labelstudio
from predlozheno.gold.exchange.corrections import read_corrections
from predlozheno.gold.exchange.parts import told
from predlozheno.gold.exchange.sheets import Sheet, flat, text_name

_DOCUMENTS = "documents.json"
_EXPECTED = (
    "Known are corrections of a report page, a JSON export of Label Studio, a folder of brat"
)


class Tool(StrEnum):
    """Annotation tools."""

    LABEL_STUDIO = "label-studio"
    BRAT = "brat"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file or folder held: its sheets, and the documents that nobody has annotated yet."""

    sheets: list[Sheet]
    skipped: list[str]


def write_export(sheets: Sequence[Sheet], tool: Tool, folder: Path, *, model: str) -> list[Path]:
    """Writes what a tool needs to show the sheets for correction, and gives the paths.

    Args:
        sheets: one a document.
        tool: which one; Label Studio gets `tasks.json` and `interface.xml`, brat a text and an
            `.ann` file a document with `annotation.conf`.
        folder: made where it is not there.
        model: what made the records.

    Raises:
        OutputError: where the folder cannot be written, or holds annotation that would be lost.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise OutputError(
            f"{folder}: is not empty, and what was annotated there would be lost",
            hint="Name another folder with --out",
        )
    if tool is Tool.LABEL_STUDIO:
        files = {
            "tasks.json": _as_json(labelstudio.tasks(sheets, model)),
            "interface.xml": labelstudio.config(),
        }
    else:
        files = _brat_files(sheets)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror})") from error
    return [folder / name for name in files]


def read_import(path: Path) -> Imported:
    """The sheets of corrections, of a Label Studio export, or of a brat folder.

    Raises:
        UsageError: where the path is missing or holds none of these.
        GoldError: where the content breaks its format, or a record is incomplete.
    """
    if path.is_dir():
        return Imported(_read_brat(path), [])
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})", hint=_EXPECTED) from error
    except ValueError as error:
        raise UsageError(f"{path}: is no JSON ({error})", hint=_EXPECTED) from error
    if isinstance(content, dict) and "format" in content:
        return Imported(read_corrections(path, content), [])
    if isinstance(content, dict) and "data" in content:
        content = [content]
    if not isinstance(content, list) or not content:
        raise UsageError(f"{path}: holds neither corrections nor tasks", hint=_EXPECTED)
    sheets, skipped = labelstudio.read_tasks(content)
    if not sheets:
        raise GoldError(
            f"{path}: none of its {len(content)} tasks is annotated",
            hint="Submit the tasks in Label Studio, then export as JSON",
        )
    return Imported(sheets, skipped)


def _brat_files(sheets: Sequence[Sheet]) -> dict[str, str]:
    files = {"annotation.conf": brat.config()}
    names: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        stem = Path(text_name(sheet.document)).stem
        text = flat(sheet.source)
        if stem in names:
            raise OutputError(
                f"{sheet.document} and {names[stem]['document']} would share {stem}.txt",
                hint="Extract them into runs of their own",
            )
        files[f"{stem}.txt"] = text
        files[f"{stem}.ann"] = brat.standoff(sheet)
        source = {"source": sheet.source} if text != sheet.source else {}
        names[stem] = {"document": sheet.document, **source}
    # brat does not look at it; it leads back to the documents.
    files[_DOCUMENTS] = _as_json(names)
    return files


def _read_brat(folder: Path) -> list[Sheet]:
    paths = sorted(folder.glob("*.ann"))
    if not paths:
        raise UsageError(f"{folder}: holds no .ann file", hint=_EXPECTED)
    names: dict[str, dict[str, str]] = {}
    problems: list[str] = []
    sheets: list[Sheet] = []
    try:
        if (folder / _DOCUMENTS).is_file():
            names = json.loads((folder / _DOCUMENTS).read_text(encoding="utf-8"))
        for path in paths:
            text = path.with_suffix(".txt").read_bytes().decode()
            told_of = names.get(path.stem, {})
            document = told_of.get("document", f"{path.stem}.txt")
            ann = path.read_bytes().decode()
            try:
                sheet, wrong = brat.read_standoff(document, told_of.get("source", text), ann)
            except GoldError as error:
                raise GoldError(f"{path}: {error.message}", hint=error.hint) from error
            sheets.append(sheet)
            problems += [f"{path}: {problem}" for problem in wrong]
    except (OSError, ValueError) as error:
        raise GoldError(f"{folder}: cannot be read ({error})") from error
    if problems:
        raise GoldError(told(problems), hint="Mend them in brat")
    return sheets


def _as_json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
