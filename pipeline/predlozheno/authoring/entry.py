"""A frame entry in the making, and how it is written into a frame file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from predlozheno.errors import FrameError
from predlozheno.proposals.frames import Frame
from predlozheno.records.schema import Kind, Polarity

WORD_LISTS = ("verbs", "nouns", "support", "predicatives", "phrases")

# Stands under `rejects` until the analyst has written something of his own.
REJECT_TEMPLATE = "ЗАМЕНИТЕ: предложение с теми же словами, где никто ничего не предлагает."
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i j k l m n o p r s t u f h c ch sh sch  y  e yu ya".split(" "),
        strict=True,
    )
)
_PLAIN_WORD = re.compile(r"[а-яёa-z]+(?:[ -][а-яёa-z]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A frame entry before it is checked.

    Attributes:
        id, kind, governs, matches, rejects: as in a frame file.
        words: the word lists by their keys.
        further: what an existing entry has besides, by key; lists or single values.
    """

    id: str
    kind: Kind
    words: Mapping[str, tuple[str, ...]]
    governs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    further: Mapping[str, tuple[str, ...] | str] = field(default_factory=dict)

    @classmethod
    def of(cls, frame: Frame) -> Entry:
        """The entry that a frame was made from."""
        further: dict[str, tuple[str, ...] | str] = {
            key: words
            for key in ("diatheses", "with_words", "not_with")
            if (words := getattr(frame, key))
        }
        if frame.any_verb:
            further["any_verb"] = frame.any_verb
        if frame.polarity is Polarity.AGAINST:
            further["polarity"] = frame.polarity.value
        for key in ("procedural", "asks"):
            if getattr(frame, key):
                further[key] = "true"
        words = {key: listed for key in WORD_LISTS if (listed := getattr(frame, key))}
        governs = {role: tuple(map(str, forms)) for role, forms in frame.governs.items()}
        return cls(frame.id, frame.kind, words, governs, frame.matches, frame.rejects, further)

    def frame(self) -> Frame:
        """The entry as the extractor takes it; a template stands in where there are no rejects.

        Raises:
            FrameError: where the entry breaks a rule of the frame format.
        """
        try:
            return Frame.model_validate(
                {
                    "id": self.id,
                    "kind": self.kind,
                    "own": True,
                    **{key: list(words) for key, words in self.words.items()},
                    "governs": {role: list(forms) for role, forms in self.governs.items()},
                    **{k: list(v) if isinstance(v, tuple) else v for k, v in self.further.items()},
                    "matches": list(self.matches),
                    "rejects": list(self.rejects or (REJECT_TEMPLATE,)),
                }
            )
        except ValueError as error:
            raise FrameError(f"the entry {self.id} breaks a rule: {error}") from error

    def with_examples(self, matches: Iterable[str], rejects: Iterable[str]) -> Entry:
        """The same entry with other examples."""
        return replace(self, matches=tuple(matches), rejects=tuple(rejects))

    def yaml(self) -> str:
        """The entry as it stands in a frame file, with a line end at its end."""
        lines = [f"- id: {self.id}", f"  kind: {self.kind.value}"]
        lines += [f"  {key}: {_flow(words)}" for key, words in self.words.items()]
        if self.governs:
            lines.append("  governs:")
            lines += [f"    {role}: {_flow(forms)}" for role, forms in self.governs.items()]
        lines += [
            f"  {key}: {value if isinstance(value, str) else _flow(value)}"
            for key, value in self.further.items()
        ]
        for key, examples in (
            ("matches", self.matches),
            ("rejects", self.rejects or (REJECT_TEMPLATE,)),
        ):
            lines.append(f"  {key}:")
            lines += [f"    - {_quoted(example)}" for example in examples]
        return "\n".join(lines) + "\n"


def entry_id(kind: Kind, word: str, taken: Iterable[str]) -> str:
    """«proposal.otstaivat» for «отстаивать»; numbered where a frame is called so already."""
    latin = "".join(_LATIN.get(char, "_" if char in " -" else "") for char in word.lower())
    name = f"{kind.value}.{latin or 'word'}"
    used = set(taken)
    numbered = (f"{name}_{number}" for number in range(2, len(used) + 3))
    return name if name not in used else next(one for one in numbered if one not in used)


def _flow(words: Iterable[str]) -> str:
    return (
        f"[{', '.join(word if _PLAIN_WORD.fullmatch(word) else _quoted(word) for word in words)}]"
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
