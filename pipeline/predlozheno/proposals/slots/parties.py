"""Which phrase beside a trigger its frame governs: to whom it is put, by case and preposition."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.language.people import is_title
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    CASE_NAMES,
    agrees,
    case_of,
    feature,
    is_finite,
    is_gerund,
    is_infinitive,
    is_nominal,
    low,
)
from predlozheno.proposals.slots.bodies import can_act, is_body_noun
from predlozheno.proposals.slots.headings import list_subject
from predlozheno.proposals.slots.misread import is_undeclined, needs_of, told_beside, told_to
from predlozheno.proposals.slots.timing import find_times
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

# Words in the case of a receiver that stand for no one.
_NOBODY = frozenset(
    "это этого этому чего чему то тому того себе себя друг всему никого никому имени лица"
    " течение срок сроки период время ходе рамках целях связи случае"
    # «надо второй брать с рук»
    " второй третьей первой другой такой той самим самому самой".split()
)
_PRONOUNS = frozenset("его ее их".split())
_OBJECT_REACH = 5
# How far behind a party the time that begins in it may go on, with the infinitive behind it.
_TIME_REACH = 5
_SEEMS = frozenset("кажется думается представляется сдается известно".split())
_PREPOSITION_VARIANTS = {
    "ко": "к",
    "во": "в",
    "со": "с",
    "об": "о",
    "обо": "о",
    "ото": "от",
    "передо": "перед",
}


def preposition(word: str) -> str:
    """The plain variant of a preposition («ко» is «к»)."""
    return _PREPOSITION_VARIANTS.get(word, word)


def governed_at(context: Context, frame: Frame, role: str, i: int, end: int) -> Phrase | None:
    """The phrase in `role` that begins at token `i` (at its preposition, where it has one), or None."""
    doc = context.doc
    word = preposition(low(doc[i]))
    for government in frame.governed(role):
        case = CASE_NAMES.get(government.form)
        if case is None:
            continue
        position = i
        if government.preposition:
            if word != government.preposition or i + 1 >= end:
                continue
            position = i + 1
        phrase = None if context.splits_party(position) else context.phrase_at(position)
        phrase = _without_time(context, phrase, end) if phrase is not None else None
        if phrase is None or phrase.end > end or low(phrase.head) in _NOBODY:
            continue
        if _is_no_noun(context, phrase) or case == "Acc" and _acted_on(context, phrase, end):
            continue
        if frame.any_verb == "imperative" and low(phrase.head) in ("мне", "нам"):
            # «График мне на стол, и поставьте шлагбаум»: who orders is not told.
            continue
        if seems_to(context, phrase) or is_title(phrase.head):
            continue
        bare_object = case == "Acc" and not government.preposition and is_object(context, phrase)
        held = bool(government.preposition) and phrase.label == "PER" and case == "Acc"
        doubtful = case == "Dat" and not government.preposition
        doubtful = doubtful and (
            told_beside(context, phrase)
            or told_to(context, phrase, end)
            or needs_of(context, phrase)
            or is_undeclined(context, phrase)
        )
        if not bare_object and not held and not doubtful and not _stands_in(phrase, case):
            continue
        timely = bool(government.preposition) and not can_act(phrase)
        if timely and _says_when(context, i, phrase.end):
            continue
        wide = "на" if frame.kind is Kind.REQUEST else ("в", "на")
        if government.preposition and government.preposition in wide and not _has_address(phrase):
            continue
        if government.preposition:
            apart = _apart_from_wanted(context, frame, government.form, phrase, end)
            return _at_address(context, apart)
        preposed = position > 0 and doc[position - 1].pos_ == "ADP"
        if not preposed and _can_be_party(phrase, case, beside=_beside(context, frame, phrase)):
            return phrase
    return None


def _is_no_noun(context: Context, phrase: Phrase) -> bool:
    """«А надо закрыть», «не лучше ли …», «данным | законопроектом»: taken for a dative by mistake."""
    readings = analyses(phrase.head.text)
    if phrase.end - phrase.start > 1 or not readings or not readings[0].known:
        return False
    if not any("Case" in r.features for r in readings):
        return True
    if len(phrase.head.text) == 1:
        return "Case" not in readings[0].features
    describes = any(r.pos in ("ADJ", "VERB") and r.features.get("Case") == "Ins" for r in readings)
    behind = context.doc[phrase.end : phrase.end + 1]
    return describes and any(is_nominal(t) and case_of(t) == "Ins" for t in behind)


def _acted_on(context: Context, phrase: Phrase, end: int) -> bool:
    """«Просит его рассмотреть»: without another object the infinitive takes the pronoun for one.

    «Просит его подождать», «просит его рассмотреть жалобу» are put to him.
    """
    doc, verb = context.doc, phrase.end
    if low(phrase.head) not in _PRONOUNS or verb >= end or not is_infinitive(doc[verb]):
        return False
    if not lemmas(doc[verb].text) & frozenset(gazetteer("qualifiers")["acting_on"]):
        return False
    for token in doc[verb + 1 : min(verb + _OBJECT_REACH, end)]:
        if not token.is_alpha and token.text not in '«"„' or low(token) in ("и", "что", "чтобы"):
            break
        if is_nominal(token) and can_be(token, case="Acc") and doc[token.i - 1].pos_ != "ADP":
            return case_of(token) in ("Gen", "Dat", "Ins", "Loc")
    return True


def _says_when(context: Context, start: int, end: int) -> bool:
    """«Пожелание к следующему лету заключить договор»: when, and to nobody."""
    times = find_times(context.doc[start : end + 1].text, None)
    return bool(times) and times[0].start == 0


def _without_time(context: Context, phrase: Phrase, end: int) -> Phrase | None:
    """«Секретариату | по пятницам рассылать», «управлению | 15 мая провести»: when, and no part of it.

    None where nothing is left.
    """
    doc, start = context.doc, phrase.start
    if phrase.end - start == 1 and not doc[start].text[:1].isdigit() or phrase.end >= end:
        return phrase
    stretch = doc[start : min(phrase.end + _TIME_REACH, end)]
    for time in find_times(stretch.text, None):
        cut = next((t.i for t in stretch if t.idx - stretch.start_char >= time.start), phrase.end)
        if phrase.head.i < cut < phrase.end and _acts(stretch, time.end):
            return Phrase(start, cut, phrase.head, phrase.label)
        if cut == start and time.end:
            return None
    return phrase


def _acts(stretch: Span, end: int) -> bool:
    """Whether an action begins right behind the time."""
    behind = (t for t in stretch if t.idx - stretch.start_char >= end)
    return any(is_infinitive(t) or low(t) == "не" for t in [*behind][:1])


def _apart_from_wanted(
    context: Context, frame: Frame, form: str, phrase: Phrase, end: int
) -> Phrase:
    """«Потребовать от подрядчика | устранения недостатков»: two genitives, of whom and what."""
    doc = context.doc
    last = phrase.end >= end or doc[phrase.end].text in ",.;"
    if form != "genitive" or not last or not frame.takes("content", "genitive"):
        return phrase
    for i in range(phrase.head.i + 1, phrase.end):
        thing = doc[i].pos_ == "NOUN" and feature(doc[i], "Animacy") == "Inan"
        if thing and not is_body_noun(doc[i].text):
            while i - 1 > phrase.head.i and doc[i - 1].pos_ in ("ADJ", "DET", "NUM"):
                i -= 1
            return Phrase(phrase.start, i, phrase.head, phrase.label)
    return phrase


def _has_address(phrase: Phrase) -> bool:
    """«В мэрию», «на учредителя», «в адрес мэрии»; «на каждую субботу» is put to nobody."""
    return can_act(phrase) or low(phrase.head) == "адрес"


def _at_address(context: Context, phrase: Phrase) -> Phrase:
    """«В адрес главы района»: whose address it is."""
    if low(phrase.head) != "адрес" or phrase.head.i + 1 >= phrase.end:
        return phrase
    owner = context.phrase_at(phrase.head.i + 1)
    return owner if owner is not None and owner.end <= phrase.end else phrase


def seems_to(context: Context, phrase: Phrase) -> bool:
    """«Нам кажется, нужно …», «как вам известно»: who only thinks so."""
    return phrase.end < len(context.doc) and low(context.doc[phrase.end]) in _SEEMS


def _stands_in(phrase: Phrase, case: str) -> bool:
    """Whether a phrase has the case; a name only where the dictionary can decline it so."""
    sure = case != "Dat" or phrase.label != "PER" or can_be(phrase.head, case="Dat")
    return phrase.has_case(case) and (sure or not phrase.head.text.isalpha())


def is_object(context: Context, phrase: Phrase) -> bool:
    """«призвала хозяйства», «просить местком»: an accusative that looks like a nominative.

    The verb right before it cannot have it for a subject: it is no finite form, it does not agree,
    or it has its subject before it.
    """
    if not can_act(phrase) or not can_be(phrase.head, case="Acc"):
        return False
    verb = context.doc[phrase.start - 1] if phrase.start else None
    if verb is None or phrase.head.sent.start == phrase.start:
        # «Прокурора бассейна конференция просит …»: put first.
        named = feature(phrase.head, "Animacy") == "Anim" and bool(phrase.label)
        return named or is_one_of_many(context, phrase)
    if is_infinitive(verb) or is_gerund(verb) or feature(verb, "Person") in ("1", "2"):
        return verb.pos_ in ("VERB", "AUX")
    if not is_finite(verb):
        return False
    if not agrees(phrase.head, verb):
        return True
    first = verb.sent.start
    before = [p for p in context.phrases_in(first, verb.i) if p.end == verb.i]
    acts = any(case_of(p.head) == "Nom" and agrees(p.head, verb) for p in before)
    # «Комитет:», then «– просил секретариат …»
    return acts or bool(list_subject(context, verb.i))


def is_one_of_many(context: Context, phrase: Phrase) -> bool:
    """«Музей пригласили вступить …»: one body right before a verb in the plural is no subject."""
    doc, verb = context.doc, phrase.end
    if verb >= len(doc) or not is_finite(doc[verb]) or is_abbreviation(phrase.head.text):
        return False
    alone = (
        phrase.start == 0 or doc[phrase.start].is_sent_start or doc[phrase.start - 1].text == "–"
    )
    one = feature(phrase.head, "Number") == "Sing" and can_be(phrase.head, case="Acc")
    return alone and one and phrase.label != "PER" and feature(doc[verb], "Number") == "Plur"


def _beside(context: Context, frame: Frame, phrase: Phrase) -> bool:
    """Whether a word of the frame stands right before or behind the phrase."""
    doc = context.doc
    near = [doc[i] for i in (phrase.start - 1, phrase.end) if 0 <= i < len(doc)]
    return any(form.frame is frame for t in near for form in context.lexicon.find(t.text))


def _can_be_party(phrase: Phrase, case: str, *, beside: bool) -> bool:
    """Who can be asked: a party or a person; beside the verb any dative («рекомендовать хозчасти»)."""
    head = phrase.head
    if head.pos_ == "NUM" or head.text.isdigit():
        return False
    named = head.pos_ in ("PROPN", "PRON") or feature(head, "Animacy") == "Anim"
    return named or can_act(phrase) or (case == "Dat" and beside)
