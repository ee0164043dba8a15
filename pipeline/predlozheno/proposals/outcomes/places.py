"""«Первое прошло, второе отклонили»: what a sentence says of each of several by its place among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, VoteCount
from predlozheno.proposals.grammar import low
from predlozheno.proposals.linking import ANSWERABLE, meets, names_of, of_kind, same_question, stems
from predlozheno.proposals.outcomes.resolving import is_resolved
from predlozheno.proposals.outcomes.settling import only_named
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts, has_any
from predlozheno.proposals.slots.vote import find_ballot
from predlozheno.records.schema import Status
from predlozheno.resources import gazetteer

# «по первой просьбе», «вторую», «в третьей»; «пункт (б)», «предложение 2».
# Not «за первое – 40»: that is a side of a vote.
_PLACE = re.compile(r"(?<![\w-])(?<!\bза )(\d{1,2})-го(?![\w-])(?:\s+(?P<noun>[а-я]+))?")
_LABEL = (
    r"(?<![\w-])(?P<noun>(?:{words})[а-я]*)\s(?:№\s?)?[«\"(]?(?P<label>[а-е]|\d{{1,2}})"
    r"(?:[»\")]|(?![\w.,%)-]|[.,]\d))(?!\s?(?:-го|[а-я]))"
)
_JOINT = re.compile(r"\W*(?:(?:и|а также|,)\W+)?(?:(?:с|со|в|по|от|на|за|против|про)\W+)?")
_OWN_LABEL = re.compile(r"[«\"(]?(?<![\w])([а-е]|\d{1,2})[)»\".:]+\s*$")
_COUNTED = re.compile(r"\W*(?:во?-)?(\d{1,2})-го\W")
_REFUSED_ITSELF = re.compile(r"отказал(?:ся|ась|ись)")
_COMMA = re.compile(r",\s")
_NOTED = (
    ("noted_postponed", Status.POSTPONED),
    ("noted_rejected", Status.REJECTED),
    ("noted_adopted", Status.ADOPTED),
)
# How many blocks on a list may be settled by the places of its members.
_REACH = 14
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place named in a sentence: where, and the number or letter."""

    start: int
    end: int
    number: int
    label: str
    noun: str


class Said(NamedTuple):
    """What words say became of something: the status, where they stand, and the count they give."""

    status: Status
    span: tuple[int, int]
    vote: VoteCount | None = None


class Placement(NamedTuple):
    """What a sentence says of the drafts at one place."""

    drafts: list[Draft]
    said: Said


def place_by_place(context: Context, drafts: list[Draft]) -> dict[int, bool]:
    """Settles drafts by the places that later sentences name.

    Returns:
        The first tokens of those sentences, and whether they tell the votes of each.
    """
    told: dict[int, bool] = {}
    last: Said | None = None
    for sentence in context.doc.sents:
        found = list(placements(context, sentence, drafts, last))
        for placement in found:
            counted = told.get(sentence.start, False) or placement.said.vote is not None
            told[sentence.start] = counted
            for draft in placement.drafts:
                draft.status, draft.outcome = placement.said.status, placement.said.span
                draft.vote = draft.vote or placement.said.vote
        last = found[-1].said if found else None
    return told


def placements(
    context: Context, sentence: Span, drafts: list[Draft], last: Said | None = None
) -> Iterator[Placement]:
    """The drafts before a sentence that it settles by their places, each with what becomes of it.

    `last` is what was said of the one before: «Вторая прошла тем же числом».
    """
    marks = _marks(sentence)
    if not marks:
        return
    block = context.block_index(sentence.start)
    earlier = [
        d
        for d in drafts
        if d.content_span[1] <= sentence.start
        and 0 <= block - d.block <= _REACH
        and same_question(context, d.block, block)
        and (d.is_draft_decision or d.kind in ANSWERABLE and not is_resolved(context, d))
    ]
    if not earlier:
        return
    for members, said in _told(sentence, marks, last):
        meant = [d for mark in members for d in _at(context, earlier, mark, marks)]
        if not meant:
            continue
        last = said
        own = _REFUSED_ITSELF.search(fold(sentence.text)) and any(
            meets(names_of(context, d), stems(sentence.text)) for d in meant
        )
        # «От второго Кобзарь отказалась»: she had moved it herself.
        status = Status.WITHDRAWN if own and said.status is Status.REJECTED else said.status
        yield Placement(meant, said._replace(status=status))


