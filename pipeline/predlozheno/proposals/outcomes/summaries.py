"""«По вопросам 1 и 3 решения приняты», «п. 2.1 отклонить»: questions and items settled by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import root_of
from predlozheno.proposals.outcomes.resolving import is_resolved
from predlozheno.proposals.outcomes.settling import only_named
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.verdict import Verdict, find_verdicts
from predlozheno.records.schema import Kind, Status

_PUT = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION)
_MATTER = r"(?:(?:вопрос|пункт)[а-я]*(?: повестки(?: дня)?)?|п{1,2}\.)"
_ONE = r"\d{1,2}(?:\.\d{1,2}){0,2}(?:-?(?:го|му|м|ый|й))?"
_NUMBERS = rf"{_ONE}(?:(?:, | и |, а также |[–-]){_ONE})*"
_QUESTION = re.compile(
    rf"(?<![а-я])(?:по )?(?:{_MATTER}\s(?:№\s?|№№\s?)?(?P<behind>{_NUMBERS})"
    rf"|(?P<ahead>{_NUMBERS})\s{_MATTER})(?![\d.])"
)
# «| 2 | не принято |»: a row that tells nothing but the number and what became of it.
_ROW = re.compile(r"\W*(\d{1,2})[\s|.)]+(?:решение |вопрос )?[а-я]+(?: [а-я]+){0,2}\W*$")
_RANGE = re.compile(r"(\d+)[–-](\d+)")
_LONGEST_RANGE = 20


def summed_up(context: Context, drafts: list[Draft]) -> None:
    """Settles the open drafts of a question by what a sentence elsewhere says of its number."""
    for sentence in context.doc.sents:
        if context.blocks[context.block_index(sentence.start)].kind == "row":
            if row := _ROW.match(fold(sentence.text)):
                verdict = next(iter(find_verdicts(sentence.text)), None)
                if verdict is not None and verdict.kind != "order":
                    _settle(sentence, verdict, _of_question(context, drafts, row[1]))
            continue
        for numbers, verdict in _verdicts(sentence):
            for number in numbers:
                open_ = _of_question(context, drafts, number)
                _settle(sentence, verdict, open_, exact="." in number)


def _verdicts(sentence: Span) -> Iterator[tuple[list[str], Verdict]]:
    """The numbers of the questions that a sentence names, and what it says of them."""
    text = sentence.text
    if not any(character.isdigit() for character in text) and "вопрос" not in fold(text):
        return
    figures = in_figures(fold(text))
    found = list(_QUESTION.finditer(figures.text))
    for i, match in enumerate(found):
        start = figures.span(*match.span())[1]
        end = figures.span(*found[i + 1].span())[0] if i + 1 < len(found) else len(text)
        verdict = next((v for v in find_verdicts(text) if start <= v.start < end), None)
        # «Отложен вопрос 2»: the verb may stand first.
        if verdict is None and i == 0:
            begin = figures.span(*match.span())[0]
            verdict = next((v for v in find_verdicts(text) if v.end <= begin), None)
        numbers = _each(match["behind"] or match["ahead"])
        # «п. 2.1 отклонить» among what was resolved says all that becomes of it.
        ordered = verdict is not None and verdict.kind == "order" and "." not in numbers[0]
        if verdict is not None and not ordered and not only_named(text, verdict):
            yield numbers, verdict


def _each(numbers: str) -> list[str]:
    """«1, 3 и 5–7» one by one."""
    for first, last in _RANGE.findall(numbers):
        run = range(int(first), min(int(last), int(first) + _LONGEST_RANGE) + 1)
        numbers = numbers.replace(f"{first}–{last}", ", ".join(map(str, run)))
    return re.findall(r"\d+(?:\.\d+)*", numbers)


def _of_question(context: Context, drafts: list[Draft], number: str) -> list[Draft]:
    """The open drafts of a question of the agenda, or of an item with a number in parts."""
    return [
        d
        for d in drafts
        if number in (root_of(item := context.blocks[d.block].item), (item or "").split("/")[-1])
        and d.status is Status.PROPOSED
        and (d.is_draft_decision or d.kind in _PUT and not is_resolved(context, d))
    ]


def _settle(sentence: Span, verdict: Verdict, open_: list[Draft], *, exact: bool = False) -> None:
    earlier = [d for d in open_ if d.sentence[1] <= sentence.start]
    # Of several that were moved one may have been adopted, and nothing says which.
    if verdict.status is Status.ADOPTED and len({d.sentence for d in earlier}) != 1 and not exact:
        return
    for draft in earlier:
        draft.status = verdict.status
        draft.outcome = (sentence.start_char + verdict.start, sentence.start_char + verdict.end)
