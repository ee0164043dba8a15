"""Who wants it: the subject or agent of the trigger, the owner of the noun, the head, the speaker."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from predlozheno.language.morphology import lemmas
from predlozheno.language.people import is_kin
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, low
from predlozheno.proposals.hits import Hit, settles
from predlozheno.proposals.resolution import resolve, speaker_of
from predlozheno.proposals.slots import dropped
from predlozheno.proposals.slots.approach import PUT_FORWARD, Found
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.proposals.slots.carried import in_paper, meant_together
from predlozheno.proposals.slots.headings import list_subject, subject_above
from predlozheno.proposals.slots.late_subjects import late_subject
from predlozheno.proposals.slots.origins import with_origin
from predlozheno.proposals.slots.owners import owner
from predlozheno.proposals.slots.reporters import holder, is_party, over_list, reporter
from predlozheno.proposals.slots.somebody import anybody, with_company
from predlozheno.proposals.slots.subjects import left_subject
from predlozheno.proposals.slots.titled import group_of_part
from predlozheno.proposals.slots.voice import passive
from predlozheno.records.schema import Kind, PartySource, Role
from predlozheno.resources import gazetteer

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
# What is said in these forms is said by the one who speaks: nobody in the sentence reports it.
_DIRECT = ("first_person", "imperative")
_PASSIVE = ("short_passive", "reflexive_passive")
# In these nobody is the subject, so that a group at work may be meant.
_UNOWNED = ("predicative", "phrase", *_PASSIVE)
_COLLECTIVE_KINDS = (Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT)
_BEHALF = frozenset("от имени лица поручению просьбе".split())
_BEHALF_REACH = 3
_EACH = frozenset(("каждый", "каждая", "каждое"))


def find_proposers(context: Context, hit: Hit, found: Found, sentence: Span) -> list[Mention]:
    """The proposers of a hit, in the order of the text; empty where the text does not say."""
    phrases = [p for p in _stated(context, hit, found, sentence) if _can_say(context, hit, p)]
    # «Зайцев и Волков, каждый в свою очередь, просили …»
    phrases = [p for p in phrases if low(p.head) not in _EACH] or phrases
    phrases = [p for p in phrases if not _is_called(context, hit, p, sentence)]
    phrases = [_of_kin(context, _of_side(context, phrase)) for phrase in phrases]
    phrases = [with_origin(context, phrase, hit.start) for phrase in phrases]
    agent = passive(hit, context)
    if len(phrases) == 1 and (several := meant_together(context, phrases[0], agent=agent)):
        return [Mention(p, PartySource.CONTEXT) for p in several]
    found_out = (m for phrase in phrases if (m := resolve(context, phrase, agent=agent)))
    # «Его поддержали дачники, они просят …»: the pronoun leads to the same words.
    mentions = list({(m.phrase.start, m.phrase.end): m for m in found_out}.values())
    if mentions or phrases:
        return mentions
    if late := late_subject(context, hit, found):
        return late
    goes_on = dropped.before(context, hit, sentence)
    if goes_on and all(_can_say(context, hit, m.phrase) for m in goes_on):
        return goes_on
    if written := in_paper(context, sentence, hit.start):
        return [Mention(written, PartySource.CONTEXT)]
    if hit.diathesis in _SPEAKER_CONSTRUCTIONS and not _narrated(context, hit):
        speaker = speaker_of(context, hit.start)
        if speaker:
            return [speaker]
    if signed := _bracketed(context, hit, sentence):
        return signed
    return _of_part(context, hit)


def _can_say(context: Context, hit: Hit, phrase: Phrase) -> bool:
    """«Прошу разобраться в заявлении Орлова», «вношу от имени комитета»: of whom «прошу» can be said."""
    if hit.diathesis != "first_person" or not phrase.label:
        return True
    if phrase.has_case("Nom") and phrase.end <= hit.start:
        return True
    before = context.doc[max(0, phrase.start - _BEHALF_REACH) : phrase.start]
    # ««Предлагаю вернуть рейсы», – заявил Орлов.»
    said = len(before) > 1 and is_finite(before[-1]) and before[-2].text in "–—-,»"
    return said or any(low(t) in _BEHALF for t in before)


def _is_called(context: Context, hit: Hit, phrase: Phrase, sentence: Span) -> bool:
    """«Герман Олегович, а есть смысл подлить воду»: who is spoken to, and wants nothing by it."""
    doc = context.doc
    opens = phrase.start == sentence.start and phrase.end + 1 < hit.start
    called = opens and phrase.label == "PER" and doc[phrase.end].text == ","
    return called and hit.diathesis in _UNOWNED and low(doc[phrase.end + 1]) in ("а", "и", "ну")


def _of_part(context: Context, hit: Hit) -> list[Mention]:
    """Whose the words are by the line or the heading above: «От ГИБДД:», «Группа 2. Кадры»."""
    if hit.frame.kind in _COLLECTIVE_KINDS:
        return []
    block = context.block_index(hit.start)
    if hit.diathesis not in _DIRECT and (said := over_list(context, block)):
        return [m for phrase in said if (m := resolve(context, phrase))]
    verb = context.doc[hit.head]
    dropped_subject = hit.diathesis == "active" and feature(verb, "Number") == "Sing"
    working = dropped_subject or hit.diathesis in (*_UNOWNED, "infinitive")
    group = group_of_part(context, block) if working else None
    return [group] if group else []


def _of_kin(context: Context, phrase: Phrase) -> Phrase:
    """«Мама Кости Л. (Логинова)»: the name inside is not hers, the one in brackets is."""
    bracket = context.doc[phrase.end : phrase.end + 1].text == "("
    if not is_kin(context.doc[phrase.start]) or not bracket:
        return phrase
    named = context.phrase_at(phrase.end + 1)
    return named if named and named.label == "PER" else phrase


def _of_side(context: Context, phrase: Phrase) -> Phrase:
    """Of «со стороны жителей», «с их стороны» those whose side it is."""
    if low(phrase.head) == "стороны" and low(context.doc[phrase.start]) in ("его", "ее", "их"):
        return Phrase(phrase.start, phrase.start + 1, context.doc[phrase.start])
    inner = context.phrase_at(phrase.start + 1) if phrase.end - phrase.start > 1 else None
    opened = low(phrase.head) == "стороны" and phrase.head.i == phrase.start
    return inner if opened and inner and inner.end == phrase.end else phrase


def split_actors(
    context: Context, hit: Hit, proposers: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """The executors among those found, and who then wants it.

    The subject of «возьмусь» and «обязуюсь» promises for himself; the subject of «должен» is who is
    to act, and the one who says so is the speaker.
    """
    if not hit.frame.takes("executor", "nominative"):
        return [], proposers
    if hit.frame.kind is Kind.ASSIGNMENT:
        return [replace(m, role=Role.EXECUTOR) for m in proposers], []
    stated = [replace(m, role=Role.EXECUTOR) for m in proposers if m.source is PartySource.STATED]
    others = [m for m in proposers if m.source is not PartySource.STATED]
    speaker = speaker_of(context, hit.start) if not others else None
    return stated, others or ([speaker] if speaker else [])


def _stated(context: Context, hit: Hit, found: Found, sentence: Span) -> list[Phrase]:
    """Whom the sentence itself names, the surest construction first."""
    doc = context.doc
    if hit.diathesis == "phrase" and low(doc[hit.start]) in ("я", "мы"):
        return [Phrase(hit.start, hit.start + 1, doc[hit.start], "PER")]
    idea = hit.noun is not None or doc[hit.head].pos_ == "NOUN"
    if _puts_forward(context, hit) and (
        put := [p for p in left_subject(context, hit, sentence) if is_party(p)]
    ):
        return put
    if idea and (owned := owner(context, hit, sentence)):
        return owned
    if settles(hit) and hit.frame.kind in PUT_FORWARD:
        # «Комиссия отклонила просьбу о переносе»: who rules on it does not ask for it.
        return []
    left = _own_clause(
        context, hit, found, left_subject(context, _governor(context, hit, sentence), sentence)
    )
    if left and hit.diathesis != "first_person":
        return with_company(context, left, hit) + _partners(context, hit, found)
    if unnamed := anybody(context, hit, sentence):
        return unnamed
    if found.proposers:
        return found.proposers + _partners(context, hit, found)
    if together := _partners(context, hit, found):
        return together
    if named := holder(context, hit, sentence, [s for c in found.contents for s in c]):
        return named
    in_turn = context.blocks[context.block_index(hit.start)].speaker_span is not None
    told = hit.diathesis not in _DIRECT or not in_turn
    if told and _subjectless(context, hit) and (said := reporter(context, hit, sentence)):
        return said
    above = subject_above(context, hit.start) if hit.diathesis == "active" else []
    if not (left or above) and hit.diathesis in ("active", "phrase", "support"):
        above = list_subject(context, _verb(context, hit))
    return left or above or dropped.by_place(context, hit, sentence)


def _puts_forward(context: Context, hit: Hit) -> bool:
    """«Участники выдвинули идею летней школы»: who does so, and not what the noun is of.

    Of «поддержали предложение Орлова» the owner wants it, of «озвучила просьбу жителей» the residents.
    """
    verb = context.doc[hit.head]
    if lemmas(verb.text) & set(gazetteer("proposer-cues")["relaying"]):
        return False
    active = hit.diathesis == "support" and is_finite(verb) and feature(verb, "Voice") != "Pass"
    return active and not settles(hit) and not verb.text.endswith(("ся", "сь"))


def _verb(context: Context, hit: Hit) -> int:
    """The finite verb of a trigger of several words («сочла необходимым»), else its head."""
    return next((i for i in range(hit.start, hit.end) if is_finite(context.doc[i])), hit.head)


def _governor(context: Context, hit: Hit, sentence: Span) -> Hit:
    """«Он носится с мыслью …»: of a noun that stands alone, the verb whose clause it is in."""
    if hit.diathesis != "noun":
        return hit
    for i in range(hit.start - 1, sentence.start, -1):
        token = context.doc[i]
        if token.text in ";:–—" or is_infinitive(token):
            return hit
        if is_finite(token) and feature(token, "Voice") != "Pass":
            return replace(hit, diathesis="active", head=i, start=i, end=i + 1)
    return hit


def _own_clause(context: Context, hit: Hit, found: Found, phrases: list[Phrase]) -> list[Phrase]:
    """The subject on the left, unless a surer one was met between trigger and content."""
    inside = phrases and any(
        a <= phrases[0].start < b for spans in found.contents for a, b in spans
    )
    if inside and (found.proposers or not can_act(phrases[0])):
        # «Ответ на жалобу взял на себя отдел кадров»: what is in the content does not act.
        return []
    if not phrases or not found.proposers:
        return phrases
    if phrases[0].start < found.region[0] and not passive(hit, context):
        right = found.proposers[0]
        return [] if right.label == "PER" or low(right.head) in ("он", "она", "они") else phrases
    return phrases


def _subjectless(context: Context, hit: Hit) -> bool:
    """Whether the sentence has room for somebody who says it."""
    if hit.diathesis in ("predicative", "phrase", "noun", *_DIRECT, *_PASSIVE):
        return True
    words = lemmas(context.doc[hit.head].text)
    return bool(words & set(gazetteer("proposer-cues")["impersonal"]))


def _partners(context: Context, hit: Hit, found: Found) -> list[Phrase]:
    """«Договорились с главой …», «завучу хочется …»: the other side, and who feels the wish."""
    doc = context.doc
    together = hit.frame.kind is Kind.AGREEMENT and hit.noun is None and hit.end + 1 < len(doc)
    if together and low(doc[hit.end]) in ("с", "со"):
        phrase = context.phrase_at(hit.end + 1)
        if phrase and phrase.has_case("Ins") and is_party(phrase):
            return [phrase]
    if lemmas(doc[hit.head].text) & set(gazetteer("proposer-cues")["dative_wish"]):
        for phrase in reversed(context.phrases_in(found.region[0], hit.start)):
            if phrase.has_case("Dat") and (is_party(phrase) or low(phrase.head) in ("нам", "мне")):
                return [phrase]
    return []


def _narrated(context: Context, hit: Hit) -> bool:
    """A plural or passive past without an agent tells of others than the speaker of the turn."""
    token = context.doc[hit.head]
    if hit.diathesis in _PASSIVE:
        return hit.frame.kind in _COLLECTIVE_KINDS
    if hit.diathesis == "active" and any(
        low(t) == "бы" for t in context.doc[hit.end : hit.end + 2]
    ):
        # «Просили бы Совет обратиться …» is said by the speaker.
        return False
    if hit.diathesis in ("active", "support"):
        return feature(token, "Number") == "Plur" or feature(token, "Gender") == "Neut"
    return False


def _bracketed(context: Context, hit: Hit, sentence: Span) -> list[Mention]:
    """«Хотелось бы, чтобы … (Тулупов).»: a name alone in brackets at the end owns the words."""
    doc = context.doc
    end = sentence.end
    while end > sentence.start and doc[end - 1].text in ".!…":
        end -= 1
    if end - 1 <= hit.end or doc[end - 1].text != ")":
        return []
    opening = next((i for i in range(end - 2, hit.end, -1) if doc[i].text == "("), None)
    owned = opening is not None and any(p.end == opening for p in context.parties_in(hit.end, end))
    if opening is None or owned or hit.frame.kind in _COLLECTIVE_KINDS:
        return []
    people = [p for p in context.parties_in(opening + 1, end - 1) if p.label == "PER"]
    covered = sum(p.end - p.start for p in people)
    if people and covered >= end - 2 - opening - (len(people) - 1) * 1:
        return [Mention(p, PartySource.STATED) for p in people]
    return []
