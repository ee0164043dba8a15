"""A rule in force: what a law, a contract or a norm prescribes is nobody's wish."""

from __future__ import annotations

import itertools

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_nominal, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal, clause_start
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_LAW_REACH = 4
_RULE_REACH = 8
# «в случаях, предусмотренных законом», «в сроки, установленные приказом».
_LAID_DOWN = ("предусмотренн", "установленн", "определенн", "закрепленн", "предписанн")
# «В договоре сказано, что …».
_READS = frozenset(
    "сказано говорится написано записано прописано указано установлено предусмотрено".split()
)
_HEADS = frozenset(("врач",))
_NAMED = frozenset("ней нему ним".split())
_HOLDING = frozenset("считать полагать думать".split())
# «В обязательном порядке»: how it is to be done, and no rule.
_MANNER = ("обязательн", "срочн", "первоочередн", "рабоч", "плановом", "ускоренн", "приоритетн")
_ARTICLES = frozenset("ст ч п пп фз".split())


def law(hit: Hit, sentence: Span) -> Refusal | None:
    """«Водный кодекс обязывает …», «законом предписано …»: a rule in force, nobody's wish."""
    doc, words = sentence.doc, set(gazetteer("qualifiers")["law_nouns"])
    if _is_amended(hit) or _is_held(hit, sentence):
        return None
    if hit.frame.kind is Kind.NEED and (found := _by_law(hit, sentence, words)):
        return found
    if hit.diathesis not in ("active", "short_passive", "reflexive_passive", "predicative"):
        return None
    cases = ("Nom", "") if hit.diathesis == "active" else ("Ins", "Loc", "Dat", "Nom", "")
    for token in doc[clause_start(doc, sentence.start, hit.start) : hit.start]:
        lemma_set = word_lemmas(token.text, pos=("NOUN", "ADJ"))
        told = case_of(token) == "Dat" and not _governed(doc, token)
        told = told or _of_the_house(doc, token) or _says_how(token)
        if told or not (lemma_set & words and case_of(token) in cases):
            # «Врачу нужен дом»: a norm prescribes in the dative behind «по» or «согласно» alone.
            continue
        if not _subject_matter(token):
            return Refusal("law", f"«{token.text}» says it, not a speaker")
    return _law_behind(hit, sentence, words) or _law_as_subject(hit, sentence, words)


def _is_amended(hit: Hit) -> bool:
    """«В законе предлагается заменить …», «Закон предлагается дополнить»: no rule puts forward."""
    return hit.diathesis == "reflexive_passive" and hit.frame.kind is Kind.PROPOSAL


def _is_held(hit: Hit, sentence: Span) -> bool:
    """«Считаем, что порядок сдачи должен меняться»: a view of the speaker about the rule."""
    doc = sentence.doc
    for token in doc[sentence.start : hit.start]:
        holds = feature(token, "Person") == "1" and word_lemmas(token.text) & _HOLDING
        if holds and [low(t) for t in doc[token.i + 1 : token.i + 3]] == [",", "что"]:
            return True
    return False


def _by_what_was_named(hit: Hit, sentence: Span) -> Refusal | None:
    """«Чего стоит статья шестая! По ней бригада обязана …»: the rule was named before."""
    for by, named in itertools.pairwise(sentence[:3]):
        if low(by) == "по" and low(named) in _NAMED and hit.frame.takes("executor", "nominative"):
            return Refusal("law", f"«{by.text} {named.text}»: a rule named before says it")
    return None


def _of_the_house(doc: Doc, noun: Token) -> bool:
    """«Главный врач требует …»: he who heads a house, and no doctor's advice."""
    before = doc[max(0, noun.i - 1) : noun.i]
    return bool(word_lemmas(noun.text) & _HEADS) and any(t.pos_ == "ADJ" for t in before)


def _says_how(token: Token) -> bool:
    return low(token) == "порядке" and token.i > 0 and low(token.nbor(-1)).startswith(_MANNER)


def _governed(doc: Doc, noun: Token) -> bool:
    return any(
        low(t) in ("по", "согласно", "вопреки", "благодаря")
        for t in doc[max(0, noun.i - _LAW_REACH) : noun.i]
    )


