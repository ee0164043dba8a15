"""Shared by tests of the outer parts: a record built by hand, and stages simple enough to predict."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from predlozheno.records.schema import Proposal

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."


def _span(source: str, words: str) -> dict[str, Any]:
    start = source.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def build(source: str = SENTENCE, **changes: Any) -> Proposal:
    """A record of SENTENCE, wherever it stands in `source`; `changes` replace fields."""
    party = {"canonical": "корейская сторона", "name": "корейская сторона", "type": "GROUP"}
    ministry = {"canonical": "министерство", "name": "министерство", "type": "ORG"}
    department = {"canonical": "отдел", "name": "отдел", "type": "ORG"}
    fields: dict[str, Any] = {
        "id": hashlib.sha256(source.encode()).hexdigest()[:16],
        "document": "протокол.txt",
        "kind": "proposal",
        "status": "proposed",
        "trigger": _span(source, "было предложено"),
        "content": _span(source, "создать отдел в министерстве до 1 марта 2025 года"),
        "action": "создать",
        "proposers": [_span(source, "Корейской стороной") | party],
        "targets": [
            _span(source, "отдел") | department | {"role": "established"},
            _span(source, "министерстве") | ministry | {"role": "host"},
        ],
        "timing": [
            _span(source, "до 1 марта 2025 года") | {"type": "deadline", "value": "2025-03-01"}
        ],
        "evidence": _span(source, SENTENCE),
        "rule": "proposal.predlozhit+short_passive",
        "confidence": 0.9,
    }
    return Proposal.model_validate(fields | changes)


@pytest.fixture(scope="session")
def proposal() -> Callable[..., Proposal]:
    """The builder of records."""
    return build


@pytest.fixture
def simple_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every SENTENCE of a text is a record, every «предложил чаю» refused; no model is loaded."""
    from predlozheno import extractor
    from predlozheno.extractor import load
    from predlozheno.proposals import Account, Extraction
    from predlozheno.reading.document import MeetingHead, Segments
    from predlozheno.reading.offsets import OffsetMap
    from predlozheno.runs.processing import process
    from predlozheno.runs.workers import engines

    def segment(document: Any) -> Segments:
        source = document.source
        if "СБОЙ" in source:
            raise RuntimeError("a fault inside a stage")
        return Segments(
            document,
            source,
            OffsetMap.identity(len(source)),
            meeting=MeetingHead(date="2025-02-03"),
        )

    def extract_proposals(segments: Segments, *_models: Any) -> Extraction:
        source, name = segments.document.source, segments.document.name
        records, account = [], []
        for match in re.finditer(re.escape(SENTENCE), source):
            begin = match.start()
            digest = hashlib.sha256(f"{name} {begin}".encode()).hexdigest()[:16]
            record = build(
                " " * begin + SENTENCE, id=digest, document=name, meeting={"date": "2025-02-03"}
            )
            records.append(record)
            account.append(
                Account(
                    start=begin,
                    end=match.end(),
                    text=SENTENCE,
                    trigger="было предложено",
                    outcome="record",
                    rule=record.rule,
                    reason="taken by it",
                    record=digest,
                )
            )
        account += [
            Account(
                start=match.start(),
                end=match.end(),
                text=match[0],
                trigger="предложила",
                outcome="refused",
                rule="proposal.predlozhit+active",
                reason="everyday: чай",
                record=None,
            )
            for match in re.finditer("Хозяйка предложила чаю", source)
        ]
        return Extraction(proposals=tuple(records), account=tuple(account))

    @contextmanager
    def inline(options: Any) -> Iterator[Any]:
        """Worker processes know nothing of a test's stages: here the documents stay in this one."""

        def nlp() -> Any:
            return load(options.models, options.frames, rules_only=options.rules_only)

        def answers(entries: Any) -> Iterator[Any]:
            own = nlp()
            return (process(own, entry, options.reading) for entry in entries)

        yield engines.Engine(lambda _: nlp() and None, answers)

    monkeypatch.setattr(engines, "engine", inline)
    monkeypatch.setattr(extractor, "segment", segment)
    monkeypatch.setattr(extractor, "annotate", lambda segments: segments)
    monkeypatch.setattr(extractor, "extract_proposals", extract_proposals)
