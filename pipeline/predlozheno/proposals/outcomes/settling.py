"""The clause of a verdict: how far it reaches, who speaks in it, and whether it is about a proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import agrees, case_of, low
from predlozheno.proposals.linking import content_stems, key_of, names_of, stems
from predlozheno.proposals.slots.verdict import Verdict, has_any
from predlozheno.records.schema import Kind, Status
from predlozheno.resources import gazetteer

# The stop behind an initial ends nothing.
_CLAUSE = re.compile(r"(?<!\b[А-ЯЁ])\.|[;:!?()]")
_COMMA = re.compile(r",")
# «вопрос о том, кто даст жильё», «просьба об аренде»: the matter has words of its own.
OTHER_MATTER = re.compile(r"(?<![а-я])(?:об?|насч[её]т|относительно|касательно) [а-я]+")
_WITH_HIM = re.compile(r"(?<![а-я])с (?:ней|ним|ними|нею)(?![а-я])")
_NOUN_REACH = 60
_SHORTEST_NAME = 3
# «эксперты одобрили, однако решать будет министерство»
_LEFT_TO_OTHERS = re.compile(
    r"(?<![а-я])(?:решать (?:будет|будут|не)|решение (?:остается )?за (?!это)|последнее слово за)"
)
INFINITIVE = re.compile(r"[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")


@cache
def _one_of_them() -> re.Pattern[str]:
    """«депутат Тырин согласился»: one of those who decide, by name."""
    words = "|".join(gazetteer("outcome-cues")["members"])
    return re.compile(rf"(?i:{words})(?: [а-я]+){{0,2}} [А-ЯЁ][а-яё.]+")


@cache
def _chair_acts() -> re.Pattern[str]:
    """«Председатель с этим согласился»: the bare office that acts."""
    words = "|".join(gazetteer("outcome-cues")["chairs"])
    return re.compile(rf"(?<![а-я])(?:{words})(?: (?:с этим|это|ее|его|их|тоже|сразу))?\W*$")


@cache
def _own_noun() -> re.Pattern[str]:
    """«Предложение комитета отложить …»: the noun that the infinitive belongs to."""
    words = "|".join(gazetteer("outcome-cues")["wanted_names"])
    return re.compile(rf"(?:{words})[а-я]*(?: [а-я]+){{0,2}}\W*$")


@cache
def _its_infinitive() -> re.Pattern[str]:
    """«Просьбу Орлова убрать тополь …»: a matter with an infinitive of its own."""
    words = "|".join(gazetteer("outcome-cues")["wanted_names"])
    return re.compile(rf"(?:{words})[а-я]*(?: [а-я.]+){{0,3}} [а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")


def only_named(text: str, verdict: Verdict) -> bool:
    """«Предложение отложить …», «решение должно быть принято»: what may come, and not what came."""
    words = fold(text[verdict.start : verdict.end])
    if has_any("due", words):
        return True
    before = fold(text[: verdict.start])[-_NOUN_REACH:]
    return INFINITIVE.match(words) is not None and _own_noun().search(before) is not None


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
    return bool(_chair_acts().search(fold(clause.partition(words)[0])))


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
    said = sentence.text[verdict.start : verdict.end]
    before, _, behind = clause.partition(said)
    # «Дубов мысль поддержал, но оговорился, что денег у регионов нет»: of him alone it is told.
    own = f"{before} {said} {behind.partition(',')[0]}"
    asked = bool(names_of(context, draft, addressees=True) & stems(own))
    if has_any("elsewhere", fold(behind)) or _LEFT_TO_OTHERS.search(folded):
        return False
    text = fold(sentence.text[verdict.start : verdict.end])
    if text.startswith(tuple(gazetteer("outcome-cues")["promised"])):
        return asked and bool(INFINITIVE.search(folded, folded.find(text)))
    if _agrees_with_another(folded, text, draft, sentence):
        return False
    if draft.kind is Kind.WISH and not (score or asked) and verdict.kind == "active":
        return False
    if verdict.status is Status.WITHDRAWN and another_acts(context, sentence, verdict, draft):
        return False
    if verdict.status is Status.WITHDRAWN and verdict.kind == "active":
        if draft.sentence[0] <= sentence.start < draft.sentence[1]:
            return True
        mover = bool(names_of(context, draft) & stems(clause)) or has_any("pronouns", folded)
        return mover or has_any("matters", folded)
    # «Предложение Ясака сделать сайт отложено»: the matter says itself what it is.
    aside = folded.replace(text, " " * len(text))
    other = OTHER_MATTER.search(folded) or not score and _its_infinitive().search(aside)
    own_matter = has_any("matters", folded) and not other
    named = bool(score) or own_matter or has_any("pronouns", folded)
    known = names_of(context, draft, addressees=True) if asked else frozenset()
    bare = not _other_nouns(context, sentence, verdict, clause, known)
    if verdict.kind == "passive" and _of_another(context, sentence, verdict, clause, draft):
        return False
    if verdict.kind != "active":
        return named or bare
    agrees = text.startswith(tuple(gazetteer("outcome-cues")["agreeing"]))
    if own_matter and agrees and has_any("answering", folded):
        # «Автор с замечанием согласился»: it is his to act on.
        return True
    # «Ершова предложила отметить юбилей. Одобрили, деньги собирает Шульга.»
    next_to = bare and draft.sentence[1] == sentence.start
    about_it = own_matter or has_any("this", folded) or next_to
    if about_it and text.endswith(("ли", "лись")) and not _has_subject(sentence, clause):
        # «Идею поддержали», «с этим согласились»
        return True
    deciders = has_any("deciders", fold(_one_of_them().sub("", clause)))
    return (asked or led or deciders) and (named or bare)


def _agrees_with_another(folded: str, verdict: str, draft: Draft, sentence: Span) -> bool:
    """«Вяткина сочла письмо ненужным. Большинство с ней согласилось.»: not about what was before."""
    apart = sentence.start not in (draft.sentence[0], draft.sentence[1])
    return apart and verdict.startswith("соглас") and _WITH_HIM.search(folded) is not None


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


def _in_clause(sentence: Span, clause: str) -> list[Token]:
    """The tokens of a clause; what the sentence itself wants stands as blanks in it."""
    start = sentence.text.find(clause.strip()) if clause.strip() else -1
    begin = start - (len(clause) - len(clause.lstrip()))
    if start < 0:
        return []
    return [
        token
        for token in sentence
        if start <= (offset := token.idx - sentence.start_char) < begin + len(clause)
        and clause[offset - begin] != " "
    ]


def _has_subject(sentence: Span, clause: str) -> bool:
    """Whether the clause names who does it: «Идею поддержали» says it of the whole meeting."""
    return any(
        "Nom" in token.morph.get("Case", [])
        and ("Plur" in token.morph.get("Number", []) or token.pos_ == "PROPN")
        for token in _in_clause(sentence, clause)
        if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
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
    for token in _in_clause(sentence, clause):
        if verdict.start <= token.idx - sentence.start_char < verdict.end:
            continue
        word = fold(token.text)
        decides = (
            has_any("deciders", word)
            or has_any("chairs", word)
            or bool(stems(word) & known)
            or has_any("manner", word)
        )
        decides = decides or any(p.start <= token.i < p.end for p in subjects)
        if token.pos_ in ("NOUN", "PROPN") and not decides:
            return True
    return False


def _of_another(
    context: Context, sentence: Span, verdict: Verdict, clause: str, draft: Draft
) -> bool:
    """«Новый сотрудник принят»: the participle has a subject that is no matter and nothing wanted."""
    wanted = content_stems(context, draft)
    words = _in_clause(sentence, clause)
    begin = sentence.start_char + verdict.start
    said = next((t for t in words if t.idx >= begin), None)
    subjects = [
        t
        for t in words
        if t.pos_ in ("NOUN", "PROPN") and case_of(t) == "Nom" and said and agrees(t, said)
    ]
    return bool(subjects) and not any(
        has_any("matters", low(t)) or has_any("deciders", low(t)) or key_of(low(t)) in wanted
        for t in subjects
    )


def free_text(context: Context, sentence: Span, own: list[Draft]) -> str:
    """The sentence with blanks for what its own drafts say and want."""
    text = list(sentence.text)
    for draft in own:
        for start, end in (draft.trigger, *draft.content):
            span = context.doc[start:end]
            first, last = span.start_char - sentence.start_char, span.end_char - sentence.start_char
            if first >= 0 and last <= len(text):
                text[first:last] = " " * (last - first)
    return "".join(text)
