"""The frame files: which words carry a speech act, and what they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from predlozheno.errors import FrameError
from predlozheno.proposals.examples import GOVERNED, Example
from predlozheno.records.schema import Kind, Polarity
from predlozheno.resources import read_yaml

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
PLAIN_FORMS = (*CASES, "infinitive", "что", "чтобы", "quotation", "colon", "future")
DIATHESES = (
    "active",
    "first_person",
    "short_passive",
    "reflexive_passive",
    "infinitive",
    "gerund",
    "imperative",
    "support",
    "noun",
    "by_noun",
    "predicative",
    "phrase",
)
_ID = re.compile(r"[a-z]+\.[a-z_0-9]+")

# What the validator calls a fault, in words for who writes frames.
_PLAIN_WORDS = {
    "missing": "is missing; every entry needs id, kind, words, matches and rejects",
    "bool_parsing": "true or false is expected",
    "tuple_type": "a list is expected, in square brackets",
    "string_type": "a word is expected; put quotation marks around it",
}

Words = tuple[Annotated[str, Field(min_length=1)], ...]


class Government(BaseModel):
    """One governed form: a bare case or clause («dative», «чтобы»), or a preposition with its case."""

    model_config = ConfigDict(frozen=True)

    form: str
    preposition: str | None = None

    @classmethod
    def parse(cls, text: str) -> Government:
        """Reads «dative», «infinitive», «чтобы» or «к + dative».

        Raises:
            ValueError: where the form is none of those known; lists them.
        """
        preposition, plus, form = (part.strip() for part in text.rpartition("+"))
        if plus and preposition and form in CASES:
            return cls(form=form, preposition=preposition)
        if not plus and form in PLAIN_FORMS:
            return cls(form=form)
        known = ", ".join(PLAIN_FORMS)
        raise ValueError(f"unknown form {text!r}; known: {known}, or «preposition + case»")

    def __str__(self) -> str:
        return f"{self.preposition} + {self.form}" if self.preposition else self.form


class Frame(BaseModel):
    """One entry of a frame file. `docs/frames.md` tells how to write one.

    Attributes:
        id: unique, such as `request.prosit`.
        kind: of the records it makes.
        verbs: infinitives; reflexive passives of them are found without being named.
        nouns: nominatives, found with a support verb, after «по», or before a colon.
        support: verbs that carry the nouns («внести», «поступить»).
        predicatives: words that stand as a predicate by themselves («необходимо»).
        any_verb: «imperative» or «dative_infinitive», where every verb in that construction counts
            instead of listed words.
        phrases: several words that only together carry the act («считать целесообразным»).
        governs: for each role the forms in which Russian expresses it with these words.
        diatheses: where given, only these constructions count.
        with_words: where given, one of these lemmas must stand in the clause.
        not_with: lemmas that show another sense when they stand in the clause.
        polarity: against, where the words advise against their content.
        procedural: where every record of it only runs the meeting.
        asks: where its words put what is wanted as a question or with a denial («почему бы не»).
        matches, rejects: example sentences; every match marks its trigger and slots.
        file: name of the file that it stands in.
        own: whether that is the analyst's own, not one that came along.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind
    verbs: Words = ()
    nouns: Words = ()
    support: Words = ()
    predicatives: Words = ()
    any_verb: Literal["imperative", "dative_infinitive"] | None = None
    phrases: Words = ()
    governs: dict[str, tuple[Government, ...]] = {}
    diatheses: Words = ()
    with_words: Words = ()
    not_with: Words = ()
    polarity: Polarity = Polarity.FOR
    procedural: bool = False
    asks: bool = False
    matches: Words
    rejects: Words
    file: str = ""
    own: bool = False

    @field_validator("id")
    @classmethod
    def _readable_id(cls, value: str) -> str:
        if not _ID.fullmatch(value):
            raise ValueError(
                f"{value!r} is no frame id; write small Latin letters, a point, and again small "
                "Latin letters, figures or _, as in request.prosit"
            )
        return value

    @field_validator("governs", mode="before")
    @classmethod
    def _parse_governs(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError("a mapping of roles to lists of forms is expected")
        if unknown := set(value) - set(GOVERNED):
            known = ", ".join(GOVERNED)
            raise ValueError(f"unknown role {', '.join(sorted(unknown))}; known: {known}")
        return {
            role: tuple(Government.parse(str(form)) for form in _as_list(forms))
            for role, forms in value.items()
        }

    @field_validator("diatheses")
    @classmethod
    def _known_diatheses(cls, value: Words) -> Words:
        if unknown := set(value) - set(DIATHESES):
            raise ValueError(f"unknown diathesis {sorted(unknown)}; known: {', '.join(DIATHESES)}")
        return value

    @model_validator(mode="after")
    def _complete(self) -> Frame:
        if not (self.verbs or self.nouns or self.predicatives or self.phrases or self.any_verb):
            raise ValueError("an entry needs verbs, nouns, predicatives or phrases")
        if not self.matches or not self.rejects:
            raise ValueError("an entry needs examples under both matches and rejects")
        for example in self.matches:
            Example.parse(example)
        return self

    def governed(self, role: str) -> tuple[Government, ...]:
        """The forms in which this frame expresses `role`; empty where it does not."""
        return self.governs.get(role, ())

    def takes(self, role: str, form: str) -> bool:
        """Whether `role` may stand in the plain form `form`, without a preposition."""
        return any(g.form == form and g.preposition is None for g in self.governed(role))


class FrameSet:
    """All frames of one or more folders, in the order of files and entries."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        self._frames = frames
        self._by_id = {frame.id: frame for frame in frames}

    def __iter__(self) -> Iterator[Frame]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def __getitem__(self, frame_id: str) -> Frame:
        return self._by_id[frame_id]

    def get(self, frame_id: str) -> Frame | None:
        """The frame of that id, or None."""
        return self._by_id.get(frame_id)

    def without(self, frame_id: str) -> FrameSet:
        """The same frames but one; for showing what it is worth."""
        return FrameSet(tuple(frame for frame in self._frames if frame.id != frame_id))

    def without_diathesis(self, name: str) -> FrameSet:
        """The same frames, none of them acting in one construction; for showing what it is worth."""
        return FrameSet(
            tuple(
                frame.model_copy(
                    update={
                        "diatheses": tuple(d for d in frame.diatheses or DIATHESES if d != name)
                    }
                )
                for frame in self._frames
            )
        )


def load_frames(models: Path, extra: Path | None = None) -> FrameSet:
    """Reads and validates `models/frames/*.yaml`, and `extra/*.yaml` where a folder is given.

    An entry of `extra` takes the place of the entry of the same id.

    Raises:
        FrameError: names the file, the entry, what is wrong and what is allowed.
    """
    frames: dict[str, Frame] = {}
    for folder in (models / "frames", *([extra] if extra else [])):
        paths = sorted(folder.glob("*.yaml"))
        if not paths:
            raise FrameError(
                f"{folder}: holds no frame files (*.yaml)", hint="Name a folder that holds some"
            )
        seen: dict[str, str] = {}
        for path in paths:
            for frame in load_file(path, own=folder == extra):
                if frame.id in seen:
                    raise FrameError(
                        f"{path}: entry {frame.id} is there twice, first in {seen[frame.id]}",
                        hint="Give one of them another id",
                    )
                seen[frame.id] = path.name
                frames[frame.id] = frame
    return FrameSet(tuple(frames.values()))


def load_file(path: Path, *, own: bool = False) -> Iterator[Frame]:
    """The frames of one file, in the order of its entries.

    Args:
        path: the file.
        own: whether it is the analyst's own.

    Raises:
        FrameError: names the file, the entry, what is wrong and what is allowed.
    """
    entries = read_yaml(path)
    if not isinstance(entries, list):
        raise FrameError(f"{path}: a list of entries is expected, each beginning with «- id:»")
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            raise FrameError(f"{path}, entry {number}: a mapping is expected, with id and kind")
        where = f"{path}, entry {number} ({entry.get('id', 'without id')})"
        known = sorted(set(Frame.model_fields) - {"file", "own"})
        if unknown := [key for key in entry if key not in known]:
            raise FrameError(
                f"{where}: unknown key {', '.join(map(repr, unknown))}",
                hint=f"Known keys: {', '.join(known)}",
            )
        try:
            yield Frame.model_validate({**entry, "file": path.name, "own": own})
        except ValidationError as error:
            place, told = _fault(error)
            raise FrameError(
                f"{where}: {place + ': ' if place else ''}{told}",
                hint=f"Allowed kinds: {', '.join(Kind)}" if place == "kind" else "",
            ) from error


def _fault(error: ValidationError) -> tuple[str, str]:
    """The key that the first fault lies in, and the fault in words for who writes frames."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    said = _PLAIN_WORDS.get(first["type"], first["msg"].removeprefix("Value error, "))
    return place, said


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
