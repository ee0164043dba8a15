"""Which of the proposals made so far a later sentence speaks of."""

from __future__ import annotations

import re

from predlozheno.language.answers import answers
from predlozheno.language.morphology import fold, lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.verdict import has_any
from predlozheno.reading.document import Block
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

# What somebody puts to others, who may take it up or refuse it.
PUT_TO_OTHERS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.WISH)
# What can be answered with «да» or «нет»: also that something has to be done.
ANSWERABLE = (*PUT_TO_OTHERS, Kind.NEED)
# What is in force as soon as it is said.
BINDING = (Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT)
_CHAIRS = "surnames of who leads the meeting"
_STEM = 5
_SHORT = 3
_NAME = 2
_NUMBER = 4
_ENDING = 2
_NAMED = re.compile(
    r"(?:№|n|номер)\s*(\d+)|(\d+)-го (?:предложени|поправк|вариант|инициатив|просьб|пункт|вопрос)"
    r"|^\W*(?:за )?(\d+)-го(?! [а-я]+(?:ый|ий|ой|ая|ое|ую|ого|ой)\b)(?: |$)"
    r"|^\W*(\d+)-го (?:не )?(?:был|прош|отклон|принят|провал|собра|набра|получ|поддерж|одобр|отверг)"
    r"|^\W*(\d+)-го (?:был[аио]? )?(?:отлож|снят)"
    r"|\b(?:на|против) (\d+)-го(?! [а-я])"
)
# «Вариант 1: собрать …», «вариант № 2 – не гасить»: the number that it bears itself.
# «Предложение Карима Ильясовича» is that of «Ибатуллин К.И.».
_CALLED = re.compile(
    r"(?<![а-я-])([а-я])[а-я]+ ([а-я])[а-я]*(?:[оеь]вич|овн|евн|ичн|кич|мич|ьич)[а-я]*"
)
_INITIALS = re.compile(r"(?<![а-я.])([а-я])\.\s?([а-я])\.")
_LABEL = re.compile(
    r"(?:вариант|поправк|предложени|альтернатив|инициатив|формулировк|редакци)[а-я]*\s(?:№\s?)?(\d+)"
)
_ALTERNATIVE = re.compile(
    r"(?<!\d)(\d)-го (?:вариант|формулировк|редакци|предложени|альтернатив)"
    r"|^\W*по (\d)-го\W*(?:[:.,–—(]|$)"
)
# «Первые два замечания учтены».
_FIRST_ONES = re.compile(r"\b1-го (\d)\b")
_COUNTED_OFF = re.compile(r"\W*\d-го (?:не )?(?:собра|набра|получ|прош|поддерж|одобр)")
_LETTER = re.compile(r"вариант\w* [«\"]?([а-д])\b")
# «Председатель – чл.-корр. Н.А. Вершковский», «Вела заседание Кабирова Ф.З.»
_CHAIR = re.compile(
    r"(?<![А-Яа-яёЁ])(?:[Пп]редседател[а-я]+|[Вв]ел[а]? (?:заседание|собрание|совещание|встречу)"
    r"|(?:[Вв][её]л|[Вв]ела|[Вв]ед[её]т)(?=:)|[Сс]тароста|[Вв]едущ(?:ий|ая)"
    r"|[Пп]редседательств[а-я]+|[Дд]иректор|[Рр]ектор|[Дд]екан|[Гг]убернатор|[Зз]аведующ[а-я]+ кафедрой)"
    r"(?: (?:совета|комиссии|собрания|заседания|правления|комитета|педсовета|профкома|школы|института))?"
    r"\s*[:–—-]?\s*(?:[а-я.-]+\s){0,5}(?:[А-ЯЁ]\.\s?){0,2}(?P<name>[А-ЯЁ][а-яё]{2,})"
)
_PLURAL = re.compile(r"предложения (?!о\b|об\b|по\b)|\bоба |\bобе |\bвсе ")


