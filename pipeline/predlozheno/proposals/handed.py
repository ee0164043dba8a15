"""Orders whose form alone says who is to act: a name before the action, or behind it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word, low, trim
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.named import companions, named_executors
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.timing import find_times
from predlozheno.proposals.slots.verdict import find_verdicts
from predlozheno.proposals.tails import Tail, acts, electing, named_people, tail_of
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

_BY_WHEN = ("до ", "к ", "ко ", "не позднее", "не позже", "срок")
_BARE = 24
_MODALS = frozenset("можно нельзя может лучше пора проще хватит давайте давай".split())
# Below these a name opens what its bearer said.
_SPOKEN = ("выступ", "слуша", "заслуш", "прени", "обсужд", "дискусс", "доклад", "предлож", "вопрос")


def handed_out(context: Context, part: Span, block: int) -> list[Draft]:
    """The orders of a part of a sentence without any head, to those who are named in it.

    «Осталось завезти паллеты: Тяглов, до конца недели», «Смолина: обновить инструкцию к среде».
    """
    asked = "?" in columns(context.doc).text[part.start : part.end]
    if context.blocks[block].zone != "body" or asked:
        return []
    tail = tail_of(context, part)
    if tail is not None and tail.begin > part.start:
        core = context.doc[part.start : tail.begin]
        if electing(core) or not acts(core) and not _due(context, core, tail):
            return []
        if not any(map(is_infinitive, core)) and tail.times[0] == tail.times[1]:
            # «Доставка: Орлов» alone may be anything.
            return []
        return _drafts(context, part, block, core.start, core.end, tail.people)
    return _opened(context, part, block)


def _due(context: Context, core: Span, tail: Tail) -> bool:
    """«Саженцы для Рыбинска – Эйдлин, к 20 апреля»: a thing, who sees to it and by when."""
    charged = low(context.doc[tail.begin + 1]) == "за"
    if any(is_finite(t) or t.text in ":?" for t in core) or not (named_people(tail) or charged):
        return False
    phrase = context.phrase_at(core.start)
    thing = (
        phrase is not None
        and not can_act(phrase)
        and any(phrase.has_case(case) for case in ("Nom", "Acc"))
    )
    dash = context.doc[tail.begin].text in ("–", "—", "-")
    text = fold(context.segments.text[slice(*tail.times)])
    return thing and dash and charged or thing and dash and text.lstrip(" ,(").startswith(_BY_WHEN)


def _opened(context: Context, part: Span, block: int) -> list[Draft]:
    """«Смолина: в недельный срок обновить инструкцию»: a name, a colon or a dash, an infinitive."""
    forms = columns(context.doc).form
    first = next((i for i in range(part.start, part.end) if forms[i] == "Inf"), None)
    if first is None:
        return []
    people = named_executors(context, part.start, first)
    if not people:
        return _labelled(context, part, block)
    sign = next(
        i for i in range(people[-1].end, first) if context.doc[i].text in (":", "–", "—", "-")
    )
    between = context.doc[sign + 1 : first]
    # «Рая: Можно попросить хор» is what Raya thinks.
    led = any(is_finite(t) or t.text in "«»:" or _modal(context, t) for t in between)
    # «Опарин: фасад мыть всё-таки надо»
    stop = next((t.i for t in context.doc[first : part.end] if t.text in ",.;:"), part.end)
    led = led or any(_modal(context, t) for t in context.doc[first:stop])
    # «Администрация: отклонить»: what becomes of something, and no task.
    led = led or any(v.kind == "order" for v in find_verdicts(context.doc[first:stop].text[:_BARE]))
    if led or not acts(context.doc[sign + 1 : part.end]):
        return []
    drafts = _drafts(context, part, block, sign + 1, part.end, people)
    for draft in drafts:
        fellows = companions(context, people[-1], part.end)
        draft.targets += [Mention(p, role=Role.PARTNER) for p in fellows]
    return drafts


def _modal(context: Context, word: Token) -> bool:
    forms = context.lexicon.find(word.text)
    return low(word) in _MODALS or any(form.list_name == "predicatives" for form in forms)


def _labelled(context: Context, part: Span, block: int) -> list[Draft]:
    """The same where the name was taken for the label of a speaker: a time shows that it is an order."""
    info = context.blocks[block]
    own = info.speaker_span is not None and info.speaker_span[0] >= info.start
    body = context.doc.char_span(info.body, info.end, alignment_mode="expand")
    if not own or body is None or part.start != body.start:
        return []
    if fold(info.stage or "").startswith(_SPOKEN):
        return []
    if not is_infinitive(part.root) or not acts(part) or not find_times(part.text, None):
        return []
    who = speaker_of(context, part.start)
    return _drafts(context, part, block, part.start, part.end, [who.phrase]) if who else []


def _drafts(
    context: Context, part: Span, block: int, start: int, end: int, people: list[Phrase]
) -> list[Draft]:
    doc, frame = context.doc, context.lexicon.order
    if frame is None:
        return []
    remaining = frozenset(gazetteer("target-cues")["remaining"])
    if fold(doc[start].text) in remaining:
        start += 1
    edge = skip_left(context, start, end)
    stop, purposes = skip_right(context, edge.position, end)
    begin, stop = trim(doc, edge.position, stop)
    acting = any(is_infinitive(t) for t in doc[begin:stop])
    drafts = []
    for span in split_actions(context, begin, stop, "items" if acting else "nominal"):
        verb = next((i for i in range(*span) if is_infinitive(doc[i])), None)
        verb = (
            verb
            if verb is not None
            else next((t.i for t in doc[slice(*span)] if is_word(t)), begin)
        )
        place = (part.start, part.end)
        draft = Draft(
            frame, "named_executor", Kind.ASSIGNMENT, (verb, verb + 1), [span], place, block, place
        )
        draft.purposes = edge.purposes + purposes
        draft.targets = [Mention(p, role=Role.EXECUTOR) for p in people]
        known = {p.start for p in people}
        inner = content_targets(context, [span], "infinitive")
        draft.targets += [m for m in inner if m.phrase.start not in known]
        drafts.append(draft)
    return drafts
