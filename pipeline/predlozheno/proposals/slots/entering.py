"""Bodies that are entered or taken part in: «войти в лигу», «включить юриста в состав комиссии»."""

from __future__ import annotations

from spacy.tokens import Doc

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_infinitive, low
from predlozheno.proposals.slots.bodies import can_act, cues, is_body
from predlozheno.records.schema import PartySource, Role
from predlozheno.resources import gazetteer

_VERB_REACH = 9
# «участвовать в организациях …, таких как Союз»: further off, but named as an example.
_LISTED_REACH = 12
_MEMBERSHIPS = frozenset(
    [
        ("в", "состав"),
        ("в", "члены"),
        ("в", "ряды"),
        ("в", "число"),
        ("из", "состава"),
        ("из", "членов"),
        ("из", "рядов"),
    ]
)
_MEMBER = ("членом", "членами")
_GENDERS = {
    "него": ("Masc", "Neut"),
    "его": ("Masc", "Neut"),
    "нее": ("Fem",),
    "ее": ("Fem",),
}
_PRONOUNS = ("него", "нее", "них")
_OBLIQUE = ("Dat", "Ins", "Loc")


def joining_words(doc: Doc, start: int, end: int) -> frozenset[int]:
    """Tokens that say that a body is entered or taken part in."""
    return frozenset(
        t.i
        for t in doc[start:end]
        if (is_infinitive(t) or t.pos_ in ("NOUN", "VERB"))
        and (word_lemmas(t.text) & cues("joined") or _sends(doc, t.i, end))
    )


def is_joint(phrase: Phrase) -> bool:
    """«Сети инспекторов», «форуму»: bodies only where they are made or entered."""
    opened = low(phrase.head.doc[phrase.start - 1]) if phrase.start else ""
    joined = opened in gazetteer("target-cues")["joined_prepositions"]
    return joined and bool(word_lemmas(phrase.head.text) & cues("made"))


def enters(doc: Doc, phrase: Phrase, start: int, joining: frozenset[int]) -> bool:
    """Whether the nearest verb before the phrase enters it: «войти в», «членов», «таких как»."""
    one = is_body(phrase) or is_joint(phrase)
    one = one and feature(phrase.head, "Number") == "Sing"
    if phrase.start <= start or not (phrase.label or one):
        return False
    inside = low(doc[phrase.start - 1]) in ("в", "во") and case_of(phrase.head) == "Loc"
    if inside and not can_be(phrase.head, case="Acc") and not _takes_part(doc, joining):
        # «Ввести в школах курс»: where it happens, and not what is entered.
        return False
    if _as_member(doc, phrase, start) or _before_verb(doc, phrase, joining):
        return True
    if _is_admitted_to(doc, phrase, start):
        return True
    listed = doc[phrase.start - 1].lower_ == "как"
    reach = _LISTED_REACH if listed else _VERB_REACH
    for i in range(phrase.start - 1, max(start, phrase.start - reach) - 1, -1):
        if i in joining:
            between = doc[i + 1 : phrase.start]
            near = between if listed else between[-1:]
            if word_lemmas(doc[phrase.start - 1].text) & cues("membership"):
                near = doc[max(start, phrase.start - 3) : phrase.start]
            elif not listed and _held(doc, phrase.start - 2, i):
                return False
            return any(low(t) in gazetteer("target-cues")["joined_prepositions"] for t in near)
        if is_infinitive(doc[i]):
            return False
    return False


def _takes_part(doc: Doc, joining: frozenset[int]) -> bool:
    """«Участвовать в лиге», «участие в форуме»."""
    return any(word_lemmas(doc[i].text) & {"участвовать", "участие"} for i in joining)


