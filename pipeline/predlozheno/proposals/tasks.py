"""Check boxes and arrows of working notes: «- [ ] Найти зал → @petrov»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.named import named_executors
from predlozheno.proposals.tails import only_names, tail_of
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
    """What is to be done in a line with arrows, and who is named in front or at the end of it.

    «Найти зал → @petrov, до среды», «Фая → письмо в ГИБДД → завтра»; the whole where there is no arrow.
    """
    doc = sentence.doc
    arrows = [t.i for t in sentence if t.text in _ARROWS and t.i > sentence.start]
    if not arrows:
        return sentence, []
    first = doc[sentence.start : arrows[0]]
    if people := only_names(context, first.start, first.end):
        return doc[arrows[0] + 1 : sentence.end], people
    tail = tail_of(context, sentence)
    if tail is not None and tail.begin in arrows:
        return doc[sentence.start : tail.begin], tail.people
    return sentence, []


def follows_arrow(sentence: Span) -> bool:
    """Whether the words stand behind an arrow of their line."""
    return sentence.start > 0 and sentence.doc[sentence.start - 1].text in _ARROWS


def after_arrow(sentence: Span) -> Span | None:
    """What stands behind the last arrow of a line that has several, where the time has its place."""
    arrows = [t.i for t in sentence if t.text in _ARROWS and t.i > sentence.start]
    return sentence.doc[arrows[-1] + 1 : sentence.end] if len(arrows) > 1 else None
