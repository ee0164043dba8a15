"""What a count of votes was taken on: the proposal it names, its own sentence, or the list beside it."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold, lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.heads import frame_of_label
from predlozheno.proposals.linking import (
    BINDING,
    PUT_TO_OTHERS,
    content_stems,
    content_text,
    counts_off,
    linked,
    meets,
    names_of,
    of_kind,
    owned_by,
    stems,
)
from predlozheno.proposals.outcomes.resolving import is_moved_item, is_resolved
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.verdict import has_any
from predlozheno.proposals.slots.vote import Ballot, find_ballot
from predlozheno.records.schema import Kind

# «Резолюция принята большинством голосов»: the whole text, no single proposal.
DOCUMENT = re.compile(
    r"(?:резолюци|рекомендаци|постановлени|обращени|документ|проект)[а-я]* (?:в целом )?"
    r"(?:был[а-я]* )?принят"
)
_WHOLE = re.compile(r"в целом")
_REACH = 14
_SHORT = 3
_WORD = re.compile(r"[а-я]+")
_LITTLE = frozenset(
    "за для при без под над про или как что кто это все два три сто руб год час".split()
)
# «Первое: главе вступить … Второе: прошу … Кто за?»
_COUNTED = re.compile(r"\W*(?:(?:во-)?перв|(?:во-)?втор|(?:в-)?трет|четверт|пят)[а-я]*\W")
# A sum or a size tells one side from another, a single figure counts them.
_FIGURES = re.compile(r"(?<![\d.,])\d{2,}(?![\d.,]\d|-го)")
NEAR = 2
# In so many words a reply shows a hand and says why.
_HANDS = 8
# A sentence names a proposal by its proposer or by two of its words.
SURE = 2


def voted_on(
    context: Context,
    sentence: Span,
    block: int,
    ballot: Ballot,
    own: list[Draft],
    since: list[Draft],
    passed: list[Draft],
    drafts: list[Draft],
) -> list[Draft]:
    """The drafts that a count of votes was taken on.

    Args:
        context: the document.
        sentence: with the count.
        block: index of its block.
        ballot: the count.
        own: drafts of the sentence itself.
        since: drafts since the vote before.
        passed: all drafts before the sentence.
        drafts: all of the document.
    """
    if ballot.about and (called := _called(context, sentence, block, ballot, drafts)):
        return called
    if ballot.named:
        return []
    folded = fold(sentence.text)
    if DOCUMENT.search(folded):
        # Votes on amendments in between part nothing: the document is all that it resolves.
        items = [d for d in passed if d.vote is None and _resolves(context, d)]
        return items or [d for d in since if d.kind in BINDING]
    if _WHOLE.search(folded):
        return [d for d in since if _is_item(context, d) or d.kind in BINDING]
    if own:
        return [d for d in own if d.kind is not Kind.NEED]
    if below := _list_below(context, sentence, block, ballot, drafts):
        return below
    if named := _named(context, folded, block, passed):
        return named
    if _tells_other(context, sentence, block, since):
        return []
    above = _list_above(context, block, of_kind(since, folded) or since)
    # «Предложение Громова не поддержано (4 : 5)» above a resolution is not about that.
    return above or ([] if has_any("matters", folded) else _list_after(context, block, drafts))


def _tells_other(context: Context, sentence: Span, block: int, since: list[Draft]) -> bool:
    """«– Лиза хочет созвоны. За 4, против 1»: the count is about its own item, whatever that wants."""
    info = context.blocks[block]
    if info.kind != "item" or info.stage or not sentence.start:
        return False
    if any(d.block == block for d in since):
        return False
    return context.block_index(sentence.start - 1) == block


def _called(
    context: Context, sentence: Span, block: int, ballot: Ballot, drafts: list[Draft]
) -> list[Draft]:
    """The drafts that the words between «за» and the number name: by their matter, author or number."""
    near = [d for d in drafts if 0 <= block - d.block <= _REACH and d.sentence[0] < sentence.start]
    about, numbers = stems(ballot.about), frozenset(_FIGURES.findall(ballot.about))
    shorts = _short_words(ballot.about)
    # «За Дронову – 87» is about whom it names, «за вариант Дроновой» about what she moved.
    moved = has_any("matters", ballot.about)
    meant = [
        d
        for d in near
        if content_stems(context, d) & about
        or shorts & _short_words(content_text(context, d))
        or moved
        and meets(names_of(context, d), about)
        or numbers & frozenset(_FIGURES.findall(in_figures(content_text(context, d)).text))
    ]
    if not meant and moved:
        # «Из зала (Орлов Т.А.) поступила инициатива: …»: the words that lead up to it name whose it is.
        meant = [d for d in near if d.kind in PUT_TO_OTHERS and stems(_lead(context, d)) & about]
    if not meant and re.search(r"\d-го|№|вариант \d", ballot.about):
        meant = [d for d in near if d.kind in PUT_TO_OTHERS or d.is_draft_decision]
    return linked(context, meant, ballot.about)[0] if meant else []


def _lead(context: Context, draft: Draft) -> str:
    """What stands before the content in its line."""
    begin, end = context.blocks[draft.block].start, context.doc[draft.content[0][0]].idx
    return context.segments.text[begin:end]


def _short_words(text: str) -> frozenset[str]:
    """«Суд – 18 голосов»: nouns too short to be told by their beginnings, by their lemmas."""
    found = [word for word in _WORD.findall(fold(text)) if len(word) == _SHORT]
    return frozenset(lemma for word in found for lemma in lemmas(word)) - _LITTLE


def _named(context: Context, text: str, block: int, passed: list[Draft]) -> list[Draft]:
    """«Вариант Муталибовой прошёл: 6 за»: the sentence says whose it is, or what it is about."""
    owned = any(owned_by(context, d) & stems(text) for d in passed)
    if not (has_any("matters", text) or counts_off(text) or owned):
        return []
    near = [d for d in passed if d.kind in PUT_TO_OTHERS and block - d.block <= _REACH]
    found, score = linked(context, near, text)
    return found if score >= SURE else []


def _resolves(context: Context, draft: Draft) -> bool:
    """Whether it is an item of the text that was put to the vote as a whole."""
    info = context.blocks[draft.block]
    return info.zone == "body" and (draft.head is not None or listed(context, draft))


def listed(context: Context, draft: Draft) -> bool:
    """Whether it stands in the list under the label of a resolution, whatever verb it has."""
    info = context.blocks[draft.block]
    if info.stage is None:
        return False
    if draft.kind in BINDING:
        return True
    words = [fold(word).strip(".,:;()") for word in info.stage.split()]
    return (
        info.kind == "item" and info.speaker is None and frame_of_label(context, words) is not None
    )


def _is_item(context: Context, draft: Draft) -> bool:
    return draft.head is not None or context.blocks[draft.block].kind == "item"


def _list_above(context: Context, block: int, since: list[Draft]) -> list[Draft]:
    """The drafts of the list right above a vote, or of the sentence right before it."""
    if not since or block - since[-1].block > _REACH:
        return []
    last = since[-1]
    if _elects_counters(context, last):
        # Who counts the secret votes is chosen in between; the count is not about them.
        since = [d for d in since if not _elects_counters(context, d)] or since
        last = since[-1]
    stage = context.blocks[last.block].stage
    listed_by_itself = context.blocks[last.block].kind == "item" and last.block != block
    if listed_by_itself and last.head is None and not stage:
        parent = context.blocks[last.block].parent
        return [d for d in since if parent is not None and context.blocks[d.block].parent == parent]
    moved = [d for d in since if is_moved_item(context, d) or d.is_draft_decision]
    # «Предложения перевозчиков: …», then «РЕШИЛИ: …», then the count: it is about what was resolved.
    if moved and not is_resolved(context, last):
        # What is said in the debate between a motion and its vote is not voted on.
        return [d for d in moved if d.head == moved[-1].head and _same_label(context, d, moved[-1])]
    if last.head is not None or (stage and listed(context, last)):
        return [
            d
            for d in since
            if (d.head == last.head and d.head is not None)
            or (stage and listed(context, d) and _same_label(context, d, last))
        ]
    if last.kind is Kind.NEED or block - last.block > NEAR and not _cheered(context, last, block):
        return []
    return [
        d
        for d in since
        if d.sentence == last.sentence
        or (d.block == last.block and d.kind in BINDING and last.kind in BINDING)
        or (d.block == last.block == block and _COUNTED.match(_sentence(context, d)) is not None)
    ]


def _cheered(context: Context, draft: Draft, block: int) -> bool:
    """Whether only short replies stand between a proposal and its count, as hands do in a chat."""
    between = context.blocks[draft.block + 1 : block]
    words = [context.segments.text[info.body : info.end].split() for info in between]
    spoken = context.blocks[block].speaker is not None
    return spoken and block - draft.block <= _REACH and all(len(w) <= _HANDS for w in words)


def _sentence(context: Context, draft: Draft) -> str:
    return fold(context.doc[draft.sentence[0]].sent.text)


def _list_after(context: Context, block: int, drafts: list[Draft]) -> list[Draft]:
    """«Голосуем решение в целом. За 13. РЕШИЛИ: …»: the list whose label follows the vote."""
    labels = {
        context.blocks[i].stage_span
        for i in range(block + 1, min(block + NEAR + 1, len(context.blocks)))
        if context.blocks[i].stage_span
        and context.blocks[i].stage_span != context.blocks[block].stage_span
    }
    found = [
        d
        for d in drafts
        if d.head is not None and context.blocks[d.block].stage_span in labels and d.block > block
    ]
    # Items that bring counts of their own were not voted on together.
    return [] if any(find_ballot(_line(context, d.block)) for d in found) else found


def _elects_counters(context: Context, draft: Draft) -> bool:
    words = fold(f"{_lead(context, draft)} {content_text(context, draft)}")
    return draft.procedural and re.search(r"сч[её]тн[а-я]+ комисси|сч[её]тчик", words) is not None


def _line(context: Context, block: int) -> str:
    info = context.blocks[block]
    return context.segments.text[info.start : info.end]


def _list_below(
    context: Context, sentence: Span, block: int, ballot: Ballot, drafts: list[Draft]
) -> list[Draft]:
    """The items of the list that a vote stands over: «ПОСТАНОВИЛИ (за – 16):»."""
    text = context.segments.text[ballot.count.end : sentence.end_char]
    inside_brackets = text.startswith(")") and any(c.isalpha() for c in text)
    if not text.rstrip().endswith(":") or inside_brackets:
        return []
    parents = {block}
    for i in range(block + 1, min(block + _REACH * 2, len(context.blocks))):
        if context.blocks[i].parent in parents:
            parents.add(i)
    return [d for d in drafts if d.block in parents and d.sentence[0] >= sentence.end]


def _same_label(context: Context, one: Draft, other: Draft) -> bool:
    """Whether both stand under the same label of a part of the meeting, printed once, or under none."""
    a, b = (context.blocks[d.block].stage_span for d in (one, other))
    return a == b and (a is not None or one.head is not None)
