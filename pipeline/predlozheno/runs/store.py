"""What a run folder remembers of each document, so that a run goes on where it was ended."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from predlozheno.errors import OutputError, ReadError
from predlozheno.records.schema import Proposal
from predlozheno.runs.answers import Answer
from predlozheno.runs.failures import Failure

STORE = ".predlozheno.sqlite"

# A row is committed with its document, and the order of names is the order of every output.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    name TEXT PRIMARY KEY,
    file TEXT,            -- SHA-256 of the file; null where it could not be read
    key TEXT,             -- what else the answer depends on; null where it is to be tried again
    failure TEXT,         -- JSON, or null
    row TEXT,             -- JSON
    text TEXT,            -- SHA-256 of the source
    bytes INTEGER,        -- of the source in UTF-8
    kinds TEXT,           -- JSON: how many records of each kind
    outcomes TEXT,        -- JSON
    records BLOB          -- JSON Lines, compressed
);
CREATE INDEX IF NOT EXISTS by_text ON documents (text, name);
CREATE TEMP TABLE wanted (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a document from before: of which file and key, and how long its source is."""

    file: str
    key: str
    source_bytes: int | None


class Store:
    """The memory of a run folder. One process uses it at a time; the folder's lock sees to that."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def kept(self, name: str) -> Kept | None:
        """What is known of a document that need not be tried again while its file stays the same."""
        query = "SELECT file, key, bytes FROM documents WHERE name = ? AND key IS NOT NULL"
        found = self._connection.execute(query, (name,)).fetchone()
        return Kept(*found) if found else None

    def put(self, answer: Answer, key: str) -> None:
        """Remembers an answer, whole or not at all, in place of an older one of the same document.

        Only a document read to its end, or refused for what it holds, is not tried again: a worker
        that ended, a file that could not be opened may be another matter the next time.
        """
        failure = answer.failure
        final = failure is None or failure.error == ReadError.__name__
        source = answer.source.encode()
        self._connection.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                answer.document,
                answer.sha256,
                key if final and answer.sha256 else None,
                json.dumps(asdict(failure)) if failure else None,
                None if failure else json.dumps(answer.row),
                None if failure else sha256(source).hexdigest(),
                None if failure else len(source),
                json.dumps(answer.kinds),
                json.dumps(answer.outcomes),
                zlib.compress("".join(f"{line}\n" for line in answer.records).encode(), 1),
            ),
        )

    def want(self, names: Iterable[str]) -> None:
        """Forgets every document that is not among `names`."""
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT OR IGNORE INTO wanted VALUES (?)", ((name,) for name in names)
        )
        self._connection.execute(
            "DELETE FROM documents WHERE name NOT IN (SELECT name FROM wanted)"
        )
        self._connection.execute("COMMIT")

    def documents(self) -> Iterator[tuple[dict[str, Any], Counter[str], Counter[str]]]:
        """For each document read: its row with `same_text_as`, its kinds and its triggers' outcomes."""
        first = "(SELECT min(name) FROM documents AS twin WHERE twin.text = documents.text)"
        query = (
            f"SELECT name, row, kinds, outcomes, {first} FROM documents "
            "WHERE failure IS NULL ORDER BY name"
        )
        for name, row, kinds, outcomes, original in self._connection.execute(query):
            told = {**json.loads(row), "same_text_as": original if original != name else None}
            yield told, Counter(json.loads(kinds)), Counter(json.loads(outcomes))

    def failures(self) -> Iterator[Failure]:
        """What failed, in the order of the names."""
        query = "SELECT failure FROM documents WHERE failure IS NOT NULL ORDER BY name"
        for (failure,) in self._connection.execute(query):
            yield Failure(**json.loads(failure))

    def proposals(self, kinds: frozenset[str]) -> Iterator[Proposal]:
        """The records of all documents, of `kinds` only where there are some."""
        query = "SELECT records FROM documents WHERE failure IS NULL ORDER BY name"
        for (records,) in self._connection.execute(query):
            for line in zlib.decompress(records).splitlines():
                proposal = Proposal.from_json(line.decode())
                if not kinds or proposal.kind.value in kinds:
                    yield proposal

    def names(self) -> Iterator[str]:
        """The documents that have a source."""
        query = "SELECT name FROM documents WHERE failure IS NULL ORDER BY name"
        yield from (name for (name,) in self._connection.execute(query))


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The store of a run folder, made where there is none.

    Raises:
        OutputError: where the file cannot be written, or is damaged.
    """
    path = folder / STORE
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            # Exclusive: no second process is let in, so shared disks do as well as local ones.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                # An older release kept other columns: what it knew is extracted anew.
                connection.execute("DROP TABLE IF EXISTS documents")
                connection.execute(f"PRAGMA user_version = {_VERSION}")
            connection.executescript(_SCHEMA)
            yield Store(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise OutputError(
            f"{path}: cannot be used ({error})",
            hint="Make room on the disk, or delete the file: the run then starts afresh",
        ) from error