def _subject_matter(token: Token) -> bool:
    """«Комиссии по регламенту …»: what a body is for does not prescribe anything."""
    before = token.doc[max(0, token.i - 3) : token.i]
    by = next((t for t in before if low(t) in ("по", "о", "об")), None)
    return by is not None and by.i > 0 and is_nominal(token.doc[by.i - 1])


def _by_law(hit: Hit, sentence: Span, words: set[str]) -> Refusal | None:
    """«Согласно приказу министерства, школа обязана …», «подпись нужна по приказу»."""
    for token in sentence:
        near = abs(token.i - hit.start) <= _RULE_REACH
        if not near or low(token) not in ("согласно", "соответствии", "по"):
            continue
        for noun in sentence.doc[token.i + 1 : min(token.i + _LAW_REACH, sentence.end)]:
            if noun.text in ",;:–—":
                break
            if word_lemmas(noun.text, pos="NOUN") & words and feature(noun, "Case") in (
                "Dat",
                "Ins",
            ):
                return Refusal("law", f"«{noun.text}» says it, not a speaker")
            if low(noun) in _ARTICLES and low(token) != "по":
                return Refusal("law", f"«{noun.text}.» says it, not a speaker")
    return (
        _by_what_was_named(hit, sentence)
        or _laid_down(hit, sentence, words)
        or _reads(hit, sentence, words)
    )


def _laid_down(hit: Hit, sentence: Span, words: set[str]) -> Refusal | None:
    """«В случаях, предусмотренных законом, работодатель обязан …»."""
    if not hit.frame.takes("executor", "nominative"):
        return None
    for token in sentence:
        if low(token).startswith(_LAID_DOWN):
            behind = sentence.doc[token.i + 1 : min(token.i + 1 + _LAW_REACH, sentence.end)]
            noun = next((t for t in behind if word_lemmas(t.text, pos="NOUN") & words), None)
            if noun is not None:
                return Refusal("law", f"«{noun.text}» says it, not a speaker")
    return None


def _reads(hit: Hit, sentence: Span, words: set[str]) -> Refusal | None:
    """«В договоре сказано, что управляющий обязан …»: a paper is quoted."""
    doc = sentence.doc
    for token in doc[sentence.start : hit.start]:
        if low(token) not in _READS:
            continue
        said = low(doc[token.i + 2]) == "что" if token.i + 2 < hit.start else False
        before = doc[max(sentence.start, token.i - _LAW_REACH) : token.i]
        paper = next((t for t in before if word_lemmas(t.text, pos="NOUN") & words), None)
        if said and paper is not None:
            return Refusal("law", f"«{paper.text}» says it, not a speaker")
    return None


def _law_behind(hit: Hit, sentence: Span, words: set[str]) -> Refusal | None:
    """«чего требует закон», «утверждён приказом министра»: it stands right behind the verb."""
    if hit.diathesis not in ("active", "short_passive"):
        return None
    case = "Nom" if hit.diathesis == "active" else "Ins"
    for token in sentence.doc[hit.end : min(hit.end + _LAW_REACH, sentence.end)]:
        if token.text in ",;:–—." or is_finite(token):
            break
        if word_lemmas(token.text, pos="NOUN") & words and feature(token, "Case") == case:
            return Refusal("law", f"«{token.text}» says it, not a speaker")
    return None


def _law_as_subject(hit: Hit, sentence: Span, words: set[str]) -> Refusal | None:
    """«Порядок приёма, утверждённый приказом, требует …»: the subject stands before a comma."""
    if hit.diathesis != "active":
        return None
    for token in sentence.doc[sentence.start : hit.start]:
        if is_finite(token) and feature(token, "Variant") != "Short" and not _aside(token):
            return None
        subject = feature(token, "Case") == "Nom" or token.dep_.startswith("nsubj")
        if token.pos_ in ("NOUN", "PROPN") and subject:
            found = word_lemmas(token.text, pos="NOUN") & words
            found = frozenset() if _of_the_house(sentence.doc, token) else found
            return Refusal("law", f"«{token.text}» says it, not a speaker") if found else None
    return None


def _aside(token: Token) -> bool:
    """«закон, напомню, обязывает»: a word between two commas belongs to no clause."""
    doc = token.doc
    return doc[token.i - 1].text == "," and token.i + 1 < len(doc) and doc[token.i + 1].text == ","
