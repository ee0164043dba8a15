"""Who wants it: the subject or agent of the trigger, the owner of the noun, the head, the speaker."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import bracket_depths, case_of, feature, is_finite, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.resolution import resolve, speaker_of
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.parties import is_proposer
from predlozheno.records.schema import PartySource

# In these constructions nobody is named by the grammar, so the one who is speaking wants it.
_SPEAKER_CONSTRUCTIONS = (
    "first_person",
    "predicative",
    "reflexive_passive",
    "phrase",
    "noun",
    "by_noun",
    "support",
    "imperative",
    "infinitive",
    "active",
    "short_passive",
)
_POSSESSIVES = frozenset("наше наша наши нашего нашей мое моя мой моего моей мои".split())
_OPENINGS = ("от имени", "по поручению", "от лица")


def find_proposers(context: Context, hit: Hit, found: Found, sentence: Span) -> list[Mention]:
    """The proposers of a hit, in the order of the text; empty where the text does not say."""
    phrases = list(found.proposers)
    if hit.noun is not None:
        phrases = _owner(context, hit, sentence) or phrases
    phrases = phrases or _on_behalf(context, sentence, hit)
    phrases = phrases or _left_subject(context, hit, sentence)
    mentions = [m for phrase in phrases if (m := resolve(context, phrase))]
    if mentions or phrases:
        return mentions
    if hit.diathesis in _SPEAKER_CONSTRUCTIONS and not _narrated(context, hit):
        speaker = speaker_of(context, hit.start)
        if speaker:
            return [speaker]
    return _bracketed(context, hit, sentence)


def _narrated(context: Context, hit: Hit) -> bool:
    """A plural or passive past without an agent tells of others than the speaker of the turn."""
    token = context.doc[hit.head]
    if hit.diathesis in ("active", "support"):
        return feature(token, "Number") == "Plur" or feature(token, "Gender") == "Neut"
    return False


def _owner(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«по предложению проф. Гринёва», «предложение Казахстанской Стороны», «наше предложение»."""
    doc, i = context.doc, hit.noun if hit.noun is not None else hit.head
    phrase = context.phrase_at(i + 1) if i + 1 < sentence.end else None
    if phrase and phrase.label and phrase.has_case("Gen"):
        return [phrase, *_coordinated(context, phrase, "Gen", sentence.end)]
    if i > sentence.start and low(doc[i - 1]) in _POSSESSIVES:
        speaker = speaker_of(context, i)
        return [] if speaker else [Phrase(i - 1, i, doc[i - 1], "PER")]
    return []


def _on_behalf(context: Context, sentence: Span, hit: Hit) -> list[Phrase]:
    doc = context.doc
    for i in range(sentence.start, max(sentence.start, hit.start - 1)):
        if f"{low(doc[i])} {low(doc[i + 1])}" in _OPENINGS and i + 2 < hit.start:
            phrase = context.phrase_at(i + 2)
            if phrase and phrase.label:
                return [phrase]
    return []


def _left_subject(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """The nearest phrase before the trigger that can act in it, with those coordinated with it."""
    depths = bracket_depths(context.doc, sentence.start, hit.start)
    phrases = [
        p
        for p in context.phrases_in(sentence.start, hit.start)
        if not depths[p.start - sentence.start]
    ]
    for k in range(len(phrases) - 1, -1, -1):
        phrase = phrases[k]
        if not is_proposer(context, hit, phrase) or _owned_elsewhere(context, phrase, hit):
            continue
        group = [phrase]
        while k > 0 and _are_joined(context, phrases[k - 1], group[0]):
            group.insert(0, phrases[k - 1])
            k -= 1
        return group
    return []


def _owned_elsewhere(context: Context, phrase: Phrase, hit: Hit) -> bool:
    """A phrase in a relative clause («…, которую ведёт кафедра,») is not the subject outside it."""
    doc = context.doc
    between = doc[phrase.end : hit.start]
    if low(phrase.head).startswith("котор"):
        return True
    opens = next(
        (
            t
            for t in reversed(doc[max(0, phrase.start - 4) : phrase.start])
            if low(t).startswith("котор")
        ),
        None,
    )
    return (
        opens is not None
        and any(is_finite(t) for t in between)
        and any(t.text == "," for t in between)
    )


def _are_joined(context: Context, left: Phrase, right: Phrase) -> bool:
    doc = context.doc
    between = [low(t) for t in doc[left.end : right.start]]
    if not between or not all(w in ("и", ",", "а", "также") for w in between):
        return False
    same_case = case_of(left.head) == case_of(right.head)
    return bool(left.label or right.label) and (
        same_case or left.has_case(case_of(right.head) or "Nom") or _shared_genitive(left)
    )


def _shared_genitive(left: Phrase) -> bool:
    """«Представители России и Кореи»: the second country goes with the first one's head."""
    return left.end - left.start > 1 and left.label == "GROUP"


def _coordinated(context: Context, first: Phrase, case: str, end: int) -> list[Phrase]:
    found, last = [], first
    while last.end + 1 < end:
        following = context.phrase_at(last.end + 1)
        if low(context.doc[last.end]) not in ("и", ",") or not following or not following.label:
            break
        if not following.has_case(case):
            break
        found.append(following)
        last = following
    return found


def _bracketed(context: Context, hit: Hit, sentence: Span) -> list[Mention]:
    """«Хотелось бы, чтобы … (Тулупов).»: a name alone in brackets at the end owns the words."""
    doc = context.doc
    end = sentence.end
    while end > sentence.start and doc[end - 1].text in ".!…":
        end -= 1
    if end - 1 <= hit.end or doc[end - 1].text != ")":
        return []
    opening = next((i for i in range(end - 2, hit.end, -1) if doc[i].text == "("), None)
    if opening is None:
        return []
    people = [p for p in context.parties_in(opening + 1, end - 1) if p.label == "PER"]
    covered = sum(p.end - p.start for p in people)
    if people and covered >= end - 2 - opening - (len(people) - 1) * 1:
        return [Mention(p, PartySource.STATED) for p in people]
    return []
