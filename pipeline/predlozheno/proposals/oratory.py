"""What looks like a wish in a speech and is none: views, wishes cited, questions within."""

from __future__ import annotations

import itertools

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.courtesies import WANTING
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_infinitive, is_word, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.speech import is_address
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

# «Сигнал, как надо работать»; behind «что» a clause may be the wish itself.
_ASKING = frozenset("как где куда откуда сколько зачем насколько".split())
_ASKING_REACH = 2
_QUESTIONS = _ASKING | frozenset("почему зачем чей чья чье чьи какой какая какое".split())
_UNDERGOING = "need.dolzhen_byt"
_DONE_REACH = 5
# «Готовы поставлять», «хотят закрыть»: in a speech of others no more than told.
_WILLING = WANTING | {"готовый"}
_OWN = frozenset(("я", "мы", "наш", "хотеться"))


def put_otherwise(context: Context, hit: Hit, sentence: Span) -> Refusal | None:
    """What the words before a trigger show to be a view, a question within or somebody's cited wish."""
    doc = sentence.doc
    before = [low(t) for t in doc[max(sentence.start, hit.start - 1 - _ASKING_REACH) : hit.start]]
    if hit.diathesis == "phrase" and before[-1:] == ["по"]:
        # «по нашему мнению, …»
        return Refusal("reported", "says only whose view it is")
    asks = [i for i, word in enumerate(before) if word in _ASKING and before[i - 1 : i] == [","]]
    if hit.frame.kind is Kind.NEED and hit.diathesis == "predicative" and asks:
        return Refusal("question", f"«{before[asks[-1]]}» asks within the sentence")
    which = any(word.startswith("котор") for word in before)
    if (
        which
        and hit.diathesis == "reflexive_passive"
        and feature(doc[hit.head], "Number") == "Plur"
    ):
        return Refusal("adjectival", "a clause that only describes what is put forward")
    if hit.frame.id == _UNDERGOING and not _undergoes(hit, sentence):
        return Refusal("everyday", "says how something is, and not what is done to it")
    if _granted(hit, sentence) or _held_back(hit, sentence):
        return Refusal("hypothetical", "supposes what did not come to pass")
    if hit.diathesis == "active" and before[-1:] == ["как"] and is_address(context):
        return Refusal("reported", "only cites what others want")
    return None


def _granted(hit: Hit, sentence: Span) -> bool:
    """«Поступи письмо до июля, совет мог бы …», «Работай мы лучше, …»: an imperative that supposes."""
    if len(sentence) <= 2:
        return False
    verb, subject, behind = sentence[0], sentence[1], sentence[2]
    supposes = can_be(verb, pos="VERB", Mood="Imp", Number="Sing")
    named = case_of(subject) == "Nom" and low(subject) not in ("ты", "вы") and behind.text != ","
    return supposes and named and not can_be(subject, case="Acc") and hit.start >= sentence.start


def _held_back(hit: Hit, sentence: Span) -> bool:
    """«Казначей и предложил бы поднять взнос, да боится»: he would, and does not."""
    doc = sentence.doc
    would = hit.diathesis == "active" and any(low(t) == "бы" for t in doc[hit.end : hit.end + 1])
    if not would or any(low(t) in ("я", "мы") for t in doc[sentence.start : hit.start]):
        return False
    behind = doc[hit.end : sentence.end]
    return any(t.text == "," and low(t.nbor(1)) in ("да", "но") for t in behind[:-1])


def hoped_in_vain(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Надеюсь, что это не его слова»: a hope of what is or was, and of nothing to come."""
    if hit.frame.id != "wish.nadeyatsya" or not drafts:
        return None
    words = context.doc[slice(*drafts[0].content_span)]
    verbs = [t for t in words if is_finite(t) or is_infinitive(t)]
    clause = low(context.doc[max(0, drafts[0].content_span[0] - 1)]) == "что"
    to_come = any(is_infinitive(t) or _is_to_come(t) for t in verbs)
    return None if to_come or not clause else Refusal("reported", "hopes of what is or was")


def _is_to_come(verb: Token) -> bool:
    """A future; «будут», «примет», which the tagger takes for a present; a passive with «будет»."""
    if feature(verb, "Tense") == "Past" and feature(verb, "Variant") != "Short":
        return False
    return (
        feature(verb, "Aspect") == "Perf"
        or verb.lemma_ == "быть"
        or feature(verb, "Tense") == "Fut"
    )


def _undergoes(hit: Hit, sentence: Span) -> bool:
    """«Должен быть (уже завтра) снят», and not «должен быть рядом», «должен будет снять»."""
    behind = itertools.takewhile(
        lambda t: t.i < sentence.end and is_word(t), sentence.doc[hit.end : hit.end + _DONE_REACH]
    )
    done = any(feature(t, "VerbForm") == "Part" and is_finite(t) for t in behind)
    before = reversed(sentence.doc[sentence.start : hit.start])
    clause = itertools.takewhile(lambda t: t.text not in ",:;–—", before)
    # «Неясно, за чей счёт дороги должны быть обустроены»
    asked = any(low(t) in _QUESTIONS or low(t).startswith(("каки", "котор")) for t in clause)
    return done and not asked and low(sentence.doc[hit.end - 1]) == "быть"


def wanted_by_others(
    context: Context, hit: Hit, sentence: Span, drafts: list[Draft]
) -> Refusal | None:
    """In a speech «в столице хотят всё закрыть», «некоторые желают уехать»: the speaker tells of it."""
    if hit.frame.kind is not Kind.WISH or not drafts or not is_address(context):
        return None
    words = context.doc[hit.start : hit.end]
    wants = {lemma for t in words for lemma in word_lemmas(t.text)} & _WILLING
    verb = context.doc[hit.head]
    first = feature(verb, "Person") in ("1", "2") or low(verb).startswith("хотелось")
    if not wants or first:
        return None
    ours = _OWN | frozenset(gazetteer("senses")["own_side"])
    clause = context.doc[sentence.start : hit.start]
    if feature(verb, "Number") == "Sing" and not any(case_of(t) == "Nom" for t in clause):
        # «Хотел бы попросить …»: the speaker is left out.
        return None
    around = context.doc[sentence.start : hit.end + 2]
    if any(word_lemmas(t.text) & ours for t in around):
        return None
    return Refusal("reported", f"«{verb.text}» is said of others")
