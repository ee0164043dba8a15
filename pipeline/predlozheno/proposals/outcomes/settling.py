"""The clause of a verdict: how far it reaches, who speaks in it, and whether it is about a proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import key_of, names_of, stems
from predlozheno.proposals.slots.verdict import Verdict, has_any
from predlozheno.records.schema import Kind, Status

# The stop behind an initial ends nothing.
_CLAUSE = re.compile(r"(?<!\b[А-ЯЁ])\.|[;:!?()]")
_COMMA = re.compile(r",")
_PROMISES = re.compile(r"(?:по)?обещал|обязал|взял[а-я]* на себя|вызвал")
# «вопрос о том, кто даст жильё», «просьба об аренде»: the matter has words of its own.
_OTHER_MATTER = re.compile(r"(?<![а-я])(?:об?|насч[её]т|относительно|касательно) [а-я]+")
# «депутат Тырин согласился»: one of those who decide, by name.
_ONE_OF_THEM = re.compile(
    r"(?:[Дд]епутат|[Чч]лен|[Уу]частник|[Уу]частница|[Ээ]ксперт|[Аа]кционер|[Рр]одитель|[Рр]одительница"
    r"|[Кк]ооператор)(?: [а-я]+){0,2} [А-ЯЁ][а-яё.]+"
)
# «Председатель с этим согласился»
_CHAIR_ACTS = re.compile(
    r"(?<![а-я])(?:председатель|председательствующ[а-я]+|ведущ[а-я]+)"
    r"(?: (?:с этим|это|ее|его|их|тоже|сразу))?\W*$"
)
_ANSWERS_FOR_IT = re.compile(
    r"(?<![а-я])(?:автор|соискател|диссертант|докладчи|разработчи|застройщи|заявител|исполнител"
    r"|подрядчи|проектировщи|аспирант|директор|дирекци|администраци)[а-я]*"
)
_AGREES = ("соглас", "принял", "учел", "учла", "учли", "не соглас", "не принял", "отклонил")
_MUST = re.compile(r"должн|может|подлеж|следует")
_OWN_NOUN = re.compile(
    r"(?:предложени|просьб|ходатайств|требовани|иде|инициатив)[а-я]*(?: [а-я]+){0,2}\W*$"
)
_NOUN_REACH = 60
_SHORTEST_NAME = 3
INFINITIVE = re.compile(r"[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")
# «отклонено большинством голосов», «отложили до мая»: how and until when, not what.
_HOW = re.compile(
    r"голос(?:ов|ами|ования|ованием)|сч[её]том|(?:январ|феврал|март|апрел|ма[йяею]$|июн|июл|август|сентябр"
    r"|октябр|ноябр|декабр|весн|осен|зим|лет[оау]|недел|месяц|квартал|год[ау]?$|сесси|срок)"
)


def only_named(text: str, verdict: Verdict) -> bool:
    """«Предложение отложить …», «решение должно быть принято»: what may come, and not what came."""
    words = fold(text[verdict.start : verdict.end])
    if _MUST.search(words):
        return True
    before = fold(text[: verdict.start])[-_NOUN_REACH:]
    return INFINITIVE.match(words) is not None and _OWN_NOUN.search(before) is not None


def silent_words(context: Context, sentence: Span, verdict: Verdict) -> str:
    """The words of a verdict that name no proposal: its own, and of who decides, the subject's."""
    words = [sentence.text[verdict.start : verdict.end]]
    if verdict.kind != "passive" and verdict.status is not Status.WITHDRAWN:
        position = sentence.start_char + verdict.start
        words += [
            context.doc[p.start : p.end].text
            for p in context.parties_in(sentence.start, sentence.end)
            if p.has_case("Nom") and context.doc[p.start].idx < position
        ]
    return " ".join(words)


def chair_acts(clause: str, verdict: Verdict, sentence: Span) -> bool:
    """«Председатель с этим согласился»: the bare office right before the verb is who leads."""
    words = sentence.text[verdict.start : verdict.end]
    return bool(_CHAIR_ACTS.search(fold(clause.partition(words)[0])))


def words_of_verdict(text: str, verdict: Verdict, verdicts: Sequence[Verdict] = ()) -> str:
    """The part of a sentence, from stop to stop, that the verdict stands in.

    Where one sentence holds several `verdicts`, commas part them: «Просьбу удовлетворить, сбор
    отклонить».
    """
    starts = [m.end() for m in _CLAUSE.finditer(text) if m.end() <= verdict.start]
    ends = [m.start() for m in _CLAUSE.finditer(text) if m.start() >= verdict.end]
    for other in verdicts:
        if other.end <= verdict.start and (
            commas := [m.end() for m in _COMMA.finditer(text, other.end, verdict.start)]
        ):
            starts = sorted([*starts, commas[0]])
        if other.start >= verdict.end and (
            commas := [m.start() for m in _COMMA.finditer(text, verdict.end, other.start)]
        ):
            ends = sorted([*ends, commas[0]])
    return text[starts[-1] if starts else 0 : ends[0] if ends else len(text)]


