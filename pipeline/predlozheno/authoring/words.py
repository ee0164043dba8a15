"""Which words of a sentence carry the act, and in which word list of a frame they belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from predlozheno.language.morphology import Analysis, analyses, fold
from predlozheno.proposals.grammar import (
    case_of,
    is_finite,
    is_gerund,
    is_infinitive,
    is_nominal,
    is_word,
    low,
)
from predlozheno.proposals.hits import AUXILIARIES

_VERBAL = frozenset(["VERB", "AUX"])
# Words between a verb and the noun that carries the act with it.
_BETWEEN = frozenset(["ADJ", "DET", "NUM", "ADV", "PART"])
_CARRIED_BY = frozenset(["с", "со"])
_LEADING = frozenset(["о", "об"])


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """The words of a trigger, as a frame lists them.

    Attributes:
        start, end: tokens of the trigger, half-open.
        head: the token whose grammar decides: the verb, the predicative, the noun.
        verbs, nouns, support, predicatives, phrases: dictionary forms; `Frame` tells what each is.
    """

    start: int
    end: int
    head: int
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    predicatives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def main(self) -> str:
        """The word that the entry is named after."""
        return (self.nouns or self.verbs or self.predicatives or self.phrases)[0]

    def lists(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each word list that is not empty, with the key it has in a frame file."""
        for key in ("verbs", "nouns", "support", "predicatives", "phrases"):
            if words := getattr(self, key):
                yield key, words


def marked_words(doc: Doc, start: int, end: int) -> TriggerWords:
    """The words of a trigger that was marked: the tokens from `start` to `end`, half-open."""
    tokens = [t for t in doc[start:end] if is_word(t)]
    own = [t for t in tokens if low(t) not in AUXILIARIES] or tokens
    verbs = [t for t in own if _is_verb(t)]
    nouns = [t for t in own if not _is_verb(t) and t.pos_ in ("NOUN", "PROPN")]
    if len(own) == 1:
        return _single(own[0], start, end)
    if len(verbs) == 1 and len(nouns) == 1 and _carries(doc, verbs[0], nouns[0]):
        return _supported(verbs[0], nouns[0], start, end)
    phrase = " ".join(infinitive(t) if t in verbs else t.lower_ for t in own)
    return TriggerWords(start, end, (verbs or own)[0].i, phrases=(phrase,))


def guessed_words(doc: Doc) -> TriggerWords | None:
    """The words that most likely carry the act of a sentence without marks; None where none can.

    They are its first main verb, with its noun where that leads on to what is wanted («озвучил идею
    о ремонте»), else a word before an infinitive that stands as a predicate («целесообразно создать»).
    """
    verb = next((t for t in doc if _leads(doc, t)), None)
    if verb is None:
        word = next((t for t in doc if _is_predicative(doc, t)), None)
        return _single(word, word.i, word.i + 1) if word is not None else None
    start = verb.i
    while start > 0 and low(doc[start - 1]) in AUXILIARIES:
        start -= 1
    noun = _noun_of(doc, verb)
    if noun is None:
        return _single(verb, start, verb.i + 1)
    return _supported(verb, noun, start, noun.i + 1)


def infinitive(token: Token) -> str:
    """The infinitive of a verb's form, with its «ё»; a passive in -ся is led back to its verb."""
    reading = _verb_reading(token)
    if reading is None:
        return token.lemma_
    normal = str(reading.parse.normal_form)
    bare = normal.removesuffix("ся").removesuffix("сь")
    passive = bare != normal and "impf" in reading.grammemes and not _has_actor(token)
    return (
        bare
        if passive and any(r.known and r.lemma == fold(bare) for r in analyses(bare))
        else normal
    )


def _has_actor(token: Token) -> bool:
    """Whether a party is the subject: «жители бьются» is no passive, «смета вносится» is one."""
    return any(
        span.label_ != "LOC" and any(is_nominal(t) and case_of(t) == "Nom" for t in span)
        for span in token.doc.spans.get("parties", [])
    )


def _single(token: Token, start: int, end: int) -> TriggerWords:
    if _is_verb(token):
        return TriggerWords(start, end, token.i, verbs=(infinitive(token),))
    if token.pos_ in ("NOUN", "PROPN"):
        return TriggerWords(start, end, token.i, nouns=(_nominative(token),))
    return TriggerWords(start, end, token.i, predicatives=_short_forms(token))


def _supported(verb: Token, noun: Token, start: int, end: int) -> TriggerWords:
    return TriggerWords(start, end, verb.i, nouns=(_nominative(noun),), support=(infinitive(verb),))


def _is_verb(token: Token) -> bool:
    shown = is_finite(token) or is_infinitive(token) or is_gerund(token) or token.pos_ in _VERBAL
    return shown and _verb_reading(token) is not None


def _verb_reading(token: Token) -> Analysis | None:
    return next((r for r in analyses(token.text) if r.pos == "VERB"), None)


def _nominative(token: Token) -> str:
    readings = [r for r in analyses(token.text) if r.pos in ("NOUN", "PROPN")]
    return str(readings[0].parse.normal_form) if readings else token.lemma_


def _short_forms(token: Token) -> tuple[str, ...]:
    """All forms of a short adjective («нужен, нужна, нужно, нужны»), else the word as it stands."""
    for reading in analyses(token.text):
        if reading.features.get("Variant") == "Short":
            forms = [f.word for f in reading.parse.lexeme if "ADJS" in f.tag]
            return tuple(dict.fromkeys(forms))
    return (token.lower_,)


def _leads(doc: Doc, token: Token) -> bool:
    """Whether the token is a finite verb of a main clause, and none of «быть»."""
    if low(token) in AUXILIARIES or not (is_finite(token) and _is_verb(token)):
        return False
    for i in range(token.i - 1, -1, -1):
        if doc[i].pos_ == "SCONJ" or low(doc[i]).startswith("котор"):
            return False
        if doc[i].text in ",;:":
            return True
    return True


def _is_predicative(doc: Doc, token: Token) -> bool:
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    short = any(
        r.features.get("Variant") == "Short" or r.grammemes & {"PRED", "Prdx"} or r.pos == "ADV"
        for r in analyses(token.text)
    )
    return short and following is not None and is_infinitive(following)


def _noun_of(doc: Doc, verb: Token) -> Token | None:
    """The noun behind the verb that carries the act: what is wanted stands right behind it."""
    for i in range(verb.i + 1, min(verb.i + 5, len(doc) - 1)):
        token = doc[i]
        if token.pos_ == "NOUN":
            following = doc[i + 2] if doc[i + 1].text == "," and i + 2 < len(doc) else doc[i + 1]
            leads = (
                is_infinitive(following)
                or low(following) in _LEADING
                or low(following) == "чтобы"
                or following.text == ":"
            )
            return token if leads and _carries(doc, verb, token) else None
        if token.pos_ not in _BETWEEN and low(token) not in _CARRIED_BY:
            return None
    return None


def _carries(doc: Doc, verb: Token, noun: Token) -> bool:
    """Whether the noun is the verb's object or its subject, or stands with «с»."""
    left, right = sorted((verb.i, noun.i))
    prepositions = {low(t) for t in doc[left + 1 : right] if t.pos_ == "ADP"}
    if prepositions:
        return prepositions <= _CARRIED_BY
    return case_of(noun) in ("Nom", "Acc", "")
