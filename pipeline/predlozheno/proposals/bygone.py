"""Years that tell of another time than the meeting's."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import feature, is_finite, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import clause_start
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

# «в 2011-м», «в девяносто восьмом году», «в 1990-х»: a year however it is written.
_SPELT_YEAR = re.compile(
    r"\bв (?:(\d{4})-м\b|(\d{4})-[хе]\b|двухтысячном\b"
    r"|(?:(?!тысячи)[а-я]+ ){0,2}?(?:перв|втор|треть|четверт|пят|шест|седьм|восьм|девят|десят"
    r"|[а-я]+надцат|[а-я]+десят|двадцат|тридцат|сороков|девяност)(?:ом|ем|ьем) году\b)"
)
_BEFORE_YEAR = re.compile(
    r"в|во|с|летом|зимой|весной|осенью|начале|конце|середине"
    r"|январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре"
)

# «В семидесятые …», «Тридцать лет назад …» at the head of a sentence.
_OPENS_OLD = re.compile(
    r"(?:в |еще в )(?:конце |начале |середине )?(?:(?:двадцат|тридцат|сороков|пятидесят"
    r"|шестидесят|семидесят|восьмидесят|девяност|нулев|двухтысячн)(?:ых|ые)"
    r"|19\d\d(?:-х|-м|-е| году| годах)|годы войны)"
    r"|напомним|ранее сообщалось|как (?:мы )?(?:уже )?(?:сообщалось|писали|сообщали)"
    r"|после войны|(?:\d+|[а-я]+(?:дцать|сят|сорок|надцать)|пять|шесть|семь|восемь|девять) лет назад"
)
# «Тогдашний директор предложил …, и с тех пор …»: wherever they stand, they tell of what is over.
_SINCE = re.compile(r"\b(?:тогдашн[а-я]+|с тех пор|в те (?:годы|времена|поры)|в ту пору)\b")
_REMINDING = ("напомним", "ранее", "как")
_PARAGRAPH = 5
_TODAY = ("сегодня", "сейчас", "теперь", "ныне", "нынч", "нынешн", "заседании", "собрании")


def old_year(hit: Hit, sentence: Span) -> str:
    """A year before the meeting's, or «уже» beside the trigger, in the part before it."""
    doc = sentence.doc
    if hit.start > sentence.start and low(doc[hit.start - 1]) == "уже":
        return "уже"
    joint = [low(t) for t in doc[max(sentence.start, hit.start - 2) : hit.start]]
    if joint in ([",", "и"], [",", "но"]) and any(map(_opens, doc[sentence.start : hit.start])):
        # «Отметила, что в 2023 году вышло 40 тысяч, и предложила …»: the year is in a closed clause.
        return ""
    meeting = (
        getattr(doc._.segments.meeting, "date", None) if doc.has_extension("segments") else None
    )
    # «Принят во втором чтении в 2011 году, поэтому комитет предлагает …»: now, whatever was then.
    now = feature(doc[hit.head], "Tense") == "Pres"
    first = clause_start(doc, sentence.start, hit.start) if now else sentence.start
    before_hit = fold(doc[first : hit.start].text)
    for match in _SPELT_YEAR.finditer(before_hit):
        year = match[1] or match[2]
        if year is None or meeting is None or int(year) < int(meeting[:4]):
            return match[0]
    for token in doc[first : hit.start]:
        following = low(doc[token.i + 1]) if token.i + 1 < len(doc) else ""
        if token.text.isdigit() and len(token) == 4 and following.startswith(("г", "год")):
            before = low(doc[token.i - 1]) if token.i else ""
            of_meeting = bool(word_lemmas(before) & set(gazetteer("qualifiers")["past_nouns"]))
            if before == "с" and _lasts(token, hit.start):
                # «Цена не меняется с 2019 года» is true today.
                continue
            if (_BEFORE_YEAR.fullmatch(before) or of_meeting) and (
                meeting is None or int(token.text) < int(meeting[:4])
            ):
                return f"{token.text} {following}"
    return ""


def _lasts(year: Token, end: int) -> bool:
    """Whether what has gone on since a year is told in the present, in a clause before the trigger."""
    doc = year.doc
    start = clause_start(doc, year.sent.start, year.i)
    closed = any(t.text in ",;" for t in doc[year.i : end])
    return closed and any(
        feature(t, "Tense") == "Pres" for t in doc[start : year.i] if is_finite(t)
    )


def _opens(token: Token) -> bool:
    return low(token) == "что" and token.i > 0 and token.nbor(-1).text == ","


def told_of_old(hit: Hit, sentence: Span) -> str:
    """«В семидесятые хору подарили рояль. Решено было сшить костюмы.»: it tells of old times.

    It does until a word of today stands in it. A sentence that only names an old year first
    («Мост построен в 1980 году.») tells nothing on; nor do minutes, where somebody acts in each line.
    """
    doc, block = sentence.doc, sentence.doc.user_data["blocks"]
    if doc.has_extension("segments") and any(b.stage for b in doc._.segments.blocks):
        return ""
    before, first = sentence, sentence.start
    own = _OPENS_OLD.match(fold(sentence.text))
    if own and not own[0].startswith(_REMINDING) and hit.frame.kind is not Kind.NEED:
        return own[0]
    for _ in range(_PARAGRAPH):
        if any(low(t).startswith(_TODAY) for t in before):
            return ""
        if first == 0 or block[first - 1] != block[sentence.start]:
            return ""
        before = doc[first - 1].sent
        first = before.start
        text = fold(before.text)
        if match := _OPENS_OLD.match(text) or _SINCE.search(text):
            return "" if hit.frame.kind is Kind.NEED else match[0]
    return ""
