"""Finds the words that may carry a speech act, and the construction in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import Analysis, analyses, can_be
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    CLAUSE_MARKS,
    SUBORDINATORS,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    is_word,
    low,
)
from predlozheno.proposals.hits import (
    AUXILIARIES,
    Hit,
    gives_way,
    with_auxiliary,
    without_doubles,
)
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.lexicon import Form, Lexicon
from predlozheno.proposals.nominal import noun_hit, support_hit
from predlozheno.proposals.quotations import only_cited
from predlozheno.reading.dictionary import is_only_name, is_order
from predlozheno.records.schema import Kind

_PHRASE_GAP = 3
# The object of a phrase may stand inside it and be longer («принять проект положения за основу»).
_OBJECT_GAP = 8
_OBJECT_WORDS = ("ADJ", "DET", "NUM", "ADP", "CCONJ", "PUNCT")
# How many words of its clause may stand before an imperative («тз напишите», «к обеду принесите»).
_FREE_IMPERATIVE = 6
_PLEA = 3
_WOULD = "proposal.ya_by"
_WISHED = (Kind.PROPOSAL, Kind.RECOMMENDATION, Kind.REQUEST, Kind.WISH, Kind.NEED)


def find_hits(sentence: Span, lexicon: Lexicon) -> list[Hit]:
    """All hits of a sentence in the order of the text; phrases win over the words inside them."""
    doc, texts = sentence.doc, columns(sentence.doc).text
    hits: list[Hit] = []
    for i in range(sentence.start, sentence.end):
        if _is_idle(texts[i], lexicon):
            continue
        token = doc[i]
        forms = lexicon.find(token.text)
        orders = [form for form in forms if form.list_name == "phrases"] and _commands(
            sentence, token
        )
        done = (Kind.DECISION, Kind.ASSIGNMENT) if orders else ()
        hits.extend(h for h in _phrases(sentence, token, forms) if h.frame.kind not in done)
        if any(
            hit.frame.phrases and hit.start <= token.i < max(hit.end, hit.closed)
            for hit in hits
            if hit.noun is None and hit.diathesis == "phrase"
        ):
            continue
        if _commands(sentence, token):
            hits.extend(_imperative_hits(token, lexicon.imperatives))
            forms = [form for form in forms if "2per" not in form.grammemes]
        for form in forms:
            hits.extend(_word_hits(sentence, token, form, lexicon))
        if not forms and (near := lexicon.near(token.text)):
            hits.extend(
                _verb_hit(sentence, token, form, misspelt=True)
                for form in lexicon.find(near)
                if form.list_name == "verbs" and _fits_near_miss(doc, token, form)
            )
    # A word in a construction that its frame does not act in is not a word of that frame.
    hits = [hit for hit in hits if _acts(hit) and not _opens_another(hit, hits)]
    return without_doubles([hit for hit in hits if not gives_way(hit, hits, sentence)])


@lru_cache(maxsize=65536)
def _is_idle(text: str, lexicon: Lexicon) -> bool:
    """Whether a word makes no hit wherever it stands: five in six words of a text are so."""
    if lexicon.find(text) or lexicon.near(text):
        return False
    return not (_may_command(text) and is_order(text))


def _opens_another(hit: Hit, hits: list[Hit]) -> bool:
    """«Я бы рекомендовал …»: with a trigger for its verb, «я бы» is nothing of its own."""
    near = range(hit.end, hit.end + 1 + _PHRASE_GAP)
    return hit.frame.id == _WOULD and any(
        other.head in near and other.frame.kind in _WISHED for other in hits
    )


def _commands(sentence: Span, token: Token) -> bool:
    """An imperative that opens its clause in direct speech."""
    if not _may_command(token.text) or not is_order(token.text):
        return False
    unknown = not any(reading.known for reading in analyses(token.text))
    if unknown and token.pos_ in ("NOUN", "ADJ") and token.i > sentence.start + 1:
        # «Признак соотносимости»: the tagger knows better than a guess by the ending.
        return False
    if _called(sentence, token):
        return not only_cited(sentence, token)
    others = [r for r in analyses(token.text) if r.known and r.features.get("Mood") != "Imp"]
    # «Просите» is also what «вы» do; without «вы» and a conjunction it is a command.
    unsaid = all(r.features.get("Person") == "2" for r in others) and not _you(sentence, token)
    unsaid = unsaid or _sends(token, others)
    if others and not unsaid and feature(token, "Mood") != "Imp":
        return False
    i = token.i - 1
    while i >= sentence.start and not (
        is_finite(token.doc[i]) or token.doc[i].text in ",:–—-;….!?]"
    ):
        i -= 1
    opened = i < sentence.start or not is_finite(token.doc[i]) or _pleads(token.doc[i], token)
    # «Достаньте, сдуйте пыль и вынесите в зал»: one order after the other.
    opened = opened or _commanding(token.doc[i]) and low(token.doc[token.i - 1]) in ("и", ",", "а")
    near = token.i - i <= (2 if others and not unsaid else _FREE_IMPERATIVE)
    return opened and near and not only_cited(sentence, token)


def _sends(token: Token, others: list[Analysis]) -> bool:
    """«Пришли мне смету», «вышли протокол»: with an object it cannot be the past of «прийти»."""
    if not all("intr" in reading.grammemes for reading in others):
        return False
    behind = token.doc[token.i + 1 : token.i + 4]
    things = [t for t in behind if t.pos_ == "NOUN" and t.nbor(-1).pos_ != "ADP"]
    return any(t.dep_ == "obj" or case_of(t) == "Acc" for t in things[:1])


def _called(sentence: Span, token: Token) -> bool:
    """«Марина, вышли протокол»: behind the name of one person a word that might be an order is one."""
    doc, i = sentence.doc, token.i
    if i - 2 < sentence.start or doc[i - 1].text != "," or token.text[0].isupper():
        return False
    if analyses(token.text)[0].pos == "NOUN":
        # «Мухин, секретарь Вострикова»
        return False
    begins = i - 2 == sentence.start or not is_word(doc[i - 3])
    return (
        begins
        and is_only_name(doc[i - 2].text)
        and not any(is_finite(t) for t in doc[i + 1 : sentence.end])
    )


def _commanding(verb: Token) -> bool:
    return feature(verb, "Mood") == "Imp" and is_order(verb.text)


def _pleads(verb: Token, token: Token) -> bool:
    """«умоляю не кидайте», «прошу вас оставьте»: without a comma the plea is no clause of its own."""
    return token.i - verb.i <= _PLEA and verb.lemma_ in ("умолять", "просить", "заклинать")


@lru_cache(maxsize=65536)
def _may_command(text: str) -> bool:
    return can_be(text, Mood="Imp")


def _you(sentence: Span, token: Token) -> bool:
    """Whether «вы» or a subordinating word, behind a colon, shows that the verb tells of hearers."""
    first, end = max(sentence.start, token.i - _FREE_IMPERATIVE), min(sentence.end, token.i + 2)
    marks = (i + 1 for i in range(token.i - 1, first - 1, -1) if token.doc[i].text in ":;")
    nearest = {low(t) for t in token.doc[next(marks, first) : end]}
    return bool(nearest & {"вы", "ты", *SUBORDINATORS})


def _imperative_hits(token: Token, frames: list[Frame]) -> Iterator[Hit]:
    for frame in frames:
        number = "plur" if token.text.lower().endswith(("те", "тесь")) else "sing"
        grammemes = frozenset({"VERB", "impr", number})
        form = Form(frame, "verbs", token.lemma_, "imperative", grammemes)
        yield Hit(frame, "imperative", token.i, token.i, token.i + 1, form)


def _acts(hit: Hit) -> bool:
    if hit.diathesis == "imperative":
        return "imperative" in hit.frame.diatheses
    return not hit.frame.diatheses or hit.diathesis in hit.frame.diatheses


def _word_hits(sentence: Span, token: Token, form: Form, lexicon: Lexicon) -> Iterator[Hit]:
    if form.list_name == "verbs":
        if not _taken_for_noun(token):
            yield _verb_hit(sentence, token, form, misspelt=False)
    elif form.list_name == "predicatives":
        start, end = with_auxiliary(sentence, token)
        yield Hit(form.frame, "predicative", token.i, start, end, form)
    elif form.list_name == "nouns":
        hit = support_hit(sentence, token, form, lexicon) or noun_hit(sentence, token, form)
        if hit:
            yield hit


def _taken_for_noun(token: Token) -> bool:
    """Whether the tagger reads a noun where the verb form is a homonym («требования», «решить»)."""
    return token.pos_ in ("NOUN", "PROPN") and case_of(token) not in ("", "Nom")


def _verb_hit(sentence: Span, token: Token, form: Form, *, misspelt: bool) -> Hit:
    diathesis = {
        "infinitive": "infinitive",
        "short_participle": "short_passive",
        "participle": "adjectival",
        "gerund": "gerund",
        "imperative": "imperative",
    }.get(form.shape)
    if diathesis is None:
        diathesis = "first_person" if "1per" in form.grammemes else "active"
        if form.reflexive:
            diathesis = "reflexive_passive"
    start, end = token.i, token.i + 1
    if diathesis == "short_passive":
        start, end = with_auxiliary(sentence, token)
    return Hit(form.frame, diathesis, token.i, start, end, form, misspelt=misspelt)


def _phrases(sentence: Span, token: Token, forms: list[Form]) -> Iterator[Hit]:
    ahead: list[str] | None = None
    for form in forms:
        if form.list_name != "phrases":
            continue
        if form.rest:
            if ahead is None:
                ahead = _ahead(sentence, token)
            # Hundreds of phrases begin with «в» and «на».
            if form.rest[0].isdisjoint(ahead):
                continue
        found = _match_rest(sentence, token, form.rest)
        if found is None:
            continue
        end = (found or [token.i])[-1] + 1
        if found and any(is_nominal(t) for t in sentence.doc[token.i + 1 : found[0]]):
            gap, after = (token.i + 1, found[0]), token.i + 1
            yield Hit(form.frame, "phrase", token.i, token.i, after, form, gap=gap, closed=end)
        else:
            yield Hit(form.frame, "phrase", token.i, token.i, end, form)


def _ahead(sentence: Span, first: Token) -> list[str]:
    """The words among which the second one of a phrase is looked for at the most."""
    reach = max(_PHRASE_GAP, _OBJECT_GAP) + 1
    return columns(sentence.doc).low[first.i + 1 : min(first.i + 1 + reach, sentence.end)]


def _match_rest(sentence: Span, first: Token, rest: tuple[frozenset[str], ...]) -> list[int] | None:
    """Where the further words of a phrase stand: few words between them, or a noun after its verb."""
    doc, position = sentence.doc, first.i + 1
    words = columns(doc).low
    places: list[int] = []
    for allowed in rest:
        reach = _OBJECT_GAP if not places and first.pos_ == "VERB" else _PHRASE_GAP
        window = range(position, min(position + 1 + reach, sentence.end))
        found = next((i for i in window if words[i] in allowed), None)
        if found is None or any(_parts(doc[i]) for i in range(position, found)):
            return None
        if found - position > _PHRASE_GAP and not _is_object(doc, position, found):
            return None
        places.append(found)
        position = found + 1
    return places


def _is_object(doc: Doc, start: int, end: int) -> bool:
    """Whether the words between those of a phrase are one long object: «принять проект … за основу»."""
    return all(is_nominal(t) or t.pos_ in _OBJECT_WORDS for t in doc[start:end])


def _parts(token: Token) -> bool:
    """Whether a word between those of a phrase shows that they do not belong together."""
    return token.text in CLAUSE_MARKS or is_infinitive(token) or is_finite(token)


def _fits_near_miss(doc: Doc, token: Token, form: Form) -> bool:
    """A word that no dictionary knows; an adjective («предложно») as a passive beside «быть»."""
    known = [reading for reading in analyses(token.text) if reading.known]
    if not known:
        return True
    if any(reading.pos == "VERB" for reading in known):
        return False
    neighbours = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
    passive = form.shape == "short_participle" and token.text.endswith(("о", "а", "ы"))
    return passive and any(low(t) in AUXILIARIES for t in neighbours)