def speaks_of(
    context: Context,
    sentence: Span,
    verdict: Verdict,
    clause: str,
    draft: Draft,
    score: int,
    led: bool,
) -> bool:
    """Whether the clause of a verdict is about the draft and comes from who decides.

    `led` tells that it names who chairs the meeting.
    """
    folded = fold(clause)
    if has_any("unsettled", folded.partition(fold(sentence.text[verdict.start : verdict.end]))[0]):
        return False
    asked = bool(names_of(context, draft, addressees=True) & stems(clause))
    text = fold(sentence.text[verdict.start : verdict.end])
    if _PROMISES.match(text):
        return asked and bool(INFINITIVE.search(folded, folded.find(text)))
    if draft.kind is Kind.WISH and not (score or asked) and verdict.kind == "active":
        return False
    if verdict.status is Status.WITHDRAWN and another_acts(context, sentence, verdict, draft):
        return False
    if verdict.status is Status.WITHDRAWN and verdict.kind == "active":
        if draft.sentence[0] <= sentence.start < draft.sentence[1]:
            return True
        mover = bool(names_of(context, draft) & stems(clause)) or has_any("pronouns", folded)
        return mover or has_any("matters", folded)
    own_matter = has_any("matters", folded) and not _OTHER_MATTER.search(folded)
    named = bool(score) or own_matter or has_any("pronouns", folded)
    known = names_of(context, draft, addressees=True) if asked else frozenset()
    bare = not _other_nouns(context, sentence, verdict, clause, known)
    if verdict.kind == "active":
        deciders = has_any("deciders", fold(_ONE_OF_THEM.sub("", clause)))
        if own_matter and _ANSWERS_FOR_IT.search(folded) and text.startswith(_AGREES):
            # «Автор с замечанием согласился»: it is his to act on.
            return True
        if own_matter and text.endswith("ли") and not _has_subject(sentence, clause):
            return True
        return (asked or led or deciders) and (named or bare)
    return named or bare


def another_acts(context: Context, sentence: Span, verdict: Verdict, draft: Draft) -> bool:
    """«Сундуков от своего варианта отказался»: nobody takes back what another has moved."""
    clause = context.doc[sentence.start : sentence.end]
    place = sentence.start_char + verdict.start
    people = [
        p
        for p in context.parties_in(clause.start, clause.end)
        if p.label == "PER" and p.has_case("Nom") and context.doc[p.start].idx < place
    ]
    names = names_of(context, draft)
    named = {
        key_of(fold(token.text))
        for p in people
        for token in context.doc[p.start : p.end]
        if token.is_alpha and len(token) >= _SHORTEST_NAME
    }
    return bool(names and people) and not names & named


def _has_subject(sentence: Span, clause: str) -> bool:
    """Whether the clause names who does it: «Идею поддержали» says it of the whole meeting."""
    start = max(0, sentence.text.find(clause.strip()))
    return any(
        "Nom" in token.morph.get("Case", [])
        and ("Plur" in token.morph.get("Number", []) or token.pos_ == "PROPN")
        for token in sentence
        if start <= token.idx - sentence.start_char < start + len(clause)
        and token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
    )


def _other_nouns(
    context: Context, sentence: Span, verdict: Verdict, clause: str, known: frozenset[str]
) -> bool:
    """Whether the clause has nouns beside the verdict's words, those who decide and those known.

    «Заместитель директора Шпилёв А.А. дал согласие»: whoever says it is none.
    """
    subjects = [
        p
        for p in context.parties_in(sentence.start, sentence.end)
        if p.label in ("PER", "ROLE") and p.has_case("Nom") and verdict.kind != "passive"
    ]
    start = sentence.text.find(clause.strip()) if clause.strip() else -1
    if start < 0:
        return False
    for token in sentence:
        offset = token.idx - sentence.start_char
        inside = start <= offset < start + len(clause)
        if not inside or verdict.start <= offset < verdict.end:
            continue
        word = fold(token.text)
        decides = has_any("deciders", word) or bool(stems(word) & known) or bool(_HOW.match(word))
        decides = decides or any(p.start <= token.i < p.end for p in subjects)
        if token.pos_ in ("NOUN", "PROPN") and not decides:
            return True
    return False
