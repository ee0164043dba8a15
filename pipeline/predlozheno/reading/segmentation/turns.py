"""Which labels are believed, and where a turn ends without the label of another."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from predlozheno.reading.dictionary import (
    has_verb,
    is_first_person,
    is_name,
    is_only_name,
    is_past,
    is_person_noun,
)
from predlozheno.reading.marks.fields import is_field
from predlozheno.reading.marks.labels import (
    ASIDE,
    either,
    is_personal,
    made,
    not_speakers,
    titled,
    unmarked,
)
from predlozheno.reading.marks.names import FULL_NAME, WORD
from predlozheno.reading.marks.stamps import is_stamp, stamp_end
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.resources import gazetteer

_NARRATED = re.compile(
    rf"(?:[А-ЯЁа-яё][а-яё]+\s|[а-яё]+\.\s){{0,3}}?(?P<name>{FULL_NAME}|{WORD}){ASIDE}?"
    r"(?:\s(?:из|с|со|от)(?:\s[\w-]+){1,3}?)?\s(?P<verb>[а-яё]+(?:л[аи]?(?:с[ья])?|[её]с|[её]з|ог))\b"
)
_FULL = re.compile(FULL_NAME)
_LEAST_NARRATED = 2
_DATIVE = re.compile(r"(?:(?:[оеё]в|[иы]н)(?:ой|у)|[сц]кому)$")
# «Совет единодушно решил: …», «Голосовали за …»: what the meeting did is nobody's turn.
_MEETING = re.compile(
    r"(?:(?:[Уу]ч[её]ный )?[Сс]овет|Собрание|Комиссия|Правление|Заседание|Комитет|Участники|Депутаты"
    r"|Присутствующие|Члены [а-яё]+)(?: [а-яё]+){0,3}"
    r" (?:реши|постанови|проголосова|поддержа|отклони|утверди)[а-яё]+"
    r"|(?:Про)?[Гг]олосовали\b|Итоги голосования|Решено\b|Решение принято"
)
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»[.!?]?")
_NICK = re.compile(
    r"(?P<name>(?P<first>[А-ЯЁ][а-яё]+)(?P<rest>(?:[ _][А-ЯЁа-яё0-9-]{1,14}){1,2}))(?P<mark>\s?:)(?=\s)"
)
_CALLSIGN = re.compile(rf"(?P<name>{WORD})(?P<mark>\s?:)(?=\s[А-ЯЁ])")
_HANDLE = re.compile(r"(?=\w*[_\d.-])@?[A-Za-z][\w.-]+")
_LEAST_OTHERS = 2
_LEAST_ANSWERS = 2
# So many people with a label of their own vouch for one another.
_LEAST_PEOPLE = 3


def settle_labels(drafts: list[Draft]) -> None:
    """Keep the labels that are to be believed, and note where turns end; zones must be known.

    A speaker label that could be an ordinary word counts where it comes again, or among other
    speakers. Lines of the printed agenda begin no stage.
    """
    for draft in drafts:
        if draft.block.zone == "agenda" and draft.stage and draft.stage.role != "agenda":
            draft.stage = None
            draft.block.body = draft.block.start + (draft.marker.end if draft.marker else 0)
    present = frozenset(
        word
        for draft in drafts
        if draft.block.zone == "head"
        for word in re.findall(WORD, draft.line)
        if word.lower() not in not_speakers()
    )
    _name_present(drafts, present)
    _name_nicks(drafts)
    _name_callsigns(drafts)
    _name_unmarked(drafts)
    _settle_speakers(drafts)
    _note_ends(drafts, present)


def _name_present(drafts: list[Draft], present: frozenset[str]) -> None:
    """«Нагорная: …» is a label where the head names somebody of that name among those present."""
    for draft in drafts:
        known = draft.speaker is not None and draft.speaker.sure
        if draft.block.zone != "body" or draft.stage or known or draft.marker:
            continue
        label = titled(rf"(?P<name>{WORD})(?P<mark>\s?:)(?=\s)").match(draft.line)
        if label is not None and label["name"] in present and not is_field(draft.line):
            draft.speaker = made(draft.line, label, sure=True)


def _name_nicks(drafts: list[Draft]) -> None:
    """«Стас звук: …», «Марина 7Б: …»: in a chat a first name and what tells it from others.

    Only among the labels of other people, so that no field («Дата сдачи: …») is one.
    """
    spoken = {_name(d) for d in drafts if d.speaker and d.block.zone == "body"}
    if len(spoken) < _LEAST_OTHERS:
        return
    for draft in drafts:
        if draft.block.zone != "body" or draft.stage or draft.speaker or draft.marker:
            continue
        label = _NICK.match(draft.line)
        if label is None or has_verb(label["rest"]) or not is_only_name(label["first"]):
            continue
        draft.speaker = made(draft.line, label, sure=True)


def _name_callsigns(drafts: list[Draft]) -> None:
    """«Северный: …», «Заречье: …»: who answers again and again to somebody whose label is known."""
    body = [d for d in drafts if d.block.zone == "body"]
    seen = Counter(_name(d) for d in body if d.speaker)
    known = {name for name, count in seen.items() if count > _LEAST_ANSWERS}
    answers: dict[str, list[tuple[Draft, re.Match[str]]]] = {}
    for above, draft in pairwise(body):
        label = _CALLSIGN.match(draft.line)
        free = not (draft.speaker or draft.stage or draft.marker or is_field(draft.line))
        if label is None or not free or label["name"].lower() in not_speakers():
            continue
        if above.speaker is not None and _name(above) in known:
            answers.setdefault(label["name"], []).append((draft, label))
    if len(answers) < _LEAST_OTHERS:
        return
    for found in answers.values():
        for draft, label in found if len(found) >= _LEAST_ANSWERS else ():
            draft.speaker = made(draft.line, label, sure=True)


def _name_unmarked(drafts: list[Draft]) -> None:
    """«спикер 1 добрый вечер», «спикер 2 я за»: numbered voices without a mark, that come again."""
    found = [(d, m) for d in drafts if (m := unmarked().match(d.line)) and not d.speaker]
    seen = Counter(match["name"].lower() for _, match in found)
    if len(seen) < _LEAST_OTHERS or max(seen.values()) < _LEAST_ANSWERS:
        return
    for draft, match in found:
        draft.speaker = made(draft.line, match, sure=True)


def _settle_speakers(drafts: list[Draft]) -> None:
    spoken = [draft for draft in drafts if draft.speaker and draft.block.zone == "body"]
    seen = Counter(_name(draft) for draft in spoken)
    sure = {_name(d) for d in spoken if d.speaker and (d.speaker.sure or _says_i(d))}
    sure |= {name for name, count in seen.items() if count > 1}
    people = {name for name in seen if is_personal(name)}
    shapes = {_shape(draft) for draft in spoken if _name(draft) in sure}
    for draft in drafts:
        speaker = draft.speaker
        if speaker is None:
            continue
        name = _name(draft)
        crowd = len(people) >= _LEAST_PEOPLE and name in people
        # Surname and initials among labels that are known for such.
        among = bool(sure - {name}) and _FULL.fullmatch(name) is not None
        alike = _shape(draft) in shapes and _is_somebody(draft)
        if draft.marker and speaker.body >= len(draft.line) and _DATIVE.search(name):
            # «2.1. Сафиной:» is told what stands below, and says nothing.
            draft.speaker = None
        elif draft.block.zone == "body" and (
            name in sure or seen[name] > 1 or len(sure) > 1 or crowd or among or alike
        ):
            draft.block.body = draft.block.start + speaker.body
        else:
            draft.speaker = None


def _shape(draft: Draft) -> str:
    """What a label looks like beside its name: «Анна, 12:07» is like «Иван, 9:05»."""
    speaker = draft.speaker
    if speaker is None:
        return ""
    before, behind = draft.line[: speaker.name_start], draft.line[speaker.name_end : speaker.body]
    return re.sub(r"\d+", "0", f"{before}|{behind.rstrip()}")


def _is_somebody(draft: Draft) -> bool:
    """A time beside it, a nick, or the name of a person or an office: no field is a label."""
    name = _name(draft)
    timed, nick = "0:0" in _shape(draft), _HANDLE.fullmatch(name) is not None
    return timed or nick or is_personal(name) and is_name(name.split()[0]) or is_person_noun(name)


def _says_i(draft: Draft) -> bool:
    """«– Рустам: предлагаю …»: words in the first person, and before them the name of who says them."""
    if draft.speaker is None:
        return False
    first = re.match(r"(?:я\s)?([А-ЯЁа-яё]+)", draft.line[draft.speaker.body :])
    return first is not None and is_first_person(first[1].lower())


def _name(draft: Draft) -> str:
    speaker = draft.speaker
    return draft.line[speaker.name_start : speaker.name_end] if speaker else ""


def _note_ends(drafts: list[Draft], present: frozenset[str]) -> None:
    """A voice without a name ends a turn; where minutes tell what happened, so does every new line."""
    told = [index for index, draft in enumerate(drafts) if _is_narrated(draft, present)]
    spoken = sum(draft.speaker is not None for draft in drafts)
    narrative = len(told) >= max(_LEAST_NARRATED, spoken // 2)
    for draft in drafts:
        draft.ends_turn = draft.speaker is None and (
            stamp_end(draft.line) is not None
            or _nobody().match(draft.line) is not None
            or _MEETING.match(draft.line) is not None
        )
    for above, below in pairwise(drafts):
        if above.speaker and is_stamp(below.line):
            # «Зоя Лагутина», and below it the time of her message.
            below.ends_turn = False
        listed = above.speaker is not None and above.marker is not None and below.marker is not None
        if listed and above.marker and (above.marker.number is None or _speaks_up(above)):
            # «– Катя: …», «4. ЕДДС: докладывать …» is one item of a list, and so is the next.
            below.ends_turn = below.ends_turn or below.speaker is None
        elif above.speaker and _QUOTED.fullmatch(above.line[above.speaker.body :].strip()):
            # «Тулупов А.Н.: «Знаки закупить»»: the quotation marks end what was said.
            below.ends_turn = below.ends_turn or below.speaker is None
        elif _speaks_up(above) and below.marker and below.marker.style == "bullet":
            # What was resolved stands in dashes behind what was said.
            below.ends_turn = below.ends_turn or below.speaker is None
    if not narrative:
        return
    for index in told:
        drafts[index].ends_turn = True
    for above, below in pairwise(drafts):
        if _speaks_up(above) and below.speaker is None:
            below.ends_turn = True


def _speaks_up(draft: Draft) -> bool:
    """Whether a line holds a label and what is said, and its sentence ends in it."""
    whole = draft.speaker is not None and draft.speaker.body < len(draft.line)
    return whole and not draft.line.endswith((":", ";", ","))


def _is_narrated(draft: Draft, present: frozenset[str]) -> bool:
    """«Жданко спросил …», «Зав. лабораторией Петунин доложил …»: the minutes tell of somebody."""
    if draft.speaker or draft.stage or draft.marker or draft.block.zone != "body":
        return False
    match = _NARRATED.match(draft.line)
    if match is None or not is_past(match["verb"]):
        return False
    name = match["name"]
    return name in present or is_personal(name) or is_person_noun(name)


@cache
def _nobody() -> re.Pattern[str]:
    """«Вопрос: …», «Ответ: …», «Вопрос из зала: …»."""
    kinds = either(gazetteer("reading-speakers")["speeches"])
    return re.compile(rf"(?:{kinds})(?:\s[а-яё]+){{0,3}}{ASIDE}?\s?:(?=\s|$)")
