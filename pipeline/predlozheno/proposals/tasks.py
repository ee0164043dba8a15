"""Check boxes and arrows of working notes: «- [ ] Найти зал → @petrov»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.proposals.named import named_executors, named_parties
from predlozheno.resources import gazetteer

_OPEN_BOX = re.compile(r"(?:[-*+–•] ?)?\[ ?\]|☐")
_IDEAS = re.compile(
    r"(?i)\b(?:идеи|идея|предложения|предложили|хотелки|мысли|варианты|на подумать|обсудить|гипотезы)\b"
)
_DONE_BOX = re.compile(r"(?:[-*+–•] ?)?\[[xXхХ✓vV+]\]|[☑☒]")
# «Сдать отчёт – сделано», «Купить чайник (готово)»: the last words of a line say that it is done.
_DONE = re.compile(
    r"(?:[–—:;.(]|\s-)\s*(?:уже\s)?(?:выполнен|исполнен|сделан|закрыт|завершен|готов)[оаы]?"
    r"(?:\s(?:в срок|полностью|досрочно|вчера|сегодня))?\W*$"
)
_ARROW_BULLET = re.compile(r"[→⇒➔➜➡➤]|->|=>")
_ARROWS = frozenset(("→", "⇒", "->", "=>", "➔", "➡"))


def task_frame(context: Context, block: int) -> Frame | None:
    """The frame of a line behind an empty check box; None for other lines and for what is done."""
    marker = context.blocks[block].marker
    if marker is None or not (_OPEN_BOX.fullmatch(marker) or _handed_out(context, block)):
        return None
    if any(_IDEAS.search(heading) for heading in context.blocks[block].section):
        # «## Идеи»: its open boxes wait for a yes and not for hands.
        return context.lexicon.frames.get("proposal.iniciativa")
    return context.lexicon.frames.get(gazetteer("stages")["frames"]["поручение"])


def is_done(context: Context, block: int) -> bool:
    """Whether a line of a list reports on what was done: by its ticked box, or by its last words."""
    info = context.blocks[block]
    if info.kind not in ("item", "row"):
        return False
    words = fold(context.segments.text[info.body : info.end])
    return bool(_DONE_BOX.fullmatch(info.marker or "") or _DONE.search(words))


def _handed_out(context: Context, block: int) -> bool:
    """«→ Вероника: объявление»: an arrow hands out what stands behind the name."""
    info = context.blocks[block]
    if not _ARROW_BULLET.fullmatch(info.marker or ""):
        return False
    line = context.doc.char_span(info.body, info.end, alignment_mode="expand")
    return line is not None and bool(named_executors(context, line.start, line.end))


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
