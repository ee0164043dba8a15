"""Hand-made gold documents and predictions, so that every score is known beforehand."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.loading import load
from predlozheno.gold.quotes import occurrences
from predlozheno.records.schema import (
    Content,
    Evidence,
    Kind,
    Party,
    PartyType,
    Proposal,
    Span,
    Status,
    Target,
    Timing,
)

TEXT = """\
Правление садового товарищества «Калинка».

Петров предложил углубить пруд до 1 мая. Сидорова рекомендовала
ревизионной комиссии проверить смету для порядка в кассе.

Решили: поручить Петрову закупить трубы. Возможно, стоит создать комиссию по дорогам.

Предложений по въезду не поступило.
"""

GOLD = """\
text: kalinka.txt
genre: gardeners
proposals:
  - kind: proposal
    trigger: предложил
    proposers: [Петров]
    content: углубить пруд до 1 мая
    timing: [{deadline: {text: до 1 мая, value: 05-01}}]
  - kind: recommendation
    trigger: рекомендовала
    proposers: [Сидорова]
    targets: [{addressee: ревизионной комиссии}]
    content: проверить смету
    purpose: для порядка в кассе
  - kind: assignment
    trigger: поручить
    targets: [{addressee: Петрову}]
    content: закупить трубы
  - kind: proposal
    optional: true
    trigger: стоит
    targets: [{established: комиссию по дорогам}]
    content: создать комиссию по дорогам
rejects:
  - {text: Предложений по въезду не поступило, reason: negated}
"""


@pytest.fixture
def write_gold(tmp_path: Path) -> Callable[..., Path]:
    """Writes a text and its gold file, and gives the gold file's path."""

    def write(text: str = TEXT, gold: str = GOLD, stem: str = "kalinka") -> Path:
        folder = tmp_path / "gold"
        folder.mkdir(exist_ok=True)
        content = textwrap.dedent(gold).replace("kalinka.txt", f"{stem}.txt")
        (folder / f"{stem}.txt").write_bytes(text.encode())
        path = folder / f"{stem}.gold.yaml"
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.fixture
def kalinka_yaml() -> str:
    """The gold file of `kalinka`, as written."""
    return GOLD


@pytest.fixture
def kalinka(write_gold: Callable[..., Path]) -> GoldDocument:
    """Three records, an optional one and a hard negative."""
    return load(write_gold())


@pytest.fixture
def guess() -> Callable[..., Proposal]:
    """Makes a prediction out of quotes of a document."""
    return make_guess


def make_guess(
    gold: GoldDocument,
    content: str,
    *,
    trigger: str = "предложил",
    kind: str = "proposal",
    proposers: tuple[str, ...] = (),
    targets: tuple[tuple[str, str], ...] = (),
    purpose: str | None = None,
    timing: tuple[tuple[str, str], ...] = (),
    source: str = "stated",
    **fields: Any,
) -> Proposal:
    def span(quote: str) -> dict[str, Any]:
        start, end = occurrences(quote, gold.source)[0]
        return {"start": start, "end": end, "text": " ".join(quote.split())}

    def party(quote: str) -> dict[str, Any]:
        return {**span(quote), "name": quote, "canonical": quote, "type": PartyType.ORG}

    defaults: dict[str, Any] = {"status": Status.PROPOSED, "rule": "test", "confidence": 0.75}
    return Proposal(
        id=f"{abs(hash((content, trigger, kind))):016x}"[-16:],
        document=gold.document.name,
        kind=Kind(kind),
        trigger=Span(**span(trigger)),
        content=Content(**span(content)),
        proposers=tuple(Party(**party(quote), source=source) for quote in proposers),
        targets=tuple(Target(**party(quote), role=role) for role, quote in targets),
        purpose=Span(**span(purpose)) if purpose else None,
        timing=tuple(Timing(**span(quote), type=type_) for type_, quote in timing),
        evidence=Evidence(**span(content)),
        **{**defaults, **fields},
    )
