"""Check boxes and arrows of working notes: «- [ ] Найти зал → @petrov»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.proposals.attachments import named_parties
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.resources import gazetteer

_OPEN_BOX = re.compile(r"[-*+–]? ?\[ \]")
_IDEAS = re.compile(
    r"(?i)\b(?:идеи|идея|предложения|предложили|хотелки|мысли|варианты|на подумать|обсудить|гипотезы)\b"
)
_ARROWS = frozenset(("→", "⇒", "->", "=>", "➔", "➡"))


def task_frame(context: Context, block: int) -> Frame | None:
    """The frame of a line behind an empty check box; None for other lines and for what is done."""
    marker = context.blocks[block].marker
    if marker is None or not _OPEN_BOX.fullmatch(marker):
        return None
    if any(_IDEAS.search(heading) for heading in context.blocks[block].section):
        # «## Идеи»: its open boxes wait for a yes and not for hands.
        return context.lexicon.frames.get("proposal.iniciativa")
    return context.lexicon.frames.get(gazetteer("stages")["frames"]["поручение"])


def behind_arrow(context: Context, sentence: Span) -> tuple[Span, list[Phrase]]:
    """The sentence before an arrow, and who is named behind it; the whole where there is no arrow."""
    doc = sentence.doc
    arrow = next((t.i for t in sentence if t.text in _ARROWS), None)
    if arrow is None or arrow == sentence.start:
        return sentence, []
    rest = doc[arrow + 1 : sentence.end]
    if any(is_infinitive(t) for t in rest):
        return sentence, []
    stop = next((t.i for t in rest if t.text in ".;"), sentence.end)
    return doc[sentence.start : arrow], named_parties(context, arrow + 1, stop)