def _marks(sentence: Span) -> list[_Mark]:
    """The places that a sentence names; «первый квартал» and «1 июня» are none."""
    figures = in_figures(sentence.text)
    found = []
    for match in _PLACE.finditer(figures.text):
        start, end = figures.span(match.start(1), match.end(1) + len("-го"))
        noun = match["noun"] or ""
        if noun and _is_matter(noun):
            end = figures.span(*match.span("noun"))[1]
        elif noun and not _stands_alone(sentence, end):
            continue
        found.append(_Mark(start, end, int(match[1]), "", noun))
    for match in _labels().finditer(figures.text):
        label = match["label"]
        number = int(label) if label.isdigit() else 0
        found.append(_Mark(*figures.span(*match.span()), number, label, match["noun"]))
    return sorted(found, key=lambda mark: mark.start)


def _stands_alone(sentence: Span, end: int) -> bool:
    """Whether the ordinal has no noun of its own behind it: «вторую удовлетворить»."""
    behind = next((t for t in sentence if t.idx - sentence.start_char >= end), None)
    if behind is None:
        return False
    # «Первое Алла Юрьевна отмела», «второе директор одобрил»: who acts on it.
    acts = behind.pos_ == "PROPN" or any(
        has_any(name, low(behind)) for name in ("chairs", "deciders")
    )
    return acts or behind.pos_ not in ("NOUN", "ADJ", "NUM")


def _told(
    sentence: Span, marks: list[_Mark], last: Said | None
) -> Iterator[tuple[list[_Mark], Said]]:
    """The places that are named together, each with what is said of them; spans into the document."""
    text = sentence.text
    runs: list[list[_Mark]] = []
    for mark in marks:
        if runs and _JOINT.fullmatch(fold(text[runs[-1][-1].end : mark.start])):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    edges = [0] + [run[-1].end for run in runs]
    stops = [run[0].start for run in runs[1:]] + [len(text)]
    ahead = [_said(text, edges[i], run[0].start) for i, run in enumerate(runs)]
    behind = [_said(text, run[-1].end, stops[i]) for i, run in enumerate(runs)]
    # «Поддержали первое, отклонили второе»: the verb stands first.
    first = behind[-1] is None and ahead[0] is not None
    for i, run in enumerate(runs):
        said = ahead[i] if first else behind[i]
        if said is None and i == 0:
            # «Прошло первое, второе нет», «согласия на первое не дала»
            blank = " " * (run[-1].end - run[0].start)
            whole = text[: run[0].start] + blank + text[run[-1].end :]
            said = ahead[0] or _said(whole, 0, stops[0])
        if said is None and last is not None and has_any("place_likewise", fold(text)):
            said = last._replace(span=(run[0].start, stops[i]))
        elif said is None:
            continue
        elif said.vote is not None:
            said.vote.start += sentence.start_char
            said.vote.end += sentence.start_char
        start, end = said.span
        last = said._replace(span=(sentence.start_char + start, sentence.start_char + end))
        yield run, last


