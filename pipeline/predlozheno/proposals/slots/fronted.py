"""Content, or a part of it, that stands before its trigger."""

from __future__ import annotations

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan, skip_left
from predlozheno.proposals.grammar import (
    CASE_NAMES,
    agrees,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.approach import Found, role_at
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.proposals.slots.called import before_predicate, called_by_noun, subject_of_noun
from predlozheno.proposals.slots.nominatives import nominative
from predlozheno.proposals.slots.parties import preposition
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_LEFT_CASES = {"Acc", "Nom"}
_ACTION_REACH = 3
_PARTING = frozenset("что если чтобы потому поэтому иначе зато".split())
_COUNTED = frozenset("первое второе третье последнее другое главное".split())
# «Зорина Е.Ю. – предлагаю …»: behind a name these lead to what its bearer says.
_LABELLING = (":", "–", "—", "-")


def add_left_fragment(
    context: Context, hit: Hit, left: int, found: Found, thing: int | None
) -> None:
    """«В эту программу было предложено включить …»: the first words of the content stand left.

    Where a thing right before the trigger is known to be one of them, `thing` is its first token.
    """
    fragment = _left_material(context, hit, left, found, thing=thing)
    # In a sentence that breaks off the content itself may stand before the trigger.
    if fragment and found.contents and fragment[1] <= found.contents[0][0][0]:
        found.contents[:1] = [[part] for part in _parted(context, *found.contents[0][0])]
        found.contents[0].insert(0, fragment)


def _parted(context: Context, start: int, end: int) -> list[TokenSpan]:
    """«(От салюта лучше) отказаться, | а деньги пустить на сетку»: its object stands in front."""
    words = columns(context.doc)
    acts = [i for i in range(start, end) if words.infinitive(i)]
    if len(acts) < 2:
        return [(start, end)]
    joint = next((i for i in range(acts[0] + 1, acts[1]) if words.low[i] in ("и", "а")), None)
    if joint is None or any(words.nominal[i] for i in range(acts[0] + 1, joint)):
        return [(start, end)]
    stop = acts[2] if len(acts) > 2 else end
    own = [i for i in (*range(joint + 1, acts[1]), *range(acts[1] + 1, stop)) if words.nominal[i]]
    acted = [
        i for i in own if words.case[i] in _LEFT_CASES and words.pos[i - 1] not in ("ADP", "NUM")
    ]
    # «Не закрывать, а перевести» is one wish.
    if words.low[acts[0] - 1] == "не" or not any(words.pos[i] != "PRON" for i in acted):
        return [(start, end)]
    return [trim(context.doc, start, joint), trim(context.doc, joint + 1, end)]


def add_left_infinitive(context: Context, hit: Hit, left: int, found: Found) -> None:
    """«Обойти надо все подъезды»: the action in front of the word, and its object behind."""
    doc, first = context.doc, hit.start - 1
    if hit.diathesis != "predicative" or found.form != "nominal" or first < left:
        return
    if is_infinitive(doc[first]) and hit.frame.takes("content", "infinitive"):
        found.contents[0].insert(0, (first, hit.start))
        found.form = "infinitive"


def add_left_object(context: Context, hit: Hit, left: int, found: Found) -> None:
    """«Пятое заседание Стороны согласились провести в Омске»: the object stands before the subject."""
    doc = context.doc
    if hit.diathesis != "active" or found.form != "infinitive" or not found.contents:
        return
    first = skip_left(context, left, hit.start).position
    subject = next((p for p in context.phrases_in(first, hit.start) if p.end == hit.start), None)
    thing = context.phrase_at(first)
    if subject is None or thing is None or not first < thing.end <= subject.start:
        return
    acting = subject.label and nominative(subject, doc[hit.head])
    acting = acting and agrees(subject.head, doc[hit.head])
    alike = feature(thing.head, "Number") == feature(doc[hit.head], "Number")
    rival = can_act(thing) and alike and agrees(thing.head, doc[hit.head])
    free = doc[first].pos_ != "ADP" and not rival and can_be(thing.head, case="Acc")
    plain = all(is_word(t) and not is_finite(t) for t in doc[first : subject.start])
    start, end = found.contents[0][0]
    taken = any(
        case_of(p.head) == "Acc" and doc[p.start - 1].pos_ != "ADP"
        for p in context.phrases_in(start + 1, end)
    )
    if acting and free and plain and not taken and thing.head.pos_ != "PRON":
        found.contents[0].insert(0, (first, subject.start))


def _is_awaited(context: Context, hit: Hit, word: str) -> bool:
    """«От салюта лучше отказаться», «с приютом надо связаться»: the action wants this preposition."""
    behind = context.doc[hit.end : hit.end + _ACTION_REACH]
    action = next((t for t in behind if is_infinitive(t)), None)
    awaited = gazetteer("edges")["governing"]
    return action is not None and word in awaited.get(action.lemma_.lower(), ())


def _is_subject(context: Context, hit: Hit, phrase: Phrase) -> bool:
    """«Бизнес выразил готовность …», «Завод готов …»: who says so, though it looks like an object."""
    verb = context.doc[hit.head]
    short = verb.pos_ == "ADJ" and feature(verb, "Variant") == "Short"
    acts = short or is_finite(verb) and feature(verb, "Person") != "1"
    third = acts and hit.diathesis in ("active", "support", "phrase", "predicative")
    # «Бюллетень следует закрыть»: there is no one but «нам» for whom it is needed.
    third = third and hit.frame.kind is not Kind.NEED
    return (
        third
        and context.doc[phrase.start - 1].pos_ != "ADP"
        and can_be(phrase.head, case="Nom")
        and agrees(phrase.head, verb)
    )


def _passed(context: Context, i: int, hit: Hit) -> int:
    """Behind what opens no content: «(Н.Е. Воробей)», the rest of the name «И.Я. | Кубасова»."""
    if context.doc[i].text == "(":
        return next((k + 1 for k in range(i, hit.start) if context.doc[k].text == ")"), i + 1)
    return i + 1 if context.splits_party(i) else i


def _left_material(
    context: Context, hit: Hit, left: int, found: Found, *, thing: int | None = None
) -> TokenSpan | None:
    """What stands before the trigger and is wanted; the phrase that begins at `thing` surely is."""
    doc = context.doc
    if low(doc[hit.start - 1]) in ("и", "а", "но") and is_finite(doc[hit.head]):
        # «… увеличить поставки и обратилась с просьбой»: it belongs to the clause before.
        return None
    edge = skip_left(context, left, hit.start)
    start: int | None = None
    i = edge.position
    while i < hit.start:
        bracketed = doc[i].text == "("
        if is_infinitive(doc[i]) and feature(doc[i - 1], "VerbForm") == "Part":
            # «Желающим войти в состав группы | предлагается …»: what the participle wants.
            i = next((k for k in range(i, hit.start) if doc[k].text == ","), hit.start)
            continue
        if (start is None or bracketed) and (behind := _passed(context, i, hit)) > i:
            i = behind
            continue
        preposed = doc[i].pos_ == "ADP"
        phrase = context.phrase_at(i + 1 if preposed else i)
        if phrase is None or phrase.end > hit.start:
            parts = doc[i].text == "," or is_finite(doc[i]) or low(doc[i]) in _PARTING
            if start is not None and parts:
                start = None
            i += 1
            continue
        if start is None and phrase.end - phrase.start == 1 and low(phrase.head) in _COUNTED:
            # «И последнее надо график утвердить», as a machine hears it, without a mark.
            i = phrase.end
            continue
        if i > 0 and low(doc[i - 1]) == "как" or low(doc[i]) == "как":
            # «Как хозяин мастерской вношу предложение …»: what the speaker is.
            i = phrase.end
            continue
        # «Контроль | за ремонтом»: no party, and it hangs on the content in front of it.
        inner = start is not None and not phrase.label and start <= phrase.head.head.i < i
        role = None if inner else role_at(context, hit, i, hit.start, found)
        if role is not None:
            i, start = role.end, None
            continue
        wanted = case_of(phrase.head) == "Acc" or (
            not preposed and case_of(phrase.head) in _LEFT_CASES
        )
        wanted = wanted or preposed and _is_awaited(context, hit, low(doc[i]))
        # «Смены надо сократить»: what opens the clause is no genitive, whatever the tagger says.
        opens = i == doc[i].sent.start or doc[i - 1].text in ",:" or low(doc[i - 1]) == "что"
        opens = opens and not preposed and case_of(phrase.head) == "Gen"
        wanted = wanted or opens and can_be(phrase.head, case="Acc")
        labels = phrase.label == "PER" and doc[phrase.end].text in _LABELLING
        wanted = wanted and not labels
        acts = found.contents and _is_subject(context, hit, phrase)
        wanted = wanted and not (acts and phrase.start != thing)
        if wanted and start is None and phrase.head.pos_ != "PRON":
            start = i
        i = phrase.end
    if start is None:
        return None
    start, stop = trim(doc, start, hit.start)
    return (start, stop) if start < stop else None


def answered_for(context: Context, hit: Hit, left: int) -> TokenSpan | None:
    """«За связь с водоканалом отвечает Рыбин»: what stands behind «за», before the verb."""
    doc = context.doc
    if hit.frame.kind is not Kind.ASSIGNMENT or not hit.frame.takes("executor", "nominative"):
        return None
    for government in hit.frame.governed("content"):
        case = CASE_NAMES.get(government.form)
        for i in range(left, hit.start - 1) if government.preposition and case else ():
            phrase = context.phrase_at(i + 1)
            if preposition(low(doc[i])) == government.preposition and phrase and case:
                fits = phrase.has_case(case) or can_be(phrase.head, case=case)
                return trim(doc, i + 1, hit.start) if fits else None
    return None


def look_left(context: Context, hit: Hit, left: int, found: Found) -> None:
    """The content before its trigger: «Создать комиссию – такое предложение внёс …»."""
    doc = context.doc
    if called := called_by_noun(context, hit):
        found.form, found.contents = "infinitive", [[called]]
        return
    if subject := subject_of_noun(context, hit):
        found.form, found.contents = "nominal", [[subject]]
        return
    first = next((i for i in range(left, hit.start) if is_infinitive(doc[i])), None)
    if first is not None and hit.frame.takes("content", "infinitive"):
        edge = skip_left(context, left, hit.start)
        dash = next(
            (i for i in range(hit.start - 1, first, -1) if doc[i].text in ("–", "—", ",")),
            before_predicate(context, first + 1, hit.start),
        )
        start, stop = trim(doc, edge.position, dash)
        if start <= first < stop:
            found.form, found.contents = "infinitive", [[(start, stop)]]
        return
    nominal = any(hit.frame.takes("content", case) for case in ("accusative", "nominative"))
    if nominal:
        material = _left_material(context, hit, left, found)
        if material:
            found.form, found.contents = "nominal", [[material]]
