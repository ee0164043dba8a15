"""What `extract` tells at its end: the first records, the first failures, counts, where it all lies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from predlozheno.cli.console import console, counted, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from predlozheno.runs.options import Options
    from predlozheno.runs.results import Run

_MAX_FAILURES = 10
_PHRASES = {
    "en": {
        "more": "… and {} more, see {}\n",
        "written": "Written to {}: {}",
        "failed": "{} failed",
        "skipped": "{} skipped",
        "reused": "{} unchanged since the last run and not done again",
        "page": "A page to read and correct the records: {}",
        "again": "Again into this folder: {}",
    },
    "ru": {
        "more": "… и ещё {}, все в {}\n",
        "written": "Записано в {}: {}",
        "failed": "не прочитано: {}",
        "skipped": "пропущено: {}",
        "reused": "не изменилось с прошлого раза и не делалось заново: {}",
        "page": "Страница, чтобы читать и исправлять записи: {}",
        "again": "Ещё раз в ту же папку: {}",
    },
}


def print_summary(result: Run, options: Options) -> None:
    """Records and counts on stdout, failures on stderr."""
    from predlozheno.cli.views import print_records
    from predlozheno.records.folder import CANONICAL, DOCUMENTS, FAILURES, MANIFEST, SOURCES, TABLE

    out = console()
    print_records(out, result.first, options.lang)
    tables = [f"{TABLE}.{suffix}" for suffix in dict.fromkeys((*options.formats, CANONICAL))]
    if more := result.kinds.total() - len(result.first):
        told = say("more", options.lang, more, result.folder / tables[0])
        out.print(told, soft_wrap=True)
    _print_failures(result)
    _print_counts(out, result, options.lang)
    files = ", ".join((*tables, DOCUMENTS, FAILURES, MANIFEST, f"{SOURCES}/"))
    out.print(say("written", options.lang, result.folder, files), soft_wrap=True)


def say(phrase: str, lang: str, *values: object) -> str:
    """A phrase of the summary in a language, with its values."""
    return _PHRASES[lang][phrase].format(*values)


def _print_counts(out: Console, result: Run, lang: str) -> None:
    from predlozheno.records.captions import named

    kinds = [f"{named(kind, lang)} {count}" for kind, count in result.kinds.most_common() if count]
    by_kind = f" ({', '.join(kinds)})" if kinds else ""
    documents, records = result.documents, result.kinds.total()
    if lang == "ru":
        parts = [f"документов: {documents}", f"записей: {records}{by_kind}"]
    else:
        parts = [counted(documents, "document"), f"{counted(records, 'record')}{by_kind}"]
    for phrase in ("failed", "skipped", "reused"):
        if number := getattr(result, phrase):
            parts.append(say(phrase, lang, number))
    out.print(", ".join(parts), soft_wrap=True)


def _print_failures(result: Run) -> None:
    from predlozheno.records.folder import FAILURES

    shown = result.failures[:_MAX_FAILURES]
    for failure in shown:
        hint = f". {failure.hint}" if failure.hint else ""
        sys.stderr.write(f"failed: {one_line(failure.message + hint)}\n")
    if more := result.failed - len(shown):
        sys.stderr.write(f"… and {more} more, see {result.folder / FAILURES}\n")
