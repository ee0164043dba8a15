"""What is wanted: where the content of a trigger begins and ends, and into how many records it falls."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.language.morphology import can_be
from predlozheno.proposals.borders import opens_count, right_border
from predlozheno.proposals.clause_starts import another_clause, left_border
from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import purposes_before, skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    CASE_NAMES,
    case_of,
    is_finite,
    is_infinitive,
    is_word,
    low,
    trim_whole,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.insertions import behind_insertions
from predlozheno.proposals.slots.approach import Found, left_edge, take_roles
from predlozheno.proposals.slots.carriers import (
    behind_asking,
    behind_carrier,
    behind_summary,
    behind_yes,
)
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.elected import elected, put_up, split_people
from predlozheno.proposals.slots.fronted import (
    add_left_fragment,
    add_left_infinitive,
    add_left_object,
    answered_for,
    look_left,
)
from predlozheno.proposals.slots.fronted_things import object_first
from predlozheno.proposals.slots.joined import joined_futures
from predlozheno.proposals.slots.parties import preposition
from predlozheno.proposals.slots.pleas import clause_opening, plea_opening
from predlozheno.proposals.slots.settled import (
    before_main_verb,
    gives_reason,
    is_settled,
    rules_on,
)
from predlozheno.proposals.slots.voice import is_proposer
from predlozheno.records.schema import Kind

_COLON_REACH = 12
# «Министерству следует:», then «а) незамедлительно приостановить …»: how soon the action comes.
_ACTION_REACH = 8
_LEAST_WORDS = 2
_RESPECT = ("уважаем", "дорог", "многоуважаем")
_JOINING = frozenset(", и а также далее затем наконец во-первых во-вторых в-третьих".split())
# Constructions whose object may stand before them («Вопрос … прошу перенести»).
_FRONTING = ("short_passive", "reflexive_passive", "predicative", "support", "first_person")


def find_contents(context: Context, hit: Hit, sentence: Span, hits: list[Hit]) -> Found:
    """Looks to the right of the trigger first, then to its left."""
    left, right = left_border(hit, sentence, hits), right_border(hit, sentence, hits)
    found = Found(region=(left, right))
    if hit.noun is not None and hit.end <= hit.noun:
        take_roles(context, hit, hit.end, hit.noun, found)
    if hit.gap is not None:
        take_roles(context, hit, *hit.gap, found)
    found.purposes += purposes_before(context, left, hit.start)
    if hit.diathesis == "imperative" and hit.frame.any_verb:
        _close(context, clause_opening(context, hit, left), right, "imperative", found)
        found.form = "infinitive"
        return found
    if parts := elected(context, hit, left, right) or put_up(context, hit, left, right):
        found.form, found.contents = "elected", [parts]
        return found
    anchor = behind_insertions(context.doc, hit.anchor, right)
    if (order := plea_opening(context, hit, anchor, right)) is not None:
        _close(context, order, right, "imperative", found)
        return found
    start = left_edge(context, hit, anchor, right, found)
    start = _behind_vocative(context, start, right)
    receivers = {phrase.start for phrase in found.addressees}
    if answered := answered_for(context, hit, left):
        found.form, found.contents = "nominal", [[answered]]
    elif start < right and not (
        another_clause(context.doc, hit.anchor, start, receivers) or rules_on(hit)
    ):
        _open(context, hit, start, right, found)
    if found.form == "infinitive" and hit.diathesis == "noun":
        found.contents = [before_main_verb(context, parts) for parts in found.contents]
    if found.form == "infinitive" and found.contents:
        _resume(context, right, sentence.end, hits, found)
    if found.form == "future" and not any(right <= h.start < sentence.end for h in hits):
        found.contents += [[span] for span in joined_futures(context.doc, right, sentence.end)]
    add_left_infinitive(context, hit, left, found)
    fronting = hit.diathesis in _FRONTING or hit.frame.kind is Kind.NEED
    thing = object_first(context, hit, left, found)
    fronting = fronting or thing is not None
    # «Смета должна быть утверждена»: what it is done to.
    undergoes = found.form == "future" and hit.frame.kind is Kind.NEED
    if (found.form == "infinitive" or undergoes) and fronting:
        add_left_fragment(context, hit, left, found, thing)
    add_left_object(context, hit, left, found)
    if not found.contents and hit.gap is not None and not found.addressees:
        _nominal(context, hit, *hit.gap, found)
    if not found.contents and found.form != "items":
        look_left(context, hit, left, found)
    if not found.contents and found.form != "items":
        _behind_colon(context, hit, sentence.end, found)
    live = hit.diathesis == "first_person" or hit.frame.takes("content", "future")
    # «пусть и с опозданием»: only a verb of its own makes it one.
    told = any(is_finite(t) for t in context.doc[hit.end : right])
    live = live and not rules_on(hit) and (told or hit.frame.id != "proposal.pust")
    if not found.contents and found.form != "items" and live and hit.frame.kind is Kind.PROPOSAL:
        _rest(context, hit, right, found)
    if hit.frame.kind is Kind.PROPOSAL and [len(parts) for parts in found.contents] == [1]:
        found.contents = [[span] for span in split_people(context, found.contents[0][0])]
    return found


def _behind_vocative(context: Context, start: int, right: int) -> int:
    """«Просим вас, дорогие соседи, закрыть …»: whom the speaker turns to stands between commas."""
    doc = context.doc
    named = context.phrase_at(start) if start < right else None
    if named and named.label in ("PER", "ROLE") and named.has_case("Nom") and named.end < right:
        between = start > 0 and doc[start - 1].text == "," and doc[named.end].text == ","
        if between and any(map(is_infinitive, doc[named.end : right])):
            return named.end + 1
    first = start - 1 if start and low(doc[start - 1]).startswith(_RESPECT) else start
    first += first < right and doc[first].text == ","
    if first >= right or not low(doc[first]).startswith(_RESPECT):
        return start
    close = next((i for i in range(first, min(first + 6, right)) if doc[i].text == ","), None)
    return close + 1 if close is not None else start


def _resume(context: Context, stop: int, end: int, hits: list[Hit], found: Found) -> None:
    """«необходимо осушить луг; не допустить пала; …»: what each semicolon adds to the list."""
    doc = context.doc
    while stop < end and doc[stop].text == ";":
        start = stop + 1
        while start + 1 < end and low(doc[start]) in _JOINING:
            start += 1
        stop = next((i for i in range(start, end) if doc[i].text == ";"), end)
        bare = start + (low(doc[start]) == "не") if start < end else end
        spoken = any(start <= h.start < stop and not is_infinitive(doc[h.head]) for h in hits)
        if bare >= end or not is_infinitive(doc[bare]) or spoken:
            return
        last, purposes = skip_right(context, start, stop)
        found.purposes += purposes
        found.contents += [[span] for span in split_actions(context, start, last, "infinitive")]


def _rest(context: Context, hit: Hit, right: int, found: Found) -> None:
    """«предлагаю в этом году без клятвы»: in live speech anything may be what is put forward."""
    start = left_edge(context, hit, hit.anchor, right, found)
    words = [t for t in context.doc[start:right] if is_word(t)]
    if len(words) >= _LEAST_WORDS:
        _close(context, start, right, "rest", found)


def _behind_colon(context: Context, hit: Hit, end: int, found: Found) -> None:
    """«Договорились с главой так: …»: the content behind a colon that the clause leads up to."""
    doc = context.doc
    if _takes_actions_only(hit.frame):
        return
    for i in range(hit.anchor, min(end, hit.anchor + _COLON_REACH)):
        if doc[i].text == ":" and (doc[i].whitespace_ or not doc[i - 1].is_digit):
            # No colon of a clock: «примем в 19:30».
            _open(context, hit, i, end, found)
            return
        if is_finite(doc[i]) or is_infinitive(doc[i]) or doc[i].text == ";":
            return


def _open(context: Context, hit: Hit, start: int, end: int, found: Found) -> None:
    """Finds the governed form that opens the content at or behind `start`."""
    doc, frame = context.doc, hit.frame
    word = low(doc[start])
    if doc[start].text == ":":
        if opens_count(doc, start + 1, end) or is_settled(context, hit, found.region[0]):
            # «Отчёт утвердили: 49 за»; «Предложение закрыть двор отклонено: дорога частная» says why.
            return
        below = start + 1 >= end and any(map(is_infinitive, doc[end : end + _ACTION_REACH]))
        if _takes_actions_only(frame) and not (below or any(map(is_infinitive, doc[start:end]))):
            return
        if start + 1 >= end or not any(is_word(t) for t in doc[start + 1 : end]):
            found.form = "items"
        elif not gives_reason(hit, doc[start + 1 : end]):
            inner = skip_left(context, start + 1, end)
            found.purposes += inner.purposes
            _close(context, inner.position, end, "colon", found)
        return
    if word in ("чтобы", "чтоб", "что") and (
        frame.takes("content", "чтобы") or frame.takes("content", "что")
    ):
        _close(context, behind_yes(context, start + 1, end), end, word, found)
        return
    start = behind_summary(context, start, end)
    if prepositional := _prepositional(context, frame, start, end):
        position, form = prepositional
        _close(context, position, end, form, found)
        return
    if (
        frame.takes("content", "infinitive")
        and (infinitive := _infinitive(context, start, end)) is not None
    ):
        begin = _behind_owner(context, hit, start, infinitive)
        _close(context, behind_carrier(context, begin, infinitive), end, "infinitive", found)
        return
    if frame.takes("content", "future") and any(is_finite(t) for t in doc[start : start + 6]):
        _close(context, start, end, "future", found)
        return
    _nominal(context, hit, start, end, found)


def _takes_actions_only(frame: Frame) -> bool:
    return {government.form for government in frame.governed("content")} == {"infinitive"}


def _prepositional(context: Context, frame: Frame, start: int, end: int) -> tuple[int, str] | None:
    """«о + locative» and its like: where the content behind the preposition begins."""
    doc = context.doc
    word = preposition(low(doc[start]))
    for government in frame.governed("content"):
        if government.preposition != word or start + 1 >= end:
            continue
        position, form = start + 1, f"{government.preposition} + {government.form}"
        following = low(doc[position])
        if following in ("том", "то", "тем", "тому", "того"):
            for i in range(position + 1, min(position + 4, end)):
                if low(doc[i]) in ("что", "чтобы", "чтоб"):
                    return i + 1, low(doc[i])
        phrase = context.phrase_at(position)
        case = CASE_NAMES[government.form]
        if phrase is None or phrase.has_case(case) or case_of(doc[position]) == case:
            position = behind_asking(context, position, end)
            return behind_carrier(context, position, end), form
    return None


def _infinitive(context: Context, start: int, end: int) -> int | None:
    """The first infinitive that the trigger can govern: no finite verb and no conjunction before it."""
    doc = context.doc
    for i in range(start, end):
        token = doc[i]
        if is_infinitive(token):
            return i
        if (
            is_finite(token)
            or low(token) in ("что", "чтобы", "который", "если")
            or token.text in ":;"
            or token.text == ","
            and i + 1 < end
            and low(doc[i + 1]) in ("и", "а", "но")
        ):
            return None
    return None


def _nominal(context: Context, hit: Hit, start: int, end: int, found: Found) -> None:
    """A noun phrase in the case that the frame governs."""
    cases = [
        CASE_NAMES[g.form]
        for g in hit.frame.governed("content")
        if g.form in CASE_NAMES and not g.preposition
    ]
    if hit.diathesis in ("short_passive", "reflexive_passive"):
        cases = ["Nom" if case == "Acc" else case for case in cases]
    phrase = context.phrase_at(start)
    if phrase is None or phrase.end > end:
        return
    fits = any(phrase.has_case(case) or can_be(phrase.head, case=case) for case in cases)
    if fits and not is_proposer(context, hit, phrase):
        _close(context, start, end, "nominal", found)


def _close(context: Context, start: int, end: int, form: str, found: Found) -> None:
    """Trims the content, takes purposes off its right edge and splits it into actions."""
    stop, purposes = skip_right(context, start, end)
    start, stop = trim_whole(context.doc, start, stop)
    if start >= stop:
        return
    found.form = form
    found.purposes += purposes
    found.contents = [[span] for span in split_actions(context, start, stop, form)]


def _behind_owner(context: Context, hit: Hit, start: int, infinitive: int) -> int:
    """«просьба комитета заменить докладчика»: whose idea it is does not belong to the content."""
    owner = context.phrase_at(start)
    if start != hit.end or context.doc[start - 1].pos_ != "NOUN" or owner is None:
        return start
    owns = owner.label and (owner.has_case("Gen") or owner.label == "PER")
    return owner.end if owns and owner.end <= infinitive else start