def group_of(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The drafts that one breath put forward: those that share its trigger, or its list."""
    if draft.head is not None:
        return [d for d in drafts if d.head == draft.head]
    return [d for d in drafts if d.trigger == draft.trigger or d.sentence == draft.sentence]


def linked(
    context: Context, open_: list[Draft], text: str, *, silent: str = ""
) -> tuple[list[Draft], int]:
    """The drafts that a sentence speaks of, and how surely: by number, proposer or words; else the last.

    Args:
        context: the document.
        open_: drafts before the sentence, in the order of the text.
        text: the sentence or the part of it that settles something.
        silent: words of it that name no draft: those that settle, and who decides.

    Returns:
        The drafts and their score; 0 where nothing names them and they are only the nearest.
    """
    open_ = of_kind(open_, fold(text))
    if not open_:
        return [], 0
    words = stems(text) - stems(silent)
    read = in_figures(text).text
    if breath := _nth_breath(context, open_, read):
        return breath, _NUMBER
    match, listed = _FIRST_ONES.search(read), [d for d in open_ if d.head is not None]
    if match and listed:
        return group_of(listed[-1], open_)[: int(match[1])], _NUMBER
    scored = [(_score(context, draft, open_, words, read), draft) for draft in open_]
    best = max(score for score, _ in scored)
    if best == 0:
        last = open_[-1]
        near = open_ if _PLURAL.search(read) else [d for d in open_ if d.sentence == last.sentence]
        return near, 0
    top = [draft for score, draft in scored if score == best]
    chosen = top[-1]
    siblings = [draft for score, draft in scored if score and draft.sentence == chosen.sentence]
    if not _NAMED.search(read) and not _shares(context, chosen, words):
        mover = names_of(context, chosen)
        beside = [d for d in open_ if d.sentence == chosen.sentence]
        # «Глеб предложил одно, Рита предложила другое. Прошло Ритино.»
        return [d for d in beside if names_of(context, d) & mover or not mover], best
    return siblings if not _NAMED.search(read) else [chosen], best


def of_kind(open_: list[Draft], text: str) -> list[Draft]:
    """Those that the noun in the text can mean: «просьба» a request, «поправка» a proposal."""
    kinds: dict[str, list[str]] = gazetteer("outcome-cues")["matter_kinds"]
    meant = next(
        (allowed for stem, allowed in kinds.items() if re.search(rf"\b{stem}", text)), None
    )
    return [d for d in open_ if d.kind in meant] if meant else open_


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that are long enough to tell something by."""
    found = re.findall(rf"[а-яa-z]{{{_SHORT + 1},}}", fold(text))
    return frozenset(
        key_of(word)
        for word in found
        if not has_any("matters", word) and not has_any("deciders", word)
    ) | frozenset(f"{first}.{second}." for first, second in _CALLED.findall(fold(text)))


def key_of(word: str) -> str:
    """What the forms of a word share: its beginning, of a short one its dictionary form's."""
    if len(word) > _STEM + 1:
        return word[:_STEM]
    return min(lemmas(word), default=word)[:_STEM]


def content_stems(context: Context, draft: Draft) -> frozenset[str]:
    """The beginnings of the content's nouns, names, adjectives and verbs."""
    return frozenset(
        key_of(fold(token.text))
        for start, end in draft.content
        for token in context.doc[start:end]
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and len(token) > _SHORT
    )


def content_text(context: Context, draft: Draft) -> str:
    """The words of the content."""
    return " ".join(context.doc[start:end].text for start, end in draft.content)


def names_of(context: Context, draft: Draft, *, addressees: bool = False) -> frozenset[str]:
    """The beginnings of the words that name its proposers, or those it is put to."""
    mentions = [m for m in draft.targets if m.role] if addressees else draft.proposers
    spans = [context.doc[m.phrase.start : m.phrase.end].text for m in mentions]
    initials = frozenset(f"{a}.{b}." for span in spans for a, b in _INITIALS.findall(fold(span)))
    return (
        initials
        | owned_by(context, draft)
        | frozenset(
            key_of(fold(token.text))
            for mention in mentions
            for token in context.doc[mention.phrase.start : mention.phrase.end]
            if len(token) > _SHORT - (token.pos_ == "PROPN") and token.pos_ not in ("ADP", "CCONJ")
        )
    )


def meets(names: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a name stands among the words; a short one in any case («Финк», «Финка»)."""
    return bool(names & words) or any(
        word.startswith(name) and len(word) - len(name) <= _ENDING
        for name in names
        if len(name) < _STEM
        for word in words
    )


def owned_by(context: Context, draft: Draft) -> frozenset[str]:
    """The beginnings of «Ритино», «Костин»: what is theirs by the name that they are called by."""
    names = [fold(context.doc[m.phrase.start : m.phrase.end].text) for m in draft.proposers]
    return frozenset(
        f"{name[:-1]}ин"[:_STEM] for name in names if name.isalpha() and name[-1] in "ая"
    )


def chairs_of(context: Context) -> frozenset[str]:
    """The beginnings of the surnames that stand behind the office of who leads a meeting."""
    if _CHAIRS not in context.doc.user_data:
        found = _CHAIR.finditer(answers(context.doc).whole)
        context.doc.user_data[_CHAIRS] = frozenset(
            key for match in found for key in stems(match["name"])
        )
    chairs: frozenset[str] = context.doc.user_data[_CHAIRS]
    return chairs


def _shares(context: Context, draft: Draft, words: frozenset[str]) -> bool:
    return bool(content_stems(context, draft) & words)


def _score(
    context: Context, draft: Draft, open_: list[Draft], words: frozenset[str], read: str
) -> int:
    shared = len(content_stems(context, draft) & words)
    named = _NAME * meets(names_of(context, draft), words)
    return shared + named + _NUMBER * _is_numbered(context, draft, open_, read)


def names_by_number(text: str) -> bool:
    """«Принята первая формулировка»: whether one of several is meant by its place among them."""
    return _ALTERNATIVE.search(in_figures(text).text) is not None


def counts_off(text: str) -> bool:
    """«Первое собрало три голоса», «По второму: …»: one of several by its place alone."""
    read = in_figures(text).text
    return _COUNTED_OFF.match(read) is not None or _ALTERNATIVE.search(read) is not None


def root_of(item: str | None) -> str | None:
    """The number of the agenda item that a list item stands in: «2» of «2.1» and «2/1»."""
    return re.split(r"[./]", item)[0] if item else None


def same_question(context: Context, one: int, other: int) -> bool:
    """Whether two blocks stand in the same item of the agenda, whatever stages it has.

    «ВЫСТУПИЛИ» and «РЕШИЛИ» below the same number or heading are about one matter.
    """
    first, second = context.blocks[one], context.blocks[other]
    return _parts(first)[:1] == _parts(second)[:1] and root_of(first.item) == root_of(second.item)


def _parts(block: Block) -> tuple[str, ...]:
    """The headings above a block, without the label of the stage it stands in."""
    stage = block.stage
    return tuple(words for words in block.section if stage is None or stage not in words)


def _label_of(context: Context, draft: Draft) -> str | None:
    """The number that the words before the content give it: «вариант № 2»."""
    before = fold(context.doc[draft.sentence[0] : draft.content[0][0]].text)
    labels = _LABEL.findall(before)
    return str(labels[-1]) if labels else None


def _nth_breath(context: Context, open_: list[Draft], read: str) -> list[Draft]:
    """«За первую формулировку – 40»: the first that was put of those that bear no number themselves."""
    match = _ALTERNATIVE.search(read)
    item, last = context.blocks[open_[-1].block].item, open_[-1]
    if match is None or len([d for d in open_ if d.sentence == last.sentence]) > 1:
        return []
    if any(_label_of(context, draft) for draft in open_):
        return []
    breaths: list[list[Draft]] = []
    for draft in open_:
        if context.blocks[draft.block].item != item:
            continue
        if breaths and breaths[-1][0].sentence == draft.sentence:
            breaths[-1].append(draft)
        else:
            breaths.append([draft])
    number = int(match[1] or match[2])
    return breaths[number - 1] if 1 <= number <= len(breaths) > 1 else []


def _is_numbered(context: Context, draft: Draft, open_: list[Draft], read: str) -> bool:
    """«Поправка № 2», «вторая», «вариант А»: by the item's own number or its place in its group."""
    if match := _LETTER.search(read):
        before = fold(context.doc[draft.sentence[0] : draft.content[0][0]].text)
        return bool(re.search(rf"вариант\w* [«\"]?{match[1]}\b", before))
    match = _NAMED.search(read)
    if match is None:
        return False
    number = next(group for group in match.groups() if group)
    if label := _label_of(context, draft):
        return label == number
    printed = context.blocks[draft.block].number
    if printed and draft.head is not None:
        return printed.split(".")[-1] == number
    if draft.block != open_[-1].block and draft.sentence != open_[-1].sentence:
        return False
    group = [d for d in group_of(draft, open_) if d.sentence == draft.sentence]
    # One alone is the first of nothing.
    return len(group) > 1 and draft in group and group.index(draft) + 1 == int(number)