def _as_member(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«Принять завод в члены кластера», «исключить из состава жюри»: whatever the verb is."""
    return is_body(phrase) and behind_membership(doc, phrase.start, start)


def behind_membership(doc: Doc, position: int, start: int) -> bool:
    """«В состав | жюри», «стать членом | ассоциации», «избрать членом | правления»."""
    if position - 2 < start:
        return False
    before = low(doc[position - 2]), low(doc[position - 1])
    return before[1] in _MEMBER or before in _MEMBERSHIPS


def seats(doc: Doc, phrase: Phrase, joining: frozenset[int]) -> bool:
    """«Участие в заседании | представителей провинции»: who takes part, and not in what."""
    delegates = bool(word_lemmas(phrase.head.text) & cues("delegates"))
    part = _takes_part(doc, joining) and doc[phrase.start - 1].pos_ == "NOUN"
    return delegates and part and phrase.has_case("Gen")


def own_seat(context: Context, phrase: Phrase) -> Phrase:
    """«Ассоциации» of «членом ассоциации»: where the seat is."""
    held = phrase.start > 0 and context.doc[phrase.start - 1].pos_ == "ADP"
    if held or low(phrase.head) not in _MEMBER or phrase.head.i + 1 >= phrase.end:
        return phrase
    body = context.phrase_at(phrase.head.i + 1)
    return body if body is not None and is_body(body) and body.end == phrase.end else phrase


def _is_admitted_to(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«Принять Камышинский район в ассоциацию»; no «принять мост в эксплуатацию»."""
    if low(doc[phrase.start - 1]) not in ("в", "во") or not can_be(phrase.head, case="Acc"):
        return False
    before = range(phrase.start - 2, max(start, phrase.start - _VERB_REACH) - 1, -1)
    verb = next((i for i in before if is_infinitive(doc[i]) or is_finite(doc[i])), None)
    if verb is None or not word_lemmas(doc[verb].text) & cues("admitting"):
        return False
    between = doc[verb + 1 : phrase.start - 1]
    return any(
        t.text[:1].isupper()
        or feature(t, "Animacy") == "Anim"
        or word_lemmas(t.text) & cues("territories")
        for t in between
    )


def _before_verb(doc: Doc, phrase: Phrase, joining: frozenset[int]) -> bool:
    """«Чтобы в жюри вошли учителя»: the body stands before its verb."""
    first = phrase.start - 1
    first -= bool(word_lemmas(doc[first].text) & cues("membership"))
    opened = low(doc[first]) in gazetteer("target-cues")["joined_prepositions"]
    acts = [i for i in (phrase.end, phrase.end + 1) if i in joining]
    # «В работе комиссии примут участие наблюдатели»
    taking = _is_verb(doc, phrase.end) and phrase.end + 1 in acts
    return opened and (taking or any(_is_verb(doc, i) for i in acts))


def _is_verb(doc: Doc, i: int) -> bool:
    """Whether a finite verb or an infinitive stands there."""
    return i < len(doc) and (is_finite(doc[i]) or is_infinitive(doc[i]))


def _held(doc: Doc, before: int, verb: int) -> bool:
    """«Включить вопрос об обращении к губернатору»: the preposition belongs to a noun before it."""
    return before > verb and doc[before].pos_ == "NOUN" and case_of(doc[before]) in _OBLIQUE


def is_petition(doc: Doc, phrase: Phrase, end: int) -> bool:
    """«Войти в ректорат с представлением», «выйти к директору с требованием»: it is put to them."""
    if phrase.end + 1 >= end or low(doc[phrase.end]) not in ("с", "со"):
        return False
    return bool(word_lemmas(doc[phrase.end + 1].text) & cues("petitions"))


def taken_up(context: Context, start: int, end: int, joining: frozenset[int]) -> list[Mention]:
    """«… комитет и делегировать в него капитанов», «ввести в его состав»: the body named before."""
    doc = context.doc
    for i in range(start, end - 1 if joining else start):
        word, behind = low(doc[i + 1]), doc[min(i + 2, end - 1)]
        owns = word in ("его", "ее", "их") and word_lemmas(behind.text) & cues("membership")
        if low(doc[i]) not in gazetteer("target-cues")["joined_prepositions"]:
            continue
        if (word in _PRONOUNS or owns) and (body := _body_before(context, i, word)):
            return [Mention(body, PartySource.CONTEXT, role=Role.JOINED)]
    return []


def _body_before(context: Context, token: int, pronoun: str) -> Phrase | None:
    """The nearest body that agrees with the pronoun, in its sentence or the one before."""
    doc, sentence = context.doc, context.doc[token].sent
    first = doc[sentence.start - 1].sent.start if sentence.start else 0
    bodies = [
        p
        for p in (*context.parties_in(first, token), *context.phrases_in(first, token))
        if (p.label == "ORG" or (not p.label and is_body(p))) and low(doc[p.start - 1]) != "при"
    ]
    for phrase in sorted(bodies, key=lambda p: -p.start):
        many, gender = feature(phrase.head, "Number") == "Plur", feature(phrase.head, "Gender")
        fits = many if pronoun in ("них", "их") else not many and gender in _GENDERS[pronoun]
        if fits:
            return phrase
    return None


def entrant(context: Context, phrase: Phrase, start: int) -> bool:
    """«Вступление агентства в лигу», «присоединение обеих сторон к …»: who is to enter."""
    if phrase.start <= start or not can_act(phrase) or not phrase.has_case("Gen"):
        return False
    doc, noun = context.doc, context.doc[phrase.start - 1]
    if noun.pos_ != "NOUN" or not word_lemmas(noun.text) & cues("entering"):
        return False
    verbs = [t for t in doc[start : noun.i] if is_infinitive(t) or is_finite(t)]
    return all(word_lemmas(verb.text) & cues("providing") for verb in verbs)


def _sends(doc: Doc, verb: int, end: int) -> bool:
    """«Направить наблюдателей в комитет»: a verb of sending whose object is to sit there."""
    if not word_lemmas(doc[verb].text) & cues("sending"):
        return False
    return any(word_lemmas(t.text) & cues("delegates") for t in doc[verb + 1 : min(end, verb + 5)])
