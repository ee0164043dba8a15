"""Ideas put to the others to judge: «Может, сделаем ярмарку?», «Может быть, поставить урок первым»."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.proposals.clauses import clause_of, trait
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import case_of, is_finite, is_infinitive, low, trim
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

# So early in the sentence «может» is an adverb.
_EARLY = 6

# «Может, откроем группу»: only without a thing of one's own they open and close the meeting.
_BOUND_TO_A_THING = frozenset(("открыть", "закрыть", "взять", "найти", "дать"))


def idea_of(context: Context, sentence: Span, block: int, verbs: list[Token]) -> Draft | None:
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
    subjects = [t for t in doc[start : verb.i] if case_of(t) == "Nom" and low(t) != "мы"]
    if is_infinitive(verb) and verb.lemma_ in words["said"] or joint and subjects:
        return None
    begin, stop = clause_of(doc[start : sentence.end], verb, verbs)
    span, content = (sentence.start, sentence.end), trim(doc, begin, stop)
    draft = Draft(frame, "phrase", Kind.PROPOSAL, (place, start), [content], span, block, span)
    speaker = speaker_of(context, verb.i)
    draft.proposers = [speaker] if speaker else []
    draft.targets = content_targets(context, draft.content, "infinitive")
    return draft


def _is_joint(verb: Token, words: dict[str, list[str]]) -> bool:
    """«сделаем»: what all together will do, and not only say or open."""
    lemma = verb.lemma_.lower()
    traits = [trait(verb, name) for name in ("Tense", "Aspect", "Person", "Number")]
    idle = {*words["said"], *words["led"]} - _BOUND_TO_A_THING
    return traits == ["Fut", "Perf", "1", "Plur"] and lemma not in idle
