"""Whose a noun is: «по предложению Гринёва», «мысль подал Орлов», «автором идеи выступил завуч»."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, is_nominal, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.reporters import is_crowd, is_party, with_members
from predlozheno.proposals.slots.subjects import coordinated
from predlozheno.resources import gazetteer

_SOURCE_REACH = 8
_OURS = frozenset("наше наша наши нашего нашей мое моя мой моего моей мои".split())
_THEIRS = frozenset("его ее их".split())
_AUTHORS = frozenset(("автор", "инициатор"))


def owner(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«по предложению проф. Гринёва», «его затея», «предложение от жителей», «мысль подал Орлов»."""
    doc, i = context.doc, hit.noun if hit.noun is not None else hit.head
    phrase = context.phrase_at(i + 1) if i + 1 < sentence.end else None
    owns = phrase is not None and (phrase.has_case("Gen") or phrase.label == "PER")
    if phrase and owns and is_party(phrase):
        return [phrase, *coordinated(context, phrase, "Gen", sentence.end)]
    window = [*range(i - 1, max(sentence.start, i - 3) - 1, -1)]
    for k in window:
        if low(doc[k]) in _OURS:
            speaker = speaker_of(context, k)
            return [] if speaker else [Phrase(k, k + 1, doc[k], "PER")]
        if low(doc[k]) in _THEIRS:
            return [Phrase(k, k + 1, doc[k])]
    return (
        _author(context, i, sentence)
        or _brought(context, i, sentence)
        or _belongs(context, hit, sentence)
        or _from(context, hit, sentence)
        or _writer(context, i, sentence)
        or _giver(context, hit, sentence)
        or _having(context, i, sentence)
    )


def _belongs(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«Ей же принадлежит предложение …»: the dative is whose it is."""
    if not any("принадлежать" in lemmas(t.text) for t in context.doc[hit.start : hit.end]):
        return []
    phrases = context.phrases_in(sentence.start, hit.start)
    phrases = [p for p in phrases if p.has_case("Dat") or low(p.head) in ("ей", "ему", "им")]
    return [p for p in phrases if is_party(p)][-1:]


def _author(context: Context, noun: int, sentence: Span) -> list[Phrase]:
    """«Автором идеи открыть музей выступил завуч», «инициатором переноса стал союз»."""
    doc = context.doc
    if noun <= sentence.start or not lemmas(doc[noun - 1].text) & _AUTHORS:
        return []
    verb = next((t for t in doc[noun + 1 : sentence.end] if is_finite(t)), None)
    phrase = (
        context.phrase_at(verb.i + 1) if verb is not None and verb.i + 1 < sentence.end else None
    )
    return [phrase] if phrase and phrase.has_case("Nom") and is_party(phrase) else []


def _brought(context: Context, noun: int, sentence: Span) -> list[Phrase]:
    """«Поправки, внесённые группой Трошина: …»: the agent of the participle behind the noun."""
    doc = context.doc
    comma = noun + 1 < sentence.end and doc[noun + 1].text == ","
    verb = noun + (2 if comma else 1)
    if verb + 1 >= sentence.end or not lemmas(doc[verb].text) & set(
        gazetteer("proposer-cues")["giving"]
    ):
        return []
    phrase = context.phrase_at(verb + 1)
    passive = feature(doc[verb], "Voice") == "Pass"
    if phrase is None or not passive or not phrase.has_case("Ins"):
        return []
    return [with_members(context, phrase)] if is_party(phrase) or is_crowd(phrase) else []


def _having(context: Context, noun: int, sentence: Span) -> list[Phrase]:
    """«У него оказался встречный план», «у меня поправка»: who has the idea."""
    doc = context.doc
    for i in range(noun - 1, max(sentence.start, noun - _SOURCE_REACH) - 1, -1):
        if low(doc[i]) == "у":
            phrase = context.phrase_at(i + 1)
            near = phrase is not None and not any(t.text in ",;:" for t in doc[phrase.end : noun])
            return [phrase] if phrase and near and is_party(phrase) else []
        if doc[i].text in ",;:" or is_infinitive(doc[i]):
            return []
    return []


def _from(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«поступило предложение от жителей», «инициатива исходит от второго участника»."""
    doc = context.doc
    if before := _right_before(context, hit, sentence):
        return before
    for i in range(hit.start, sentence.end - 1):
        if low(doc[i]) in ("от", "ото"):
            phrase = context.phrase_at(i + 1)
            near = any(hit.start <= k < hit.end or k == hit.noun for k in range(i - 3, i))
            carried = set(gazetteer("proposer-cues")["carried"])
            near = near or any(lemmas(t.text) & carried for t in doc[max(hit.start, i - 3) : i])
            if phrase and near and phrase.has_case("Gen") and is_party(phrase):
                return [_named(context, phrase, sentence.end)]
    return []


def _writer(context: Context, noun: int, sentence: Span) -> list[Phrase]:
    """«Поступило заявление депутата Комова с просьбой …»: who wrote the paper."""
    doc, papers = context.doc, set(gazetteer("proposer-cues")["papers"])
    if noun - 1 <= sentence.start or low(doc[noun - 1]) not in ("с", "со"):
        return []
    for phrase in context.parties_in(sentence.start, noun - 1):
        behind = phrase.start > sentence.start and lemmas(doc[phrase.start - 1].text) & papers
        owns = phrase.has_case("Gen") or phrase.label == "PER"
        if phrase.end == noun - 1 and behind and owns and is_party(phrase):
            return [phrase]
    return []


def _right_before(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«От родителей поступило предложение»: the source that stands right before the verb."""
    doc, first = context.doc, max(sentence.start, hit.start - _SOURCE_REACH)
    for i in range(hit.start - 1, first - 1, -1):
        if low(doc[i]) in ("от", "ото"):
            phrase = context.phrase_at(i + 1)
            phrase = with_members(context, phrase) if phrase is not None else None
            if phrase is None or not (is_party(phrase) or is_crowd(phrase)):
                return []
            # «От жителей улицы Косой прозвучала»: the name of a street is no word of the phrase.
            if phrase.end < hit.start and all(
                is_nominal(t) or t.pos_ == "ADJ" for t in doc[phrase.end : hit.start]
            ):
                phrase = Phrase(phrase.start, hit.start, phrase.head, phrase.label)
            return [phrase] if phrase.end == hit.start else []
    return []


def _named(context: Context, phrase: Phrase, end: int) -> Phrase:
    """Of «второго участника, ООО «Гранит»» the name."""
    following = coordinated(context, phrase, "Gen", end) if phrase.label != "PER" else []
    comma = phrase.end < end and context.doc[phrase.end].text == ","
    return following[0] if comma and following and following[0].label in ("PER", "ORG") else phrase


def _giver(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«Мысль преподавать дистанционно подал Желнин»: behind a verb that gives the idea."""
    if hit.diathesis != "noun":
        return []
    doc, giving = context.doc, set(gazetteer("proposer-cues")["giving"])
    for token in doc[hit.end : sentence.end - 1]:
        if is_finite(token) and lemmas(token.text) & giving:
            phrase = context.phrase_at(token.i + 1)
            if phrase and phrase.has_case("Nom") and is_party(phrase):
                return [phrase]
    return []
