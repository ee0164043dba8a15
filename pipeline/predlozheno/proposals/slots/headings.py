"""What the lines above a line say for it: a heading in the dative, a subject on the line before."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.lexicon import is_fixed
from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import agrees, feature, is_finite, is_word
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.reading.document import Block

# «Раздел I. Министерству здравоохранения»
_PART = re.compile(r"(?:Глава|Раздел|Часть|Блок)\s+(?:[IVX]+|\d{1,2})[.:]?\s+")
# So many lines at most a resolution has between its subject and a label.
_FAR = 60
_HEADING_KINDS = ("heading", "item", "label", "paragraph")


def dative_headings(context: Context, block: int) -> list[Phrase]:
    """«2. Губернатору области» above «2.1. Учредить премию»: whom the lines under it are put to."""
    index = context.blocks[block].parent
    while index is not None and index < block:
        if found := whole_line(context, index):
            return found
        block, index = index, context.blocks[index].parent
    return []


def opens_dative(context: Context, block: int) -> bool:
    """«Министерству культуры – выделить средства»: whether a line begins with those it is put to."""
    span = context.segments.text
    start = context.blocks[block].body
    words = context.doc.char_span(start, context.blocks[block].end, alignment_mode="contract")
    if words is None or not len(words) or not span[start : start + 1].isupper():
        return False
    phrase = context.phrase_at(words[0].i)
    return phrase is not None and _is_dative(phrase)


def whole_line(context: Context, index: int) -> list[Phrase]:
    """The phrases in the dative of a line that holds nothing else."""
    block = context.blocks[index]
    part = _PART.match(context.segments.text, block.body, block.end)
    begin = part.end() if part else block.body
    span = context.doc.char_span(begin, block.end, alignment_mode="contract")
    if not span and block.speaker_span and block.start <= block.speaker_span[0]:
        # «Гладышевой:» looks like the label of a turn; in the dative nobody speaks.
        span = context.doc.char_span(*block.speaker_span, alignment_mode="expand")
        named = _names_receiver(context, block, span)
        if span is not None and not named and any(can_be(token, case="Nom") for token in span):
            return []
    if not span or block.kind not in _HEADING_KINDS:
        return []
    found: list[Phrase] = []
    i = span.start
    while i < span.end:
        phrase = context.phrase_at(i)
        undeclined = phrase is not None and _names_receiver(context, block, span)
        if phrase and phrase.end <= span.end and (undeclined or _is_dative(phrase)):
            found.append(phrase)
            i = phrase.end
        elif found and context.doc[i].text == "," and _describes(context, i + 1):
            # «Институтам и университетам, ведущим раскопки:»
            return found
        elif found and context.doc[i].text == "(":
            # «Министерству экологии (Тулаева):» names who is at its head, or its short name.
            i = next((k for k in range(i, span.end) if context.doc[k].text == ")"), span.end)
        elif is_word(context.doc[i]) and context.doc[i].lower_ != "и":
            return []
        else:
            i += 1
    return found


def _names_receiver(context: Context, block: Block, span: Span | None) -> bool:
    """«2. КГКУ «Автодор» (Войнову С.П.):»: a name without cases, and who acts for it in the dative."""
    fixed = span is not None and (is_abbreviation(span[0].text) or is_fixed(span[0]))
    if span is None or not fixed:
        return False
    named = context.phrase_at(span.start)
    if named is not None and named.label == "ORG" and span[-1].text == ":":
        # «2. КГКУ «Автодор»:», «Минпросвещения России:» above what they are to do.
        return named.end == span.end - 1
    if block.kind != "item":
        return False
    bracket = next((t.i + 1 for t in span if t.text == "("), None)
    person = context.phrase_at(bracket) if bracket is not None else None
    return person is not None and person.label == "PER" and _is_dative(person)


def _describes(context: Context, token: int) -> bool:
    word = context.doc[token]
    return word.lower_.startswith("котор") or feature(word, "VerbForm") == "Part"


def _is_dative(phrase: Phrase) -> bool:
    """In a heading without a verb the dative is plain: the dictionary is believed before the tagger."""
    other = any(can_be(phrase.head, case=case) for case in ("Nom", "Acc", "Gen"))
    return can_be(phrase.head, case="Dat") and (
        bool(phrase.label) or (can_act(phrase) and not other)
    )


def subject_above(context: Context, token: int) -> list[Phrase]:
    """«… участники слушаний» on one line, «РЕКОМЕНДУЮТ:» on the next: the subject that runs on.

    Args:
        context: the document.
        token: the trigger, which must open its line.
    """
    index = context.block_index(token)
    block = context.blocks[index]
    if index == 0 or context.doc[token].idx > block.body:
        return []
    above = context.blocks[index - 1]
    line = context.doc.char_span(above.body, above.end, alignment_mode="contract")
    if line is None or not len(line) or not (is_word(line[-1]) or line[-1].text in "»”"):
        return []
    last = next(
        (p for p in reversed(context.phrases_in(line.start, line.end)) if p.end == line.end), None
    )
    return [last] if last and last.has_case("Nom") and last.label else []


def subject_of_label(context: Context, label: int) -> list[Phrase]:
    """«Съезд, обсудив доклады,», «ОТМЕЧАЕТ: …», «СЧИТАЕТ НЕОБХОДИМЫМ:»: whose verbs the labels are.

    Args:
        context: the document.
        label: the first token of a label, a verb of the third person alone on its line.
    """
    doc, first = context.doc, context.block_index(label)
    if feature(doc[label], "Tense") != "Pres":
        return []
    for index in range(first - 1, max(-1, first - _FAR), -1):
        block = context.blocks[index]
        line = doc.char_span(block.body, block.end, alignment_mode="contract")
        if line is None or not len(line) or line[-1].text not in (",", ":"):
            continue
        named = _opens_list(context, line) if line[-1].text == ":" else None
        named = named or _leads_up(context, line)
        if named is not None and named.label != "PER" and agrees(named.head, doc[label]):
            return [named]
    return []


def _leads_up(context: Context, line: Span) -> Phrase | None:
    """«Участники слушаний, рассмотрев проект,»: a party that such a line begins or ends with."""
    if any(map(is_finite, line)):
        return None
    # «Исходя из изложенного, съезд:» is no party by name.
    last = (p for p in context.phrases_in(line.start, line.end) if p.end == line.end - 1)
    for named in (context.phrase_at(line.start), *last):
        if named is not None and can_act(named) and named.has_case("Nom"):
            return named
    return None


def list_subject(context: Context, token: int) -> list[Phrase]:
    """«Подгруппа», then «1. Отметила … и просила …», «2. Рекомендует …»: the subject of every item.

    Args:
        context: the document.
        token: the verb, in the first sentence of an item that opens with a finite verb.
    """
    doc, index = context.doc, context.block_index(token)
    block = context.blocks[index]
    opening = doc.char_span(block.body, block.end, alignment_mode="contract")
    if block.kind != "item" or opening is None or not len(opening) or not is_finite(opening[0]):
        return []
    if doc[token].sent.start > opening.start or not is_finite(doc[token]):
        return []
    while index > 0:
        index -= 1
        above = context.blocks[index]
        if above.zone == "head":
            return []
        line = doc.char_span(above.body, above.end, alignment_mode="contract")
        if line is None or not len(line) or line[-1].text in ".;!?":
            continue
        if above.kind == "item" and line[-1].text != ":":
            continue
        if named := _opens_list(context, line):
            return [named] if agrees(named.head, doc[token]) else []
    return []


def _opens_list(context: Context, line: Span) -> Phrase | None:
    """The party in the nominative that a line without a verb ends in or, before a colon, begins with."""
    if any(is_finite(t) for t in line):
        return None
    nominatives = [
        p
        for p in context.parties_in(line.start, line.end)
        if p.has_case("Nom")
        and (
            p.start == line.start
            or context.doc[p.start - 1].text == ","
            # «После обсуждения Подкомитет:»
            or line[-1].text == ":"
            and p.end == line.end - 1
            and not can_be(p.head, case="Gen")
        )
    ]
    if line[-1].text == ":" and nominatives and nominatives[0].start == line.start:
        return nominatives[0]
    return next((p for p in nominatives if p.end >= line.end - 1), None)
