"""From an example sentence to a frame entry: the trigger, the kind, what the words govern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from predlozheno.authoring.aspect import with_other_aspect
from predlozheno.authoring.entry import Entry, entry_id
from predlozheno.authoring.government import form_of, guessed_government
from predlozheno.authoring.neighbours import Neighbour, likely_kind, neighbours, usual_forms
from predlozheno.authoring.words import TriggerWords, guessed_words, marked_words
from predlozheno.errors import UsageError
from predlozheno.language import annotate
from predlozheno.proposals.examples import GOVERNED, Sketch
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Kind

# Slots by names that need no English.
RUSSIAN_SLOTS = {
    "кто": "proposer",
    "что": "content",
    "кому": "addressee",
    "исполнитель": "executor",
    "создать": "established",
    "изменить": "reformed",
    "вступить": "joined",
    "где": "host",
    "партнёр": "partner",
    "цель": "purpose",
    "срок": "deadline",
    "период": "period",
    "повтор": "recurrence",
}
_KEYBOARD_MARK = re.compile(r"<([^<>]+)>(?=\w)")
_HOW_TO_MARK = "Mark them, as in: <Профком>кто [отстаивает] <вечернюю смену>что."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry proposed for a sentence.

    Attributes:
        entry: without the marks that were not given.
        sketch: the sentence with the marks that were given, and the trigger.
        near: the known words that the kind was guessed from, nearest first.
        added: for a role the forms that came from those words and not from the sentence.
    """

    entry: Entry
    sketch: Sketch
    near: tuple[Neighbour, ...]
    added: dict[str, tuple[str, ...]]


def read_sketch(sentence: str) -> Sketch:
    """The sentence with its marks; `<…>` and Russian names of slots stand for the usual ones.

    Raises:
        UsageError: where a slot is unknown, a bracket stands alone, or two triggers are marked.
    """
    text = _KEYBOARD_MARK.sub(r"⟨\1⟩", " ".join(sentence.split()))
    try:
        sketch = Sketch.parse(text, RUSSIAN_SLOTS)
    except ValueError as error:
        raise UsageError(str(error), hint=_HOW_TO_MARK) from error
    if len(sketch.triggers) > 1:
        raise UsageError(
            f"{len(sketch.triggers)} triggers are marked in {sketch.text!r}",
            hint="Put one pair of square brackets around all words of the trigger; where others stand"
            " between a verb and its noun, around the verb alone",
        )
    if loose := sorted(set("[]<>⟨⟩") & set(sketch.text)):
        raise UsageError(f"{' '.join(loose)} stands alone in {sketch.text!r}", hint=_HOW_TO_MARK)
    if not sketch.text.strip():
        raise UsageError("the sentence is empty", hint="Write an example between quotation marks")
    return sketch


def suggest(
    sketch: Sketch, frames: FrameSet, *, kind: Kind | None = None, rejects: Sequence[str] = ()
) -> Suggestion:
    """The entry that the sentence calls for.

    Args:
        sketch: one sentence with any of its marks, or none.
        frames: the frames that are known already.
        kind: where it is known; else that of the nearest words.
        rejects: sentences that the entry must leave alone.

    Raises:
        UsageError: where it is not one sentence, or no trigger or content can be made out.
    """
    doc = _one_sentence(sketch.text)
    words = _words(doc, sketch)
    key, _ = next(words.lists())
    if not sketch.triggers:
        start, end = doc[words.start].idx, doc[words.end - 1].idx + len(doc[words.end - 1])
        sketch = replace(sketch, triggers=((start, end),))
    near = neighbours(words.main, key, frames)
    kind = kind or likely_kind(near) or Kind.PROPOSAL
    governs = _governs(doc, sketch, words)
    added = _added(near, kind, governs)
    entry = Entry(
        entry_id(kind, words.main, (frame.id for frame in frames)),
        kind,
        _with_pairs(words),
        {role: (*forms, *added.get(role, ())) for role, forms in governs.items()},
        (sketch.marked(),),
        tuple(rejects),
    )
    return Suggestion(entry, sketch, tuple(near), added)


