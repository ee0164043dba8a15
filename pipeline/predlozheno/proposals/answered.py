"""Matters that are records only because somebody answers for them: «Списание краски. Отв. Ефимова»."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.language.morphology import fold, lemmas
from predlozheno.proposals.clauses import trait
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.grammar import is_finite, is_word, low, trim
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.named import may_act
from predlozheno.proposals.slots.timing import find_term
from predlozheno.proposals.tails import named_alone
from predlozheno.proposals.tasks import is_done
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_LEAST = 2
_LONGEST = 40
# Fields of the same record may stand between it and «Отв.».
_FIELDS = ("срок", "контрол", "отв.", "ответственн", "исп.", "исполнител")


def doers_of(context: Context, sentence: Span) -> list[Phrase]:
    """«Делает дежурный администратор.», «Степан – до 5 декабря.»: who does what was said before."""
    begin = _body(context, sentence)
    if begin > sentence.start or begin == 0:
        return []
    tail = named_alone(context, sentence)
    if low(context.doc[begin]).startswith(("следующ", "очередн")):
        # «Следующее собрание – осенью.» is no order.
        return []
    if tail is not None and tail.times[0] < tail.times[1]:
        return tail.people
    doer = _doer(context, sentence)
    return [doer] if doer is not None else []


def _doer(context: Context, sentence: Span) -> Phrase | None:
    known, begin = columns(context.doc), _body(context, sentence)
    first = next((i for i in range(begin, sentence.end) if known.word[i]), None)
    if first is None or not known.predicate[first]:
        return None
    words = [t for t in context.doc[first : sentence.end] if is_word(t)]
    verbs = frozenset(gazetteer("promises")["doing"])
    doing = [t for t in words if is_finite(t) and lemmas(t.text) & verbs]
    if len(doing) != 1 or words[0] != doing[0] or trait(doing[0], "Tense") == "Past":
        return None
    phrase = context.phrase_at(doing[0].i + 1)
    if phrase is None or phrase.label not in ("PER", "ROLE", "ORG") or not may_act(phrase):
        return None
    rest = context.doc[phrase.end : sentence.end]
    times = find_term(rest.text.lstrip(" ,"), None) if any(map(is_word, rest)) else []
    return phrase if not any(map(is_word, rest)) or times and not times[0].start else None


def matter_of(context: Context, drafts: list[Draft], sentence: Span, label: int) -> Draft | None:
    """The assignment of a matter without a verb that a label of those responsible belongs to.

    Args:
        context: the document.
        drafts: all drafts so far.
        sentence: with the label in it.
        label: the label's first character, into the sentence.
    """
    doc, frame = context.doc, context.lexicon.order
    if frame is None or any(_holds(sentence, d) for d in drafts):
        return None
    begin = next((t.i for t in sentence if t.idx >= sentence.start_char + label), sentence.start)
    own = doc[_body(context, sentence) : begin]
    # «Срок – III квартал. Ответственный – Инюшин» may be one sentence.
    fields = not any(map(is_word, own)) or fold(own.text).startswith(_FIELDS)
    matter = _before(context, drafts, sentence) if fields else own
    if matter is None or not _is_matter(matter):
        return None
    block = context.block_index(matter.start)
    if context.blocks[block].kind in ("heading", "row") or is_done(context, block):
        return None
    edge = skip_left(context, matter.start, matter.end)
    stop, purposes = skip_right(context, edge.position, matter.end)
    first, last = trim(doc, edge.position, stop)
    if first >= last:
        return None
    place = (matter.start, matter.end)
    draft = Draft(
        frame,
        "responsible",
        Kind.ASSIGNMENT,
        (begin, begin + 1),
        [(first, last)],
        place,
        block,
        place,
    )
    draft.purposes = edge.purposes + purposes
    return draft


def _before(context: Context, drafts: list[Draft], sentence: Span) -> Span | None:
    """The sentence right before, in the same block or in the one above, where nothing was found yet."""
    doc, here = context.doc, context.block_index(sentence.start)
    start = sentence.start
    while start > 0:
        before = doc[start - 1].sent
        if here - context.block_index(before.start) > 1 or any(_holds(before, d) for d in drafts):
            return None
        times = find_term(before.text, None)
        only = bool(times) and not times[0].start and times[-1].end >= len(before.text.rstrip(" ."))
        if not only and not fold(before.text).startswith(_FIELDS):
            return doc[_body(context, before) : before.end]
        start = before.start
    return None


def _holds(sentence: Span, draft: Draft) -> bool:
    return sentence.start <= draft.sentence[0] < sentence.end


def _body(context: Context, sentence: Span) -> int:
    body = context.blocks[context.block_index(sentence.start)].body
    return next((t.i for t in sentence if t.idx >= body), sentence.start)


def _is_matter(words: Span) -> bool:
    """A thing or an action without any statement."""
    told = [t for t in words if is_word(t)]
    if not _LEAST <= len(told) <= _LONGEST or any(t.text in "?:«" for t in words[:1]):
        return False
    return not any(is_finite(t) for t in told) and told[0].pos_ not in ("PROPN", "PRON")
