"""«Предложение перенести рассмотрение было отклонено»: named again to be settled, and no new record."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import (
    ANSWERABLE,
    BINDING,
    content_stems,
    content_text,
    meets,
    names_of,
    stems,
)
from predlozheno.proposals.outcomes.breaths import is_answer
from predlozheno.proposals.outcomes.places import placements
from predlozheno.proposals.outcomes.rulings import rules_only
from predlozheno.proposals.slots.verdict import find_verdicts, has_any
from predlozheno.records.schema import Kind

_NOUN = re.compile(
    r"(?:(?:это|данн|эт)[а-я]* )?(?:предложени|поправк|просьб|инициатив|ходатайств|пожелани"
    r"|вопрос|требовани|замечани)[а-я]*"
    r"(?: с [а-я]+ [а-я]+| в целом)?\W*$"
)
_TOLD_OF = re.compile(
    r"(?:просьба|предложение|требование|поправка|идея|инициатива|ходатайство)"
    r" (?:не )?[а-я]+(?:ла|ло|лась|лось)\b"
)
_NO_MATTER = re.compile(
    r"(?:просьб|предложени|требовани|пожелани|замечани|рекомендаци|ходатайств|вопрос)[а-я]*"
    # «Поставлено на голосование: за – 11, против – 40.»
    r"|(?=.*\b(?:за|против|единогласно)\b)(?:за|против|воздерж[а-я]*|нет|единогласно|голос[а-я]*|[^а-я]+)+"
    # «Договорились о нижеследующем.» leads up to what is told in sentences of its own.
    r"|(?:ниже)?следующ(?:ее|ем|ие|их)"
    r"|в [а-я]+ раз|остальные|все|многие|другие|некоторые|присутствующие|большинство"
)
# «Ставлю на голосование исключение пункта 9»: what somebody has moved before.
_TO_BE_DECIDED = re.compile(
    r"(?:по [а-я]+(?: [а-я]+)? )?(?:окончательн[а-я]+ )?решени[ея] (?:[а-я]+ ){0,6}прим(?:ет|ут)\b"
)
_PUT_TO_VOTE = re.compile(r"став[а-я]+ на голосовани|на голосовани[а-я]+ став")
_NEWLY = re.compile(r"поступил|внес|внос|выдвин|прозвучал|последовал|выступил|вышел|вышла")
_NAMED = ("noun", "support", "by_noun")
_AUTHORS = frozenset(("автор", "иници", "заяви"))
_RULING = re.compile(r"(?:рекомендац|решени|заключени|ответ|вывод|позици)")
_TAKEN_IN = re.compile(
    r"(?:не )?(?:учесть|учитывать|отклонить|принять|отказать)(?: частично| как |\W*$)"
)
_COUNT = re.compile(r":|\d| [–—(]")
_ORDINAL = re.compile(r"(?:перв|втор|трет|четверт|данн|указанн|названн|эт)[а-я]*|обои[а-я]*")
# How many blocks back the first mention may stand.
_REACH = 14


def without_restated(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only name an earlier one by its noun in order to settle it."""
    ordered = sorted(drafts, key=lambda draft: draft.content_span)
    kept: list[Draft] = []
    for draft in ordered:
        again = _settles(context, draft) and any(_same(context, draft, e) for e in kept)
        again = again or _is_called(context, draft, kept) or _rules_on(context, draft, kept)
        again = again or _by_place(context, draft, kept)
        again = again or any(is_answer(context, draft, e) for e in kept[-1:])
        again = again or _says_nothing(context, draft) or rules_only(context, draft)
        if not again and not _only_its_noun(context, draft, kept):
            kept.append(draft)
    return kept


def _by_place(context: Context, draft: Draft, kept: list[Draft]) -> bool:
    """«Решили вторую просьбу удовлетворить, в третьей отказать»: nothing but what becomes of each.

    «С первым согласилась, по второму обещала ответить до мая» promises something of its own.
    """
    promised = draft.kind is Kind.ASSIGNMENT and draft.diathesis == "active"
    if draft.kind not in BINDING or draft.head is not None or promised:
        return False
    sentence = context.doc[draft.trigger[0]].sent
    return any(True for _ in placements(context, sentence, kept))


