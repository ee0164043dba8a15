"""Loads gold files, one or a folder of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from predlozheno.errors import GoldError, ReadError, UsageError
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.files import RawGold, read_raw
from predlozheno.gold.resolving import Problem, Resolver
from predlozheno.reading.document import Document
from predlozheno.reading.readers import read

SUFFIX = ".gold.yaml"


def load(path: Path) -> GoldDocument:
    """The gold document of one file.

    Raises:
        GoldError: where the file breaks the format, its text cannot be read, or a quote is absent.
    """
    document, problems = load_with_problems(path)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise GoldError(
            f"{path}: {problems[0]}{more}", hint=f"See them all: predlozheno gold check {path}"
        )
    return document


def load_with_problems(path: Path) -> tuple[GoldDocument, list[Problem]]:
    """The gold document of what could be resolved, and what could not.

    Raises:
        GoldError: where the file breaks the format, or its text cannot be read.
    """
    raw = read_raw(path)
    document = _read_text(path, raw)
    resolver = Resolver(stem(path), document.source)
    records, rejects = resolver.resolve(raw)
    gold = GoldDocument(
        stem=stem(path),
        path=path,
        text_path=path.parent / raw.text,
        document=document,
        genre=raw.genre,
        records=records,
        rejects=rejects,
    )
    return gold, resolver.problems


def gold_files(paths: Iterable[Path]) -> list[Path]:
    """The gold files named, or lying in the folders named, in order of their names.

    Raises:
        UsageError: where a path is missing, or a folder holds no gold file.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.glob(f"*{SUFFIX}"))
            if not inside:
                raise UsageError(
                    f"{path}: no file ending in {SUFFIX} in this folder",
                    hint="Make them of corrections with `predlozheno gold import FILE`",
                )
            found.extend(inside)
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"{path}: no such file or folder")
    return found


def stem(path: Path) -> str:
    """`drrk-politics` of `corpus/gold/drrk-politics.gold.yaml`."""
    return path.name.removesuffix(SUFFIX)


def _read_text(path: Path, raw: RawGold) -> Document:
    text_path = path.parent / raw.text
    try:
        return read(text_path, name=text_path.name)
    except ReadError as error:
        raise GoldError(
            f"{path}: its text cannot be read ({error})",
            hint="`text:` is a path relative to the gold file",
        ) from error
