"""Who is charged by a verb inside what is wanted: «прошу поручить комитету …», «обязать дорогу …»."""

from __future__ import annotations

from spacy.tokens import Doc

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Phrase
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.proposals.slots.bodies import can_act, cues

# «Поручить независимую экспертизу института»: how far from the verb its dative stands.
_VERB_REACH = 5


def inner_dative(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«прошу поручить комитету …»: the dative of an inner verb is who is to act."""
    if phrase.start <= start:
        return False
    previous = doc[phrase.start - 1]
    lemma_set = word_lemmas(previous.text)
    behind = doc[phrase.end : phrase.end + _VERB_REACH]
    # «Школьникам-волонтёрам», whom the tagger takes for something else.
    plainly = phrase.has_case("Dat") or can_be(phrase.head, case="Dat", number="Plur")
    if (phrase.label or can_act(phrase)) and plainly:
        acts = any(is_infinitive(t) for t in behind[:1])
        # «Дать комитету протокольное поручение»
        charged = "дать" in lemma_set and any(t.lemma_ == "поручение" for t in behind)
        if charged or lemma_set & cues("inner_dative") or acts and lemma_set & cues("allowing"):
            return True
    if phrase.label and phrase.has_case("Dat") and _told_behind(doc, phrase, start):
        return True
    return (
        phrase.has_case("Acc")
        and is_infinitive(previous)
        and bool(lemma_set & cues("inner_accusative"))
    )


def _told_behind(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«Поручить экспертизу институту»: the dative behind the object of the inner verb."""
    if doc[phrase.start - 1].pos_ == "ADP":
        return False
    for i in range(phrase.start - 1, max(start, phrase.start - _VERB_REACH) - 1, -1):
        if is_infinitive(doc[i]):
            return bool(word_lemmas(doc[i].text) & cues("handing"))
        if doc[i].pos_ == "ADP" or doc[i].text in ",;:–—":
            return False
    return False
