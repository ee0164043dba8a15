"""«Комиссия: учесть.» under a proposal that stands in a list: the ruling on that one."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import ANSWERABLE, BINDING
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts, has_any
from predlozheno.records.schema import Status

# «Комиссия: …», «Ответ администрации: …», «Решение комиссии – …», «Позиция разработчика: …»
_LABEL = re.compile(
    r"\W*(?P<who>(?:(?:ответ|решение|позиция|заключение|мнение|комментарий|вывод|результат|рекомендаци[яи])"
    r"(?: [а-я-]+){0,3}"
    r"|(?:[а-я-]+ )?(?:комиссия|комитет|администрация|разработчик|организатор|рабочая группа)))"
    r"\s?[:–—]\s"
)
_LATER = re.compile(r"направить|передать|переадресовать|рассмотреть (?:позднее|отдельно|при|в)")
_ANSWERS = (
    ("answers_postponed", Status.POSTPONED),
    ("answers_rejected", Status.REJECTED),
    ("answers_adopted", Status.ADOPTED),
)
# So many blocks below its proposal a ruling may stand.
_NEAR = 2


def rules_only(context: Context, draft: Draft) -> bool:
    """«Ответ администрации: учтём в марте»: the first words behind such a label want nothing."""
    sentence = context.doc[draft.trigger[0]].sent
    match = _LABEL.match(fold(sentence.text))
    binds = draft.kind in BINDING and draft.head is None
    if match is None or not (binds or draft.diathesis == "item"):
        return False
    first = draft.content_span[0] if draft.head else min(draft.trigger[0], draft.content_span[0])
    between = context.doc[first].idx - sentence.start_char - match.end()
    words = fold(sentence.text[match.end() :])
    if not 0 <= between <= 2:
        return match["who"].startswith("ответ") and between < 0
    return any(begins_with(name, words) for name, _ in _ANSWERS) or any(
        v.start < 3 for v in find_verdicts(words)
    )


def ruled(context: Context, drafts: list[Draft]) -> None:
    """Gives open drafts the status that the line under each of them rules."""
    ordered = sorted(drafts, key=lambda d: d.content_span)
    for sentence in context.doc.sents:
        match = _LABEL.match(fold(sentence.text))
        if match is None:
            continue
        block = context.block_index(sentence.start)
        # «… Рекомендация: учесть.» behind what was wished, in the line of its own item.
        within = sentence.start > 0 and context.block_index(sentence.start - 1) == block
        if not (within or has_any("deciders", match["who"]) or " " in match["who"]):
            continue
        above = [
            d
            for d in ordered
            if d.content_span[1] <= sentence.start and 0 <= block - d.block <= _NEAR
        ]
        last = above[-1] if above else None
        between = context.blocks[last.block + 1 : block + 1] if last else ()
        if last and not any(info.kind == "item" for info in between):
            _rule(sentence, match.end(), [d for d in above if d.block == last.block])


def _rule(sentence: Span, begin: int, drafts: list[Draft]) -> None:
    words = sentence.text[begin:]
    verdict = next((v for v in find_verdicts(words) if v.kind != "active"), None)
    if later := _LATER.match(fold(words)):
        status, (start, end) = Status.POSTPONED, later.span()
    elif verdict is not None:
        status, start, end = verdict.status, verdict.start, verdict.end
    else:
        # «Ответ начальника управления: учтём при уточнении бюджета.»
        bare = fold(words)
        found = next(
            ((s, m) for name, s in _ANSWERS if (m := begins_with(name, bare)) is not None), None
        )
        if found is None:
            return
        status, (start, end) = found[0], found[1].span()
    for draft in drafts:
        if draft.kind in ANSWERABLE and draft.status is Status.PROPOSED:
            draft.status = status
            draft.outcome = (
                sentence.start_char + begin + start,
                sentence.start_char + begin + end,
            )