def extended(suggestion: Suggestion, frame: Frame, kind: Kind | None = None) -> Suggestion:
    """The suggestion as a wider version of a frame that knows its words already.

    In a folder of one's own an entry takes the place of the one with the same id. It keeps the
    frame's kind where no other is given.
    """
    old, new = Entry.of(frame), suggestion.entry
    governs = {
        role: tuple(dict.fromkeys((*old.governs.get(role, ()), *new.governs.get(role, ()))))
        for role in (*old.governs, *new.governs)
    }
    words = {
        key: tuple(dict.fromkeys((*old.words.get(key, ()), *new.words.get(key, ()))))
        for key in (*old.words, *new.words)
    }
    wider = replace(
        old,
        kind=kind or old.kind,
        words=words,
        governs=governs,
        matches=(*old.matches, *new.matches),
        rejects=(*old.rejects, *new.rejects),
    )
    return replace(suggestion, entry=wider)


def _one_sentence(text: str) -> Doc:
    doc = annotate(segment(Document("example", text)))
    sentences = [sentence.text for sentence in doc.sents]
    if len(sentences) != 1:
        shown = "; ".join(f"«{one}»" for one in sentences)
        raise UsageError(
            f"one sentence is needed, these are {len(sentences)}: {shown}",
            hint="Give only the one that holds the turn of phrase",
        )
    return doc


def _words(doc: Doc, sketch: Sketch) -> TriggerWords:
    if sketch.triggers:
        span = doc.char_span(*sketch.triggers[0], alignment_mode="expand")
        if span is not None and span.text.strip():
            return marked_words(doc, span.start, span.end)
    words = guessed_words(doc)
    if words is None:
        raise UsageError(
            f"no word in «{sketch.text}» can be made out that wants something",
            hint=_HOW_TO_MARK,
        )
    return words


def _governs(doc: Doc, sketch: Sketch, words: TriggerWords) -> dict[str, list[str]]:
    governs: dict[str, list[str]] = {}
    for slot, start, end in sketch.marks:
        span = doc.char_span(start, end, alignment_mode="expand")
        inside = slot != "content" and _inside_content(sketch, start, end)
        if slot not in GOVERNED or span is None or inside:
            continue
        form = form_of(doc, span.start, span.end, words)
        # Subjects and the instrumental of passives are found for every verb.
        if form and not (slot == "proposer" and form in ("accusative", "instrumental")):
            governs.setdefault(slot, []).append(form)
    guessed = guessed_government(doc, words)
    if not any(slot == "content" for slot, _, _ in sketch.marks):
        governs = {**guessed, **governs}
    if "content" not in governs:
        raise UsageError(f"what is wanted cannot be made out in «{sketch.text}»", hint=_HOW_TO_MARK)
    return governs


def _inside_content(sketch: Sketch, start: int, end: int) -> bool:
    return any(
        slot == "content" and a <= start and end <= b and (a, b) != (start, end)
        for slot, a, b in sketch.marks
    )


def _added(
    near: Sequence[Neighbour], kind: Kind, governs: dict[str, list[str]]
) -> dict[str, tuple[str, ...]]:
    """Forms that the nearest words of the kind share; only for what the sentence itself shows."""
    return {
        role: more
        for role in governs
        if (more := tuple(f for f in usual_forms(near, kind, role) if f not in governs[role]))
    }


def _with_pairs(words: TriggerWords) -> dict[str, tuple[str, ...]]:
    """The word lists with both aspects of each verb, that of a phrase too."""
    pairs: dict[str, tuple[str, ...]] = {}
    for key, listed in words.lists():
        pairs[key] = listed
        if key in ("verbs", "support", "phrases"):
            both = [(with_other_aspect(word.split()[0]), word.split()[1:]) for word in listed]
            pairs[key] = tuple(" ".join((verb, *rest)) for verbs, rest in both for verb in verbs)
    return pairs
