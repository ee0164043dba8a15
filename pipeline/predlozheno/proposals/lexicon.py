"""Every inflected form of every word of the frames, so that a trigger is found by one look-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from predlozheno.language.morphology import analyzer, fold
from predlozheno.proposals.frames import Frame, FrameSet

Shape = Literal[
    "finite", "infinitive", "short_participle", "participle", "gerund", "imperative", "word"
]

_SHAPES: dict[str, Shape] = {
    "INFN": "infinitive",
    "PRTS": "short_participle",
    "PRTF": "participle",
    "GRND": "gerund",
}
# Shorter forms have too many neighbours that are honest words of their own.
_NEAR_MISS_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form of a word of a frame.

    `grammemes` are OpenCorpora's («past», «1per», «neut»); `reflexive` marks the passive in -ся that
    the frame did not name itself.
    """

    frame: Frame
    list_name: Literal["verbs", "nouns", "predicatives", "phrases"]
    lemma: str
    shape: Shape
    grammemes: frozenset[str]
    reflexive: bool = False
    rest: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class SupportForm:
    """One inflected form of a verb that carries nouns, with the infinitive that frames name it by."""

    lemma: str
    shape: Shape
    grammemes: frozenset[str]


class Lexicon:
    """Looks words of running text up among the forms of all frames."""

    def __init__(self, frames: FrameSet) -> None:
        self.frames = frames
        self.imperatives = [frame for frame in frames if frame.any_verb == "imperative"]
        self._forms: dict[str, list[Form]] = defaultdict(list)
        self._prefixed: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, dict[str, set[str]]] = {}
        named = {fold(word) for frame in frames for word in frame.verbs}
        for frame in frames:
            # Comparing forms compares frames, field by field; within one frame they need not be.
            seen = set()
            for text, form in _forms(frame, named):
                told = (text, form.list_name, form.lemma, form.grammemes, form.reflexive, form.rest)
                if told not in seen:
                    seen.add(told)
                    self._forms[text].append(form)
        self._support: dict[str, list[SupportForm]] = defaultdict(list)
        for verb in sorted({fold(verb) for frame in frames for verb in frame.support}):
            for text, grammemes in _lexeme(verb, ("INFN",)):
                self._support[text].append(SupportForm(verb, _shape(grammemes), grammemes))
            for text, grammemes in _lexeme(verb + "ся", ("INFN",)):
                if "impf" in grammemes and not grammemes & {"PRTF", "GRND"}:
                    self._support[text].append(SupportForm(verb, "short_participle", grammemes))
        for text, forms in self._forms.items():
            if len(text) >= _NEAR_MISS_LENGTH and any(f.list_name == "verbs" for f in forms):
                self._prefixed[text[:2]].append(text)

    def find(self, word: str) -> list[Form]:
        """The forms that `word` is, in any case of letters; empty where no frame holds it."""
        return self._forms.get(fold(word), [])

    def support(self, word: str) -> list[SupportForm]:
        """The support verbs that `word` is a form of; a reflexive passive counts as a short one."""
        return self._support.get(fold(word), [])

    def near(self, word: str) -> str | None:
        """The one verb form that `word` misspells by a letter dropped, doubled, swapped or wrong."""
        folded = fold(word)
        if len(folded) < _NEAR_MISS_LENGTH - 1 or folded in self._forms:
            return None
        if folded[:2] not in self._prefixed:
            return None
        near = self._deleted(folded[:2])
        found = {form for key in (folded, *_deletions(folded)) for form in near.get(key, ())}
        found |= {form for key in _deletions(folded) for form in (key,) if form in self._forms}
        close = {
            form for form in found if form[:2] == folded[:2] and len(form) >= _NEAR_MISS_LENGTH
        }
        # A misspelt word mostly keeps its last letter, and doubles or drops one inside.
        return min(
            close,
            key=lambda form: (form[-1] != folded[-1], abs(len(form) - len(folded)), form),
            default=None,
        )

    def _deleted(self, prefix: str) -> dict[str, set[str]]:
        """The long verb forms that begin so, by what is left of each without one of its letters."""
        if prefix not in self._near:
            near: dict[str, set[str]] = defaultdict(set)
            for text in self._prefixed[prefix]:
                for key in _deletions(text):
                    near[key].add(text)
            self._near[prefix] = near
        return self._near[prefix]


def _deletions(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _forms(frame: Frame, named: set[str]) -> Iterator[tuple[str, Form]]:
    for verb in frame.verbs:
        yield from _verb_forms(frame, fold(verb), reflexive=False)
        if not verb.endswith(("ся", "сь")) and fold(verb) + "ся" not in named:
            yield from _verb_forms(frame, fold(verb) + "ся", reflexive=True)
    for noun in frame.nouns:
        for text, grammemes in _lexeme(fold(noun), ("NOUN",)):
            yield text, Form(frame, "nouns", fold(noun), "word", grammemes)
    for word in frame.predicatives:
        yield fold(word), Form(frame, "predicatives", fold(word), "word", frozenset())
    for phrase in frame.phrases:
        yield from _phrase_forms(frame, phrase)


def _verb_forms(frame: Frame, verb: str, *, reflexive: bool) -> Iterator[tuple[str, Form]]:
    for text, grammemes in _lexeme(verb, ("INFN",)):
        # Only imperfective verbs make their passive with -ся, and only the third person of it.
        if reflexive and not {"impf", "3per"} <= grammemes and not {"impf", "past"} <= grammemes:
            continue
        if reflexive and grammemes & {"PRTF", "PRTS", "GRND"}:
            continue
        yield text, Form(frame, "verbs", verb, _shape(grammemes), grammemes, reflexive)


def _phrase_forms(frame: Frame, phrase: str) -> Iterator[tuple[str, Form]]:
    first, *others = (fold(word) for word in phrase.split())
    rest = tuple(frozenset(text for text, _ in _any_lexeme(word)) for word in others)
    for text, grammemes in _any_lexeme(first):
        if grammemes & {"GRND", "PRTF"} and "бы" in others:
            continue
        # «Примите к сведению» asks; a phrase commands only where it is written so («будьте добры»).
        if "impr" in grammemes and text != first:
            continue
        yield text, Form(frame, "phrases", fold(phrase), _shape(grammemes), grammemes, False, rest)


@lru_cache(maxsize=4096)
def _shape(grammemes: frozenset[str]) -> Shape:
    if "impr" in grammemes:
        return "imperative"
    for tag, shape in _SHAPES.items():
        if tag in grammemes:
            return shape
    return "finite" if "VERB" in grammemes else "word"


# Words of a phrase that stand as they are: they have no forms of their own.
_FIXED = ("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "PRED")


def _any_lexeme(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    best = analyzer().parse(word)[0]
    if not best.is_known or best.tag.POS in _FIXED:
        return ((word, frozenset(best.tag.grammemes)),)
    return tuple((fold(text), grammemes) for text, grammemes in best.forms)


@lru_cache(maxsize=4096)
def _lexeme(word: str, wanted: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """All forms of the dictionary word whose normal form is `word`, with their grammemes."""
    for parse in analyzer().parse(word):
        if parse.is_known and parse.tag.POS in wanted and fold(parse.normal_form) == word:
            return tuple((fold(text), grammemes) for text, grammemes in parse.forms)
    return ()
