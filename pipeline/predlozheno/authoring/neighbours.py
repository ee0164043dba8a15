"""The known words that are nearest to a new one in meaning, and what their frames do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from predlozheno.language.vectors import similarity
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.records.schema import Kind

_ASKED = 5
# Below this, words have nothing to do with one another.
_NEAR = 0.25


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word that some frame already knows, and its cosine to the new word."""

    word: str
    frame: Frame
    similarity: float


def neighbours(word: str, key: str, frames: FrameSet) -> list[Neighbour]:
    """The nearest words of the same sort, nearest first; empty where the vectors know nothing.

    Args:
        word: a dictionary form; of a phrase its first word counts.
        key: the word list of a frame that it would stand in.
        frames: whose words to look among.
    """
    found: dict[str, Neighbour] = {}
    for known, frame in _words(frames, key):
        first = known.split()[0]
        near = similarity(word.split()[0], first)
        if near is not None and near >= _NEAR and known != word and first not in found:
            found[first] = Neighbour(known, frame, near)
    return sorted(found.values(), key=lambda one: -one.similarity)[:_ASKED]


def likely_kind(near: Sequence[Neighbour]) -> Kind | None:
    """The kind that most of the neighbours have, each with the weight of its nearness."""
    weights: dict[Kind, float] = defaultdict(float)
    for one in near:
        weights[one.frame.kind] += one.similarity
    return max(weights, key=lambda kind: weights[kind]) if weights else None


def usual_forms(near: Sequence[Neighbour], kind: Kind, role: str) -> list[str]:
    """The forms that at least two neighbours' frames of that kind have for a role.

    Phrases are left out: «стоять за» governs otherwise than its verb.
    """
    frames = {
        one.frame.id: one.frame for one in near if one.frame.kind is kind and " " not in one.word
    }
    counts = Counter(str(form) for frame in frames.values() for form in frame.governed(role))
    return [form for form, count in counts.items() if count > 1]


def _words(frames: FrameSet, key: str) -> Iterator[tuple[str, Frame]]:
    """The words of a sort; of phrases the whole, of which the first word is compared."""
    for frame in frames:
        if key == "predicatives":
            listed = frame.predicatives
        elif key == "nouns":
            listed = frame.nouns
        else:
            listed = (*frame.verbs, *frame.phrases)
        for word in listed:
            yield word, frame