def _said(text: str, start: int, end: int) -> Said | None:
    """What the words between two places say: by a verdict, a count, or a short word."""
    words = text[start:end]
    ballot = find_ballot(words)
    vote = ballot.count if ballot else None
    if vote is not None:
        vote.start, vote.end = vote.start + start, vote.end + start
    bare = fold(words).lstrip(" ,:–—-")
    offset = end - len(bare)
    for name, status in (
        ("place_postponed", Status.POSTPONED),
        ("place_rejected", Status.REJECTED),
        ("place_adopted", Status.ADOPTED),
    ):
        if match := begins_with(name, bare):
            return Said(status, (offset, offset + match.end()), vote)
    if verdict := next((v for v in find_verdicts(words) if not only_named(words, v)), None):
        return Said(verdict.status, (start + verdict.start, start + verdict.end), vote)
    if vote is not None and (vote.unanimous or vote.for_ is not None):
        won = vote.unanimous or vote.against is None or (vote.for_ or 0) > vote.against
        return Said(Status.ADOPTED if won else Status.REJECTED, (vote.start, vote.end), vote)
    # «второе ей понравилось, берём»
    for begin, part in _parts(bare):
        for name, status in _NOTED:
            if match := begins_with(name, part):
                return Said(status, (offset + begin, offset + begin + match.end()), vote)
    return None


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """What stands behind each comma, and where it begins."""
    for comma in _COMMA.finditer(text):
        yield comma.end(), text[comma.end() :]


def _at(context: Context, earlier: list[Draft], mark: _Mark, marks: list[_Mark]) -> list[Draft]:
    """The drafts at the place: by their own label, in a list or a count, or by who moved them."""
    near = of_kind(earlier, fold(mark.noun)) if mark.noun else earlier
    wanted = mark.label or str(mark.number)
    labelled = [d for d in near if wanted in _labels_of(context, d)]
    if labelled:
        return [d for d in labelled if d.sentence == labelled[-1].sentence]
    if not mark.number:
        return []
    most = max(_LEAST, *(m.number for m in marks))
    breaths = [g for g in _grouped(near, lambda d: d.head or d.trigger) if len(g) >= most]
    told = [g for g in breaths if g[0].head or _is_counted(context, g[0])]
    # «Петров предложил одно, Ухов другое. Первое приняли.»
    movers = _grouped(near, lambda d: names_of(context, d) or d.sentence)
    if not told and len(movers) >= most:
        return movers[mark.number - 1]
    return next(([g[mark.number - 1]] for g in reversed(told or breaths)), [])


def _grouped(drafts: list[Draft], key: Callable[[Draft], object]) -> list[list[Draft]]:
    """The drafts that have the same key, in the order of the text."""
    groups: dict[object, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(key(draft), []).append(draft)
    return list(groups.values())


def _is_counted(context: Context, draft: Draft) -> bool:
    """«внёс два предложения – купить ботинки и нанять смотрителя»: whether their number is told."""
    before = context.doc[context.doc[draft.trigger[0]].sent.start : draft.content[0][0]].text
    words = "|".join(gazetteer("outcome-cues")["place_counted"])
    counted = re.compile(rf"(?<![\w-])[2-9](?: [а-я]+)? (?:{words})")
    return counted.search(in_figures(before).text) is not None


def _labels_of(context: Context, draft: Draft) -> frozenset[str]:
    """The number or letter printed before the content, and the ordinal that its sentence opens with."""
    found = set()
    sentence = context.doc[draft.sentence[0]].sent
    before = fold(context.doc[sentence.start : draft.content[0][0]].text)
    if match := _OWN_LABEL.search(before):
        found.add(match[1])
    if match := _COUNTED.match(in_figures(sentence.text).text):
        found.add(match[1])
    printed = context.blocks[draft.block].number
    if printed and draft.head is not None:
        found.add(fold(printed.split(".")[-1]))
    return frozenset(found)


def _is_matter(noun: str) -> bool:
    return has_any("matters", noun) or has_any("place_names", noun)


@cache
def _labels() -> re.Pattern[str]:
    words = "|".join(gazetteer("outcome-cues")["place_names"])
    return re.compile(_LABEL.replace("{words}", words).replace("{{", "{").replace("}}", "}"))
