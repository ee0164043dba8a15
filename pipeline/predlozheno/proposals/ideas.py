"""Ideas put to the others to judge: «Может, сделаем ярмарку?», «Может быть, поставить урок первым»."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.proposals.clauses import clause_of, trait
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import (
    case_of,
    is_finite,
    is_infinitive,
    is_nominal,
    is_small_name,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.speech import is_address, is_speech
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

# So early in the sentence «может» is an adverb.
_EARLY = 6

# «Может, откроем группу»: only without a thing of one's own they open and close the meeting.
_BOUND_TO_A_THING = frozenset(("открыть", "закрыть", "взять", "найти", "дать"))

_LOOKING = frozenset(("посмотреть", "прочитать", "показать", "уточнить", "узнать"))
_MODALS = frozenset(("можно", "можем"))
_ABLE = frozenset("сможешь сможете можешь можете".split())
_LEADS = frozenset("а и ну да так ещё еще кстати слушайте вот тогда ладно хорошо коллеги".split())
# Every idea holds one of these; a question that asks for an action may hold none.
_OPENING = _ABLE | {"может", "можно"}
_ASKING = frozenset(
    "кто что как когда где куда почему зачем сколько чем чего какой какая какие если".split()
)


def idea_of(context: Context, sentence: Span, block: int, verbs: list[Token]) -> Draft | None:
    """What a sentence without a trigger puts to the others as an idea or a question, or None."""
    low_words = columns(context.doc).low[sentence.start : sentence.end]
    if low_words[-1] != "?" and _OPENING.isdisjoint(low_words):
        return None
    return (
        _supposed(context, sentence, block, verbs)
        or _asked_of(context, sentence, block)
        or _possible(context, sentence, block, verbs)
    )


def _supposed(context: Context, sentence: Span, block: int, verbs: list[Token]) -> Draft | None:
    """The proposal of a sentence with an early «может»; None where it only supposes."""
    doc, words = context.doc, gazetteer("promises")
    frame = context.lexicon.frames.get("proposal.pochemu_by_ne")
    place = next((t.i for t in sentence[:_EARLY] if low(t) == "может"), None)
    if place is None or frame is None:
        return None
    start = place + 1 + (low(doc[min(place + 1, sentence.end - 1)]) == "быть")
    verb = next((t for t in doc[start : sentence.end] if is_infinitive(t) or is_finite(t)), None)
    if verb is None or any(low(t) in ("если", "когда", "не") for t in doc[sentence.start : verb.i]):
        return None
    joint = _is_joint(verb, words)
    apart = start > place + 1 or doc[start].text == ","
    if not (joint or is_infinitive(verb) and apart and verb not in verbs):
        return None
    subjects = [
        t
        for t in doc[start : verb.i]
        if case_of(t) == "Nom" and low(t) != "мы" and not can_be(t, case="Acc")
    ]
    if is_infinitive(verb) and verb.lemma_ in words["said"] or joint and subjects:
        return None
    begin, stop = clause_of(doc[start : sentence.end], verb, verbs)
    span, content = (sentence.start, sentence.end), trim(doc, begin, stop)
    ahead = _thing_ahead(doc[sentence.start : place])
    wanted = [ahead, content] if ahead else [content]
    draft = Draft(frame, "phrase", Kind.PROPOSAL, (place, start), wanted, span, block, span)
    speaker = speaker_of(context, verb.i)
    draft.proposers = [speaker] if speaker else []
    draft.targets = content_targets(context, draft.content, "infinitive")
    return draft


def _thing_ahead(lead: Span) -> tuple[int, int] | None:
    """«А стулья из подвала, может, отдадим»: the thing acted on, where nothing else stands before."""
    begin = next((t.i for t in lead if is_word(t) and low(t) not in _LEADS), lead.end)
    start, stop = trim(lead.doc, begin, lead.end)
    words = lead.doc[start:stop]
    if start >= stop or any(is_finite(t) or is_infinitive(t) or t.text in ".,;:" for t in words):
        return None
    noun = next((t for t in words if is_nominal(t)), None)
    first = words[0].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM")
    return (start, stop) if first and noun is not None and can_be(noun, case="Acc") else None


def is_its_verb(idea: Draft, hit: Hit) -> bool:
    """«Может, перенесём созвон?»: whether a trigger is but the verb of the idea."""
    start, end = idea.content[-1]
    return hit.diathesis == "first_person" and start <= hit.start < end


def _possible(context: Context, sentence: Span, block: int, verbs: list[Token]) -> Draft | None:
    """«Можно на самой коробке напечатать»: in talk who says what could be done puts it forward."""
    doc, words = context.doc, gazetteer("promises")
    frame = context.lexicon.frames.get("proposal.pochemu_by_ne")
    place = next((t.i for t in sentence[:_EARLY] if low(t) == "можно"), None)
    if place is None or frame is None or not is_speech(context, block):
        return None
    before, behind = doc[sentence.start : place], doc[place + 1 : sentence.end]
    if any(low(t) in _ASKING or is_finite(t) for t in before):
        return None
    verb = next((t for t in behind if is_infinitive(t) or is_finite(t) or t.text == ","), None)
    if verb is None or not is_infinitive(verb) or any(t.text == "?" for t in behind):
        return None
    idle = {*words["said"], *words["led"]} - _BOUND_TO_A_THING
    if verb.lemma_.lower() in idle or not can_be(verb, pos="VERB", Aspect="Perf"):
        return None
    if is_address(context) and verb.lemma_.lower() not in words["possible"]:
        # «Можно привести пример», «можно купить в любом киоске»: from the rostrum it only tells.
        return None
    begin, stop = clause_of(behind, verb, verbs)
    nouns = [t for t in doc[begin:stop] if is_nominal(t) and t.pos_ != "PRON"]
    if not nouns or any(low(t) in ("только", "ли", "не") for t in doc[place:stop]):
        return None
    span = (sentence.start, sentence.end)
    content = trim(doc, begin, stop)
    trigger = (place, place + 1)
    draft = Draft(frame, "phrase", Kind.PROPOSAL, trigger, [content], span, block, span)
    speaker = speaker_of(context, verb.i)
    draft.proposers = [speaker] if speaker else []
    draft.targets = content_targets(context, draft.content, "infinitive")
    return draft


def suggested(context: Context, draft: Draft) -> None:
    """«Можно попросить хор», «можем обратиться в совет»: who says so asks nobody yet, but proposes."""
    doc, verb = context.doc, draft.trigger[0]
    modal = next((i for i in (verb - 1, verb - 2) if i >= 0 and low(doc[i]) in _MODALS), None)
    if draft.kind is not Kind.REQUEST or draft.diathesis != "infinitive" or modal is None:
        return
    asked = context.phrase_at(draft.content_span[0])
    first, last = draft.content_span
    if asked and first == draft.trigger[1] and not draft.targets:
        draft.targets = [Mention(asked, role=Role.ADDRESSEE)]
    draft.kind, draft.trigger = Kind.PROPOSAL, (modal, modal + 1)
    draft.content = [(verb, max(last, *(m.phrase.end for m in draft.targets), verb + 1))]


def _asked_of(context: Context, sentence: Span, block: int) -> Draft | None:
    """«Вера, сможете позвонить в приют?», «Жанна, закажешь пропуск?»: it asks for an action."""
    frame = context.lexicon.frames.get("request.ne_mogli_by")
    if frame is None or sentence[-1].text != "?":
        return None
    able = next((t for t in sentence if low(t) in _ABLE), None)
    verb = able or next((t for t in sentence if _is_yours(t)), None)
    if verb is None or any(low(t) in _ASKING for t in sentence[: verb.i - sentence.start]):
        return None
    act = next((t for t in sentence if t.i > verb.i and is_infinitive(t)), None) if able else verb
    name = _named(context, sentence, verb)
    if act is None or not (able or name) or _only_says(act, context.doc[act.i + 1 : sentence.end]):
        return None
    begin = verb.i + 1 if able else name.end if name else verb.i
    # «Борис, вы там рядом, занесёте им письмо?»
    begin = next(
        (i + 1 for i in range(verb.i - 1, begin, -1) if sentence.doc[i].text == ","), begin
    )
    content = [trim(context.doc, begin, sentence.end)]
    span = (sentence.start, sentence.end)
    draft = Draft(frame, "phrase", Kind.REQUEST, (verb.i, verb.i + 1), content, span, block, span)
    speaker = speaker_of(context, verb.i)
    draft.proposers = [speaker] if speaker else []
    draft.targets = [Mention(name, role=Role.ADDRESSEE)] if name else []
    draft.targets += content_targets(context, draft.content, "infinitive")
    return draft


def _only_says(act: Token, behind: Span) -> bool:
    """«скажешь?»; «посмотришь афишу?» is a task."""
    thing = any(is_nominal(t) and t.pos_ != "PRON" and can_be(t, case="Acc") for t in behind)
    return act.lemma_ in gazetteer("promises")["said"] and not (thing and act.lemma_ in _LOOKING)


def _named(context: Context, sentence: Span, verb: Token) -> Phrase | None:
    """Who is called before the verb."""
    people = context.parties_in(sentence.start, verb.i)
    named = [p for p in people if p.label == "PER" and p.has_case("Nom")]
    first = sentence[0]
    # «Тумэн, поставишь бак?»: whom the dictionary does not know, and who speaks in this talk.
    speaks = any(first.text in (block.speaker or "").split() for block in context.blocks)
    if not named and (is_small_name(first) or speaks and first.text.istitle()):
        return Phrase(first.i, first.i + 1, first, "PER")
    return named[0] if named else None


def _is_yours(verb: Token) -> bool:
    """«закажешь»: what the one spoken to will do, and to its end."""
    traits = [trait(verb, name) for name in ("Tense", "Aspect", "Person")]
    return traits == ["Fut", "Perf", "2"] and not can_be(verb, Mood="Imp")


def _is_joint(verb: Token, words: dict[str, list[str]]) -> bool:
    """«сделаем»: what all together will do, and not only say or open."""
    lemma = verb.lemma_.lower()
    traits = [trait(verb, name) for name in ("Tense", "Aspect", "Person", "Number")]
    idle = {*words["said"], *words["led"]} - _BOUND_TO_A_THING
    return traits == ["Fut", "Perf", "1", "Plur"] and lemma not in idle