def _says_nothing(context: Context, draft: Draft) -> bool:
    """«обращение с просьбами:», «остальные высказались в поддержку»: no word of what is wanted."""
    words = fold(content_text(context, draft))
    if draft.kind is Kind.DECISION and draft.head is None and _TOLD_OF.match(words):
        # «просьба вызвала улыбки и была отклонена»
        trigger = context.doc[draft.trigger[0] : draft.trigger[1]].text
        return any(v.kind == "passive" for v in find_verdicts(trigger))
    # «Решение по этому вопросу депутаты примут в октябре»: nothing is to be done yet.
    waits = draft.kind in BINDING and _TO_BE_DECIDED.match(words)
    return bool(waits) or _NO_MATTER.fullmatch(words) is not None


def _only_its_noun(context: Context, draft: Draft, kept: list[Draft]) -> bool:
    """«Предложение с внесённым изменением было одобрено»: the verdict on what was put right before."""
    if draft.kind is not Kind.DECISION or draft.head is not None:
        return False
    trigger = context.doc[draft.trigger[0] : draft.trigger[1]].text
    if not find_verdicts(trigger) or not _NOUN.match(fold(content_text(context, draft))):
        return False
    # «Вопрос отложен.» where nothing was found before says no more.
    bare = len(content_text(context, draft).split()) == 1
    return bare or any(e.kind in ANSWERABLE and 0 <= draft.block - e.block <= 1 for e in kept)


def _is_called(context: Context, draft: Draft, kept: list[Draft]) -> bool:
    """«Поставил на голосование предложение Громова»: nothing but whose it is, or its number."""
    # The count may stand right behind: «предложение Громова: за – 3».
    words = _COUNT.split(fold(content_text(context, draft)))[0]
    trigger = fold(context.doc[draft.trigger[0] : draft.trigger[1]].text)
    if not _PUT_TO_VOTE.search(trigger) or not has_any("matters", words.partition(" ")[0]):
        return False
    movers = frozenset(key for earlier in kept for key in names_of(context, earlier))
    named = frozenset(
        key
        for party in context.parties_in(*draft.content_span)
        if party.label in ("PER", "ROLE", "ORG")
        for key in stems(context.doc[party.start : party.end].text)
    )
    return stems(_ORDINAL.sub("", words)) <= named | movers


def _rules_on(context: Context, draft: Draft, kept: list[Draft]) -> bool:
    """«Сохранить проезд. Рекомендация: учесть.»: what is to become of the wish before it."""
    trigger = fold(context.doc[draft.trigger[0] : draft.trigger[1]].text)
    if not _RULING.match(trigger) or not _TAKEN_IN.match(fold(content_text(context, draft))):
        return False
    return any(e.block == draft.block and e.sentence != draft.sentence for e in kept)


def _settles(context: Context, draft: Draft) -> bool:
    """Whether it is put to the vote, or the noun of the trigger is the subject of a verdict."""
    trigger = fold(context.doc[draft.trigger[0] : draft.trigger[1]].text)
    if _PUT_TO_VOTE.search(trigger):
        return True
    if _NEWLY.search(trigger):
        # «Поступило предложение признать работу удовлетворительной, принято»: another one.
        return False
    if draft.diathesis not in _NAMED or draft.kind not in ANSWERABLE or draft.head is not None:
        return False
    sentence = context.doc[draft.trigger[0]].sent
    opening = context.doc[sentence.start : draft.content_span[1]].text
    if not has_any("matters", fold(opening)):
        return False
    behind = context.doc[draft.content_span[0] : sentence.end].text
    # «Рекомендация комиссии принята с поправкой: …»
    ahead = context.doc[sentence.start : draft.content_span[0]].text
    verdicts = [*find_verdicts(ahead), *find_verdicts(behind)]
    return any(v.kind in ("plain", "passive") for v in verdicts)


def _same(context: Context, draft: Draft, earlier: Draft) -> bool:
    """Whether the earlier draft wants most of what this one names, and no other party wants it."""
    if earlier.kind not in ANSWERABLE or not 0 <= draft.block - earlier.block <= _REACH:
        return False
    if draft.sentence == earlier.sentence:
        return False
    words, wanted = content_stems(context, draft), content_stems(context, earlier)
    mine, theirs = names_of(context, draft), names_of(context, earlier)
    put = _PUT_TO_VOTE.search(fold(context.doc[draft.trigger[0] : draft.trigger[1]].text))
    # Who puts it to the vote has not moved it.
    # «Предложение о передаче газеты автор снял»: the author is whoever moved it.
    his = meets(mine, theirs) or meets(theirs, mine)
    strangers = bool(mine - _AUTHORS and theirs) and not his and put is None
    # «Предложение Громова о сокращении расходов отклонено»: his own words were others.
    enough = 1 if his else -(-len(words) // 2)
    return bool(words) and len(words & wanted) >= enough and not strangers
