"""Who acts in a clause of what is wanted: «чтобы витрины привёз автоклуб», «что мост достроит край»."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from predlozheno.language.actions import is_action
from predlozheno.language.morphology import can_be, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import agrees, feature, is_finite, is_infinitive, low
from predlozheno.proposals.slots.bodies import can_act, cues, is_named, widened

# «Расходы взял на себя профком»: the words between the verb and who does it.
_AGENT_REACH = 5
_UPON = ("на", "себя")
_ASIDE = frozenset(
    "сам сама сами уже также тоже впредь потом теперь лично сообща вместе совместно поровну".split()
)


def clause_subjects(context: Context, start: int, end: int) -> list[Phrase]:
    """The nominative before the verb of a clause, or behind it, with those joined to it."""
    doc = context.doc
    verb = next((t for t in doc[start:end] if is_finite(t)), None)
    if verb is None or feature(verb, "Person") in ("1", "2"):
        return []
    if any(is_infinitive(t) for t in doc[start : verb.i]) or _happens(doc, verb, end):
        return []
    for phrase in context.phrases_in(start, verb.i):
        if phrase.has_case("Nom") and can_act(phrase) and _free(doc, phrase, start):
            return [widened(context, phrase), *fellows_of(context, phrase, verb, verb.i)]
    place = _behind(doc, verb.i + 1, end)
    following = context.phrase_at(place) if place < end else None
    if following and following.end <= end and (can_act(following) or _is_name(following)):
        fellows = fellows_of(context, following, verb, end)
        # «Чтобы вернули отделение» has no subject.
        many = can_be(following.head, case="Nom", number="Plur")
        one = feature(verb, "Number") == "Plur" and not many
        fits = agrees(following.head, verb) or _can_agree(following.head, verb)
        if can_be(following.head, case="Nom") and fits and (fellows or not one):
            return [widened(context, following), *fellows]
    return []


def _can_agree(head: Token, verb: Token) -> bool:
    """Whether the dictionary has a nominative that agrees, whatever the tagger took the word for."""
    number, gender = feature(verb, "Number"), feature(verb, "Gender")
    if not (number and gender):
        return False
    return can_be(head, case="Nom", number=number, gender=gender)


def _happens(doc: Doc, verb: Token, end: int) -> bool:
    """«Практики будут проходить зимой», «фонд заработает»: nobody carries anything out."""
    if lemmas(verb.text) & {"быть", "стать"}:
        inner = next((t for t in doc[verb.i + 1 : min(end, verb.i + 6)] if is_infinitive(t)), None)
        return inner is not None and bool(lemmas(inner.text) & cues("happening"))
    return bool(lemmas(verb.text) & cues("happening"))


def is_laden(context: Context, phrase: Phrase, start: int) -> bool:
    """«Возложить руководство на институт»: on whom an inner verb lays it."""
    doc, place = context.doc, phrase.start - 1
    if place <= start or low(doc[place]) != "на" or not can_act(phrase):
        return False
    inner = (t for t in doc[start:place] if is_infinitive(t))
    return any(lemmas(t.text) & cues("laying") for t in inner)


def is_agent(context: Context, phrase: Phrase, start: int) -> bool:
    """«Вывоз снега собственниками», «рассмотрен комиссией»: the instrumental of who does it."""
    doc = context.doc
    if phrase.start <= start or not can_act(phrase) or doc[phrase.start - 1].pos_ == "ADP":
        return False
    plain = can_be(phrase.head, case="Ins") and not can_be(phrase.head, case="Nom")
    if not phrase.has_case("Ins") or not plain:
        return False
    for i in range(phrase.start - 1, max(start, phrase.start - _AGENT_REACH) - 1, -1):
        token = doc[i]
        if is_infinitive(token) or token.text in ",;:" or token.pos_ == "ADP":
            return False
        if feature(token, "VerbForm") == "Part":
            return feature(token, "Voice") == "Pass" and feature(token, "Variant") == "Short"
        if is_finite(token) or lemmas(token.text) & cues("ruling"):
            return False
        if token.pos_ == "NOUN" and _is_action(token):
            return True
    return False


def _is_action(noun: Token) -> bool:
    return any(is_action(lemma) or lemma in cues("actions") for lemma in lemmas(noun.text))


def _behind(doc: Doc, place: int, end: int) -> int:
    """Over «на себя» and adverbs: where the subject behind the verb can begin."""
    if place + 2 < end and (low(doc[place]), low(doc[place + 1])) == _UPON:
        place += 2
    while place < end - 1 and (low(doc[place]) in _ASIDE or lemmas(doc[place].text) & _ASIDE):
        place += 1
    return place


def _is_name(phrase: Phrase) -> bool:
    return phrase.head.pos_ == "PROPN" and is_named(phrase)


def fellows_of(context: Context, first: Phrase, verb: Token, end: int) -> list[Phrase]:
    """«Область и район достроят мост»: those joined to the subject of a verb in the plural."""
    found: list[Phrase] = []
    last = first
    while feature(verb, "Number") == "Plur" and last.end + 1 < end:
        if low(context.doc[last.end]) not in ("и", ","):
            break
        phrase = context.phrase_at(last.end + 1)
        if phrase is None or phrase.end > end or not can_be(phrase.head, case="Nom"):
            break
        if not (can_act(phrase) or _is_name(phrase)):
            break
        found.append(phrase)
        last = phrase
    return found


def _free(doc: Doc, phrase: Phrase, start: int) -> bool:
    """No preposition holds the phrase, and no noun that it would be the genitive of."""
    if phrase.start <= start:
        return True
    before = doc[phrase.start - 1]
    owned = before.pos_ in ("NOUN", "PROPN") and can_be(phrase.head, case="Gen")
    return before.pos_ != "ADP" and not owned
