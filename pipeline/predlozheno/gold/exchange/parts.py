"""A record taken apart into spans, links and words, as annotation tools know them, and put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from predlozheno.errors import GoldError
from predlozheno.gold.documents import (
    OWN_STATUS,
    GoldParty,
    GoldRecord,
    GoldTarget,
    GoldTiming,
    GoldVote,
    Mark,
)
from predlozheno.gold.quotes import Extent
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

TRIGGER, CONTENT, PARTY, PURPOSE, REJECT = "trigger", "content", "party", "purpose", "reject"
PROPOSER, TIMING = "proposer", "timing"
# What the fields of a record may say; `texts` are free.
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(Kind),
    "status": tuple(Status),
    "polarity": tuple(Polarity),
}
FLAGS = ("procedural", "optional")
TEXTS = ("vote", "section", "item", "speaker", "notes")
LINKS = (PROPOSER, *Role, PURPOSE, TIMING)

_COUNT = re.compile(r"(for|against|abstained) (\d+)")
_NO_COUNTS = "counted"


@dataclass(frozen=True, slots=True)
class Part:
    """A span that plays a part in a record.

    Attributes:
        link: what it is to the record: «trigger», «content», «proposer», a role, «purpose», «timing».
        label: what it is by itself: «trigger», «content», «party», «purpose», or a type of timing.
        extents: one, or the fragments of a content in the order of the text.
        attributes: what else is told of it: `source`, `name`, `canonical`, `value`.
    """

    link: str
    label: str
    extents: tuple[Extent, ...]
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Parts:
    """A record in parts: its fields in words, and its spans."""

    choices: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)


def take_apart(record: GoldRecord) -> Parts:
    """The record in parts; nothing that a gold file can say is lost but the spelling of its quotes."""
    texts = {
        "vote": (_vote_words(record.vote),) if record.vote else (),
        "section": record.section,
        **{name: (value,) if (value := getattr(record, name)) else () for name in TEXTS[2:]},
    }
    return Parts(
        choices={name: str(getattr(record, name)) for name in CHOICES},
        flags={name for name in FLAGS if getattr(record, name)},
        texts={name: words for name, words in texts.items() if words},
        parts=list(_parts(record)),
    )


def put_together(whole: Parts) -> GoldRecord:
    """The record of these parts, its mentions in the order of the text.

    Raises:
        GoldError: where kind, trigger or content is missing, or a field says what it cannot.
    """
    kind = Kind(_chosen(whole, "kind") or _missing("kind"))
    contents = [part for part in whole.parts if part.link == CONTENT]
    triggers = [part for part in whole.parts if part.link == TRIGGER]
    purposes = [part for part in whole.parts if part.link == PURPOSE]
    mentions = sorted(whole.parts, key=lambda part: (part.extents, part.link, part.attributes))
    if len(contents) != 1:
        _missing(CONTENT)
    if len(triggers) != 1:
        raise GoldError(
            f"has {len(triggers) or 'no'} trigger{'s' if triggers else ''}",
            hint="Link it to the words that say so: exactly one trigger",
        )
    if len(purposes) > 1:
        raise GoldError("has two purposes", hint="Keep one")
    status = _chosen(whole, "status")
    texts = whole.texts
    return GoldRecord(
        id="",
        kind=kind,
        status=Status(status) if status else OWN_STATUS[kind],
        trigger=Mark(*triggers[0].extents[0], ""),
        content=tuple(Mark(*extent, "") for extent in contents[0].extents),
        proposers=tuple(_proposer(part) for part in mentions if part.link == PROPOSER),
        targets=tuple(_target(part) for part in mentions if part.link in set(Role)),
        purpose=Mark(*purposes[0].extents[0], "") if purposes else None,
        timing=tuple(_timing(part) for part in mentions if part.link == TIMING),
        polarity=Polarity(_chosen(whole, "polarity") or Polarity.FOR),
        procedural="procedural" in whole.flags,
        vote=_vote(texts["vote"][0]) if texts.get("vote") else None,
        section=texts.get("section", ()),
        item=next(iter(texts.get("item", ())), None),
        speaker=next(iter(texts.get("speaker", ())), None),
        optional="optional" in whole.flags,
        notes=" ".join(texts.get("notes", ())),
    )


def _parts(record: GoldRecord) -> Iterator[Part]:
    yield Part(CONTENT, CONTENT, tuple(mark.extent for mark in record.content))
    yield Part(TRIGGER, TRIGGER, (record.trigger.extent,))
    for party in record.proposers:
        yield Part(PROPOSER, PARTY, (party.extent,), _party_attributes(party))
    for target in record.targets:
        yield Part(target.role, PARTY, (target.extent,), _party_attributes(target))
    if record.purpose:
        yield Part(PURPOSE, PURPOSE, (record.purpose.extent,))
    for time in record.timing:
        value = _given(value=time.value)
        yield Part(TIMING, time.type, (time.extent,), value)


def _party_attributes(party: GoldParty) -> tuple[tuple[str, str], ...]:
    source = None if party.source == PartySource.STATED else str(party.source)
    return _given(source=source, name=party.name, canonical=party.canonical)


def _given(**values: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in values.items() if value)


def _proposer(part: Part) -> GoldParty:
    told = dict(part.attributes)
    names = told.get("name"), told.get("canonical")
    return GoldParty(*part.extents[0], "", *names, _source(told))


def _target(part: Part) -> GoldTarget:
    told = dict(part.attributes)
    names = told.get("name"), told.get("canonical")
    return GoldTarget(*part.extents[0], "", *names, _source(told), Role(part.link))


def _timing(part: Part) -> GoldTiming:
    if part.label not in set(TimingType):
        raise GoldError(f"a time is marked '{part.label}', not {', '.join(TimingType)}")
    value = dict(part.attributes).get("value")
    return GoldTiming(*part.extents[0], "", TimingType(part.label), value)


def _source(told: dict[str, str]) -> PartySource:
    value = told.get("source", PartySource.STATED)
    if value not in set(PartySource):
        raise GoldError(f"source '{value}' is none of {', '.join(PartySource)}")
    return PartySource(value)


def _chosen(whole: Parts, name: str) -> str | None:
    value = whole.choices.get(name)
    if value is not None and value not in CHOICES[name]:
        raise GoldError(f"{name} '{value}' is none of {', '.join(CHOICES[name])}")
    return value


def _missing(name: str) -> str:
    raise GoldError(f"has no {name}", hint=f"Give every record its {name}")


def _vote_words(vote: GoldVote) -> str:
    counts = {"for": vote.for_, "against": vote.against, "abstained": vote.abstained}
    words = [f"{side} {count}" for side, count in counts.items() if count is not None]
    return ", ".join([*words, *(["unanimous"] if vote.unanimous else [])]) or _NO_COUNTS


def _vote(words: str) -> GoldVote:
    counts: dict[str, int] = {}
    unanimous = False
    for word in words.split(","):
        said = word.strip()
        if found := _COUNT.fullmatch(said):
            counts[found[1]] = int(found[2])
        elif said == "unanimous":
            unanimous = True
        elif said != _NO_COUNTS:
            raise GoldError(
                f"its vote reads «{words}»", hint="Write it like «for 8, against 0, abstained 1»"
            )
    return GoldVote(counts.get("for"), counts.get("against"), counts.get("abstained"), unanimous)


def told(problems: Iterable[str]) -> str:
    """The first few problems in one line, and how many more there are."""
    listed = list(problems)
    more = f" (and {len(listed) - 3} more)" if len(listed) > 3 else ""
    return "; ".join(listed[:3]) + more
