"""Whose the items below a line are: «Предложения хозяйств», «От ГИБДД:», «Группа 2. Кадры»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import can_be, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import is_finite, is_infinitive, low
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.proposals.slots.subjects import coordinated
from predlozheno.records.schema import PartySource
from predlozheno.resources import gazetteer

_OF = re.compile(
    r"(?i)(?:предложения|предложение|замечания|пожелания|просьбы|требования|инициативы|инициатива|рекомендации|наказы"
    r"|идеи|позиция|мнение|выводы)\s"
)
_BROUGHT = re.compile(
    r"(?i)[а-яё]+,\s(?:внес[её]нные|высказанные|выдвинутые|поданные|озвученные)\s"
)
_OUT_OF = re.compile(
    r"(?i)из\s(?:заключения|предложений|письма|обращения|отзыва|решения|протокола|постановления)\s"
)
_FROM = re.compile(r"(?i)от(?:\s+имени)?\s")
_LONGEST = 12


def owners_of_line(context: Context, block: int) -> list[Phrase]:
    """The parties that a heading, or a line before a colon, names as those who want what stands below.

    «Предложения перевозчиков:», «Предложения от жителей:», «От Минтранса России:».
    """
    info, text = context.blocks[block], context.segments.text
    line = context.doc.char_span(info.body, info.end, alignment_mode="contract")
    if line is None or not len(line) or _is_told(line):
        return []
    words = text[line.start_char : line.end_char]
    if (match := _BROUGHT.match(words)) is not None:
        first = next((t.i for t in line if t.idx >= line.start_char + match.end()), line.end)
        phrase = context.phrase_at(first) if first < line.end else None
        acts = phrase is not None and phrase.has_case("Ins") and can_act(phrase)
        return [phrase] if phrase is not None and acts else []
    match = _OF.match(words) or _OUT_OF.match(words) or _FROM.match(words)
    if match is None:
        return []
    first = next((t.i for t in line if t.idx >= line.start_char + match.end()), line.end)
    if _OF.match(words) and first < line.end and low(context.doc[first]) == "от":
        first += 1
    return genitives(context, first, line.end)


def group_of_part(context: Context, block: int) -> Mention | None:
    """«Группа 2. Кадры» over «Предложено …»: the part of the meeting that is at work."""
    cues = set(gazetteer("proposer-cues")["working_groups"])
    index = context.blocks[block].parent
    while index is not None:
        info = context.blocks[index]
        line = context.doc.char_span(info.body, info.end, alignment_mode="contract")
        if info.kind == "heading" and line is not None and len(line):
            phrase = context.phrase_at(line.start)
            if phrase and lemmas(phrase.head.text) & cues and can_be(phrase.head, case="Nom"):
                return Mention(phrase, PartySource.CONTEXT)
        index = info.parent
    return None


def _is_told(line: Span) -> bool:
    return len(line) > _LONGEST or any(is_finite(t) or is_infinitive(t) for t in line)


def genitives(context: Context, first: int, end: int) -> list[Phrase]:
    """The parties in the genitive that fill a line up to its colon or bracket."""
    phrase = context.phrase_at(first) if first < end else None
    if phrase is None or phrase.end > end or not can_act(phrase):
        return []
    if not (phrase.has_case("Gen") or phrase.label == "PER" or can_be(phrase.head, case="Gen")):
        return []
    found = [phrase, *coordinated(context, phrase, "Gen", end)]
    behind = found[-1].end
    closed = behind >= end or context.doc[behind].text in ":.("
    return found if closed else []
