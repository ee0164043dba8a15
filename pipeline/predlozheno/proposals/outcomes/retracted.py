"""«Тогда снимаю.», «Хорошо, не настаиваю.»: a speaker takes back what he himself has moved."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import PUT_TO_OTHERS, names_of, stems
from predlozheno.records.schema import Status

_BACK = re.compile(
    r"(?:(?:я|мы|тогда|хорошо|ладно|ну|что ж|ок|да|понятно|согласен|согласна|убедили|уговорили)\W+){0,4}"
    r"(?P<back>(?:снимаю|снимаем|отзываю|отзываем|не настаиваю|не настаиваем|беру назад|забираю|молчу)"
    r"(?: (?:свое|свою|это|его|ее|вопрос|предложение|поправку|просьбу|слова))*)(?![а-я-])"
)
_SPOKEN = re.compile(
    rf"\s*[–—-]\s?{_BACK.pattern}[.,!]?\s[–—-]\s[а-я]+"
    # «Макс: ладно, молчу.» within a paragraph
    rf"|\s*[а-я]+(?: [а-я]\.){{0,2}}: {_BACK.pattern.replace('?P<back>', '?P<said>')}\W*$"
)
# How many blocks back his words may stand, and in how many of them he takes them back.
_REACH, _WORDS = 10, 7


def retracted(context: Context, drafts: list[Draft]) -> None:
    """Withdraws the last draft of a speaker who says in a few words that he takes it back."""
    for sentence in context.doc.sents:
        block = context.block_index(sentence.start)
        speaker = context.blocks[block].speaker
        if speaker is None:
            _in_prose(context, sentence, drafts)
            continue
        body = _body(context, sentence, block)
        match = _BACK.match(fold(body.text))
        if match is None or sum(t.is_alpha for t in body) > _WORDS:
            continue
        his = [
            d
            for d in drafts
            if d.kind in PUT_TO_OTHERS
            and d.vote is None
            and 0 < block - d.block <= _REACH
            and context.blocks[d.block].speaker == speaker
        ]
        for draft in his[-1:]:
            start = body.start_char
            draft.status = Status.WITHDRAWN
            draft.outcome = (start + match.start("back"), start + match.end("back"))


def _in_prose(context: Context, sentence: Span, drafts: list[Draft]) -> None:
    """«– Снимаю, – согласилась Немирова.»: direct speech in a text without labels."""
    text = fold(sentence.text)
    match = _SPOKEN.match(text)
    if match is None:
        return
    block = context.block_index(sentence.start)
    his = [
        d
        for d in drafts
        if d.kind in PUT_TO_OTHERS
        and d.vote is None
        and d.content_span[1] <= sentence.start
        and block - d.block <= _REACH
    ]
    group = "back" if match["back"] else "said"
    who = text[match.end() :] if match["back"] else text[: match.start(group)]
    named = [d for d in his if names_of(context, d) & stems(who)]
    if not match["back"] and not named:
        return
    for draft in (named or his)[-1:]:
        begin = sentence.start_char
        draft.status = Status.WITHDRAWN
        draft.outcome = (begin + match.start(group), begin + match.end(group))


def _body(context: Context, sentence: Span, block: int) -> Span:
    """The sentence without the label of its turn."""
    start = sentence.start
    while start < sentence.end and context.doc[start].idx < context.blocks[block].body:
        start += 1
    return context.doc[start : sentence.end]
