"""Every inflected form of every word of the frames, so that a trigger is found by one look-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

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
# Words that were looked up among the misspelt ones and are kept.
_REMEMBERED = 65536


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
    """Looks words of running text up among the forms of all frames.

    Attributes:
        frames: of which the words are.
        imperatives: the frames of any imperative.
        order: the frame of an infinitive beside whoever is told to do it, or None.
    """

    def __init__(self, frames: FrameSet) -> None:
        self.frames = frames
        self.imperatives = [frame for frame in frames if frame.any_verb == "imperative"]
        self.order = next((f for f in frames if f.any_verb == "dative_infinitive"), None)
        # Most of the forms are never asked for, so that each is made when it first is.
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._forms: dict[str, list[Form]] = {}
        self._prefixed: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, dict[str, set[str]]] = {}
        self._misspelt: dict[str, str | None] = {}
        named = {fold(word) for frame in frames for word in frame.verbs}
        for frame in frames:
            # Comparing words compares frames, field by field; within one frame they need not be.
            known = set()
            for word, forms in _inflected(frame, named):
                if (told := (word.list_name, word.lemma, word.reflexive)) not in known:
                    known.add(told)
                    self._enter(word, forms)
        self._support: dict[str, list[SupportForm]] = defaultdict(list)
        for verb in sorted({fold(verb) for frame in frames for verb in frame.support}):
            for text, grammemes in _lexeme(verb, ("INFN",)):
                self._support[text].append(SupportForm(verb, _shape(grammemes), grammemes))
            for text, grammemes in _lexeme(verb + "ся", ("INFN",)):
                if "impf" in grammemes and not grammemes & {"PRTF", "GRND"}:
                    self._support[text].append(SupportForm(verb, "short_participle", grammemes))
        for text, entries in self._entries.items():
            if len(text) >= _NEAR_MISS_LENGTH and any(w.list_name == "verbs" for w, _ in entries):
                self._prefixed[text[:2]].append(text)

    def _enter(self, word: _Word, forms: Iterable[_Inflection]) -> None:
        """Enters every form of a word once; the same text may be several of its forms."""
        seen: dict[str, list[frozenset[str]]] = defaultdict(list)
        for text, grammemes in forms:
            if grammemes not in (before := seen[text]):
                before.append(grammemes)
                self._entries[text].append((word, grammemes))

    def find(self, word: str) -> list[Form]:
        """The forms that `word` is, in any case of letters; empty where no frame holds it."""
        folded = fold(word)
        entries = self._entries.get(folded)
        if entries is None:
            return []
        forms = self._forms.get(folded)
        if forms is None:
            forms = self._forms[folded] = [one.form(grammemes) for one, grammemes in entries]
        return forms

    def support(self, word: str) -> list[SupportForm]:
        """The support verbs that `word` is a form of; a reflexive passive counts as a short one."""
        return self._support.get(fold(word), [])

    def near(self, word: str) -> str | None:
        """The one verb form that `word` misspells by a letter dropped, doubled, swapped or wrong."""
        folded = fold(word)
        if len(folded) < _NEAR_MISS_LENGTH - 1 or folded in self._entries:
            return None
        if folded[:2] not in self._prefixed:
            return None
        if folded not in self._misspelt:
            if len(self._misspelt) >= _REMEMBERED:
                self._misspelt.clear()
            self._misspelt[folded] = self._nearest(folded)
        return self._misspelt[folded]

    def _nearest(self, folded: str) -> str | None:
        near, keys = self._deleted(folded[:2]), list(_deletions(folded))
        found = {form for key in (folded, *keys) for form in near.get(key, ())}
        found.update(key for key in keys if key in self._entries)
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


class _Word(NamedTuple):
    """A word of a frame, as `Form` tells it apart from the form."""

    frame: Frame
    list_name: Literal["verbs", "nouns", "predicatives", "phrases"]
    lemma: str
    reflexive: bool = False
    rest: tuple[frozenset[str], ...] = ()

    def form(self, grammemes: frozenset[str]) -> Form:
        """One form of the word; nouns and predicatives have none that counts."""
        verbal = self.list_name in ("verbs", "phrases")
        shape = _shape(grammemes) if verbal else "word"
        return Form(
            self.frame, self.list_name, self.lemma, shape, grammemes, self.reflexive, self.rest
        )


_Entry = tuple[_Word, frozenset[str]]
_Inflection = tuple[str, frozenset[str]]


def _inflected(frame: Frame, named: set[str]) -> Iterator[tuple[_Word, Iterable[_Inflection]]]:
    """The words of a frame, each with the texts and grammemes of its forms."""
    for verb in frame.verbs:
        word = _Word(frame, "verbs", fold(verb))
        yield word, _lexeme(word.lemma, ("INFN",))
        if not verb.endswith(("ся", "сь")) and fold(verb) + "ся" not in named:
            word = _Word(frame, "verbs", fold(verb) + "ся", reflexive=True)
            yield word, filter(_is_passive, _lexeme(word.lemma, ("INFN",)))
    for noun in frame.nouns:
        word = _Word(frame, "nouns", fold(noun))
        yield word, _lexeme(word.lemma, ("NOUN",))
    for predicative in frame.predicatives:
        word = _Word(frame, "predicatives", fold(predicative))
        yield word, [(word.lemma, frozenset())]
    for phrase in frame.phrases:
        first, *others = (fold(word) for word in phrase.split())
        rest = tuple(map(_texts, others))
        yield _Word(frame, "phrases", fold(phrase), rest=rest), _phrase_forms(first, others)


def _is_passive(form: _Inflection) -> bool:
    """Only imperfective verbs make their passive with -ся, and only the third person of it."""
    _, grammemes = form
    if not {"impf", "3per"} <= grammemes and not {"impf", "past"} <= grammemes:
        return False
    return not grammemes & {"PRTF", "PRTS", "GRND"}


def _phrase_forms(first: str, others: list[str]) -> Iterator[_Inflection]:
    conditional = "бы" in others
    for text, grammemes in _any_lexeme(first):
        if conditional and grammemes & {"GRND", "PRTF"}:
            continue
        # «Примите к сведению» asks; a phrase commands only where it is written so («будьте добры»).
        if "impr" in grammemes and text != first:
            continue
        yield text, grammemes


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


@lru_cache(maxsize=4096)
def _any_lexeme(word: str) -> tuple[_Inflection, ...]:
    parses = analyzer().parse(word)
    # «Суть» is a noun, whatever it once was of «быть».
    best = next((p for p in parses if "Arch" not in p.tag.grammemes), parses[0])
    if not best.is_known or best.tag.POS in _FIXED:
        return ((word, frozenset(best.tag.grammemes)),)
    return tuple(best.folded_forms)


@lru_cache(maxsize=4096)
def _texts(word: str) -> frozenset[str]:
    forms = {text for text, _ in _any_lexeme(word)}
    # «Решение простое» is not met in «решения просто нет»: that form is a particle.
    return frozenset(t for t in forms if t == word or not _is_particle(t))


@lru_cache(maxsize=65536)
def _is_particle(text: str) -> bool:
    return str(analyzer().parse(text)[0].tag.POS) == "PRCL"


@lru_cache(maxsize=4096)
def _lexeme(word: str, wanted: tuple[str, ...]) -> tuple[_Inflection, ...]:
    """All forms of the dictionary word whose normal form is `word`, with their grammemes."""
    for parse in analyzer().parse(word):
        if parse.is_known and parse.tag.POS in wanted and fold(parse.normal_form) == word:
            return tuple(parse.folded_forms)
    return ()
