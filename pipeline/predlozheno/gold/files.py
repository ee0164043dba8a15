"""The gold file as it is written: YAML that quotes its text."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from predlozheno.errors import GoldError
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

Words = Annotated[str, Field(min_length=1)]


class Reason(StrEnum):
    """Why words that look like a trigger are none."""

    NEGATED = "negated"
    PAST = "past"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"
    EVERYDAY = "everyday"
    SCIENTIFIC = "scientific"
    POLITE = "polite"
    AGENDA = "agenda"
    LAW = "law"
    REPORTED = "reported"


class _Raw(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class RawQuote(_Raw):
    """Words of the text, and what they are to be read as where that is checked too."""

    text: Words
    name: Words | None = None
    canonical: Words | None = None
    value: Words | None = None
    source: PartySource = PartySource.STATED


def _as_quote(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


Quote = Annotated[RawQuote, BeforeValidator(_as_quote)]


class _Labelled(_Raw):
    """A mapping of one label and one quote, such as `{executor: ДРРК}`."""

    @model_validator(mode="after")
    def _one_label(self) -> _Labelled:
        if len(self.model_fields_set) != 1:
            raise ValueError(f"exactly one of {', '.join(type(self).model_fields)} is expected")
        return self

    def label_and_quote(self) -> tuple[str, RawQuote]:
        """The label that was written, and its quote."""
        (label,) = self.model_fields_set
        return label, getattr(self, label)


class RawTarget(_Labelled):
    """A target under its role."""

    addressee: Quote | None = None
    executor: Quote | None = None
    established: Quote | None = None
    reformed: Quote | None = None
    joined: Quote | None = None
    host: Quote | None = None
    partner: Quote | None = None

    def role_and_quote(self) -> tuple[Role, RawQuote]:
        """The role, and the quote of the body."""
        label, quote = self.label_and_quote()
        return Role(label), quote


class RawTiming(_Labelled):
    """A time expression under its type."""

    deadline: Quote | None = None
    period: Quote | None = None
    recurrence: Quote | None = None

    def type_and_quote(self) -> tuple[TimingType, RawQuote]:
        """The type, and the quote of the time expression."""
        label, quote = self.label_and_quote()
        return TimingType(label), quote


class RawVote(_Raw):
    """The counts that the text gives."""

    for_: Annotated[int | None, Field(alias="for", ge=0)] = None
    against: Annotated[int | None, Field(ge=0)] = None
    abstained: Annotated[int | None, Field(ge=0)] = None
    unanimous: bool = False


class RawRecord(_Raw):
    """One entry of `proposals:`."""

    kind: Kind
    trigger: Quote
    content: Annotated[tuple[Quote, ...], BeforeValidator(_as_list), Field(min_length=1)]
    proposers: tuple[Quote, ...] = ()
    targets: tuple[RawTarget, ...] = ()
    purpose: Quote | None = None
    timing: tuple[RawTiming, ...] = ()
    status: Status | None = None
    polarity: Polarity = Polarity.FOR
    procedural: bool = False
    vote: RawVote | None = None
    section: tuple[Words, ...] = ()
    item: Words | None = None
    speaker: Words | None = None
    optional: bool = False
    notes: str = ""


class RawReject(_Raw):
    """One entry of `rejects:`."""

    text: Words
    reason: Reason
    notes: str = ""


class RawGold(_Raw):
    """A whole gold file."""

    text: Words
    genre: str = ""
    notes: str = ""
    proposals: tuple[RawRecord, ...] = ()
    rejects: tuple[RawReject, ...] = ()


def read_raw(path: Path) -> RawGold:
    """The gold file as written, with no look at its text.

    Raises:
        GoldError: where it cannot be read, is not YAML, holds a key twice, or breaks the format;
            names every breach with its place and, for an unknown key, the known ones.
    """
    try:
        written = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(written, Loader=_loader())
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error})") from error
    except yaml.YAMLError as error:
        raise GoldError(
            f"{path}: not valid YAML ({' '.join(str(error).split())})",
            hint="Put quotes round a value that holds «: », « #», or begins with a sign",
        ) from error
    content = _plain(node, path) if node else None
    if isinstance(content, dict):
        # «proposals:» with nothing under it is a document without records.
        content = {key: value for key, value in content.items() if value != ""}
    try:
        return RawGold.model_validate(content)
    except ValidationError as error:
        breaches = "; ".join(_breach(details) for details in error.errors())
        raise GoldError(f"{path}: {breaches}") from error


def _loader() -> Any:
    # The C parser is many times faster; both read every scalar as the string that was written.
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _plain(node: yaml.Node, path: Path) -> Any:
    """Strings, lists and dicts: nothing is guessed to be a number, a date or a «no»."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, path) for child in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in mapping:
            line = key.start_mark.line + 1
            raise GoldError(f"{path}: line {line}: the key '{key.value}' stands here twice")
        mapping[key.value] = _plain(value, path)
    return mapping


_MODELS: dict[str, type[_Raw]] = {
    "proposals": RawRecord,
    "rejects": RawReject,
    "targets": RawTarget,
    "timing": RawTiming,
    "vote": RawVote,
}


def _breach(details: Any) -> str:
    """One breach of the format, told with its place and what would be right."""
    where = [part + 1 if isinstance(part, int) else part for part in details["loc"]]
    place = " ".join(str(part) for part in where) or "the file"
    if details["type"] != "extra_forbidden":
        written = f", not '{details['input']}'" if isinstance(details["input"], str) else ""
        return f"{place}: {details['msg'].removeprefix('Value error, ')}{written}"
    parent = next((part for part in reversed(where[:-1]) if isinstance(part, str)), None)
    model = RawGold if parent is None else _MODELS.get(parent, RawQuote)
    known = sorted(field.alias or name for name, field in model.model_fields.items())
    holder = " ".join(str(part) for part in where[:-1]) or "the file"
    return f"{holder}: unknown key '{where[-1]}'. Known keys: {', '.join(known)}"
