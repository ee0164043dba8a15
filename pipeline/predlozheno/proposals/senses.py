"""Other senses that a trigger's company shows: who offers, and whether it is an action."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.clauses import trait
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    in_quotes,
    is_finite,
    is_infinitive,
    is_nominal,
    is_word,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.idle import (
    asserted,
    authored,
    bare,
    conceded,
    in_need,
    is_held,
    paid_for,
    topic_only,
    wanted_then,
)
from predlozheno.proposals.posts import post_in
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.told import of_others
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

Decided = Callable[[Context, Draft], bool]

_MARKET_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.ASSIGNMENT)
_OFFERS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION)
_SPANS = frozenset("день раз год неделя месяц час минута секунда".split())
_SUBJECT_REACH = 6
# «Покупатели просят, чтобы …»: those whom the house serves ask for what it could do.
_CLIENTS = frozenset("покупатель клиент посетитель пассажир".split())
_INFINITIVE_REACH = 6
_RELATIVE_REACH = 4


def outsider(context: Context, hit: Hit, sentence: Span) -> Refusal | None:
    """A shop, a supplier or a newspaper as the subject: an offer of goods, not a proposal."""
    if hit.diathesis != "active" or hit.frame.kind not in _MARKET_KINDS:
        return None
    outsiders = set(gazetteer("senses")["outsiders"])
    doc = context.doc
    for i in range(hit.start - 1, max(sentence.start, hit.start - _SUBJECT_REACH) - 1, -1):
        token = doc[i]
        if token.text in ",;:" and i < hit.start - 1:
            break
        if is_nominal(token) and case_of(token) == "Nom" and not in_quotes(doc, sentence.start, i):
            asks = any(low(t) in ("чтобы", "чтоб") for t in doc[hit.end : hit.end + 2])
            asks = asks and hit.frame.kind is Kind.REQUEST
            client = asks and word_lemmas(token.text) & _CLIENTS
            if word_lemmas(token.text) & outsiders and not client:
                return Refusal("everyday", f"«{token.text}» offers goods, not a proposal")
            return None
    return None


def shown_empty(
    context: Context, hit: Hit, drafts: list[Draft], decided: Decided
) -> Refusal | None:
    """What the drafts of a trigger themselves show to be no record.

    `decided` tells whether the meeting settles what a draft wants, so that it is its business.
    """
    return (
        things_only(context, hit, drafts, decided)
        or nobody_bound(context, hit, drafts)
        or already(context, hit, drafts)
        or told(context, hit, drafts)
        or lasting(context, drafts)
        or of_another_clause(context, hit, drafts)
        or described(context, drafts)
        or lacking(hit, drafts)
        or in_need(context, hit, drafts)
        or authored(context, hit, drafts)
        or asserted(context, hit, drafts)
        or paid_for(context, hit, drafts)
        or conceded(context, hit)
        or topic_only(context, hit, drafts)
        or bare(context, drafts)
        or manner(context, hit, drafts)
        or wanted_then(context, hit, drafts)
        or of_others(context, hit, drafts)
    )


def things_only(
    context: Context, hit: Hit, drafts: list[Draft], decided: Decided
) -> Refusal | None:
    """«предлагают моторку за 38 тысяч»: what is wanted must be an action or the meeting's business."""
    # «Важными представляются нравственный и бытовой аспекты» asks for nothing to be done.
    weighed = hit.frame.kind is Kind.NEED and "важн" in hit.form.lemma
    if not drafts or not (hit.frame.kind in _OFFERS or weighed):
        return None
    if not weighed and hit.diathesis not in (
        "active",
        "short_passive",
        "reflexive_passive",
        "first_person",
    ):
        return None
    start, end = drafts[0].content_span
    words = context.doc[start:end]
    # «Рекомендует её к ратификации»
    leads = ("чтобы", ":", "к") if hit.frame.kind is Kind.RECOMMENDATION else ("чтобы", ":")
    if any(is_infinitive(t) or is_finite(t) or low(t) in leads for t in words):
        return None
    noun = next((t for t in words if is_nominal(t) and len(t) > 1), None)
    if noun is not None and noun.pos_ == "PROPN":
        return None
    people = any(p.label == "PER" for p in context.parties_in(start, end))
    if people and post_in(context, start, end):
        return None
    if (
        noun is None
        or _is_business(low(noun))
        or word_lemmas(noun.text) & set(gazetteer("senses")["business"])
    ):
        return None
    before = low(context.doc[start - 1]) if start else ""
    if before in ("о", "об", "за", "на", "к", "по", "от"):
        return None
    if decided(context, drafts[0]) or _asked_for(hit, drafts[0], noun):
        return None
    return Refusal("everyday", f"«{noun.text}» is a thing, not an action")


def _asked_for(hit: Hit, draft: Draft, thing: Token) -> bool:
    """«Лаборатория просит новые весы», «профком требует отчёта»: a body or an office wants it given."""
    if word_lemmas(thing.text) & _SPANS:
        return False
    named = any(m.phrase.label in ("ORG", "ROLE") for m in draft.proposers)
    return hit.frame.kind is Kind.REQUEST and hit.diathesis == "active" and named


def lasting(context: Context, drafts: list[Draft]) -> Refusal | None:
    """«Третий день прошу»: how long it has been asked is nothing that is wanted."""
    for draft in drafts:
        words = [t for t in context.doc[slice(*draft.content_span)] if is_word(t)]
        counted = all(t.pos_ in ("ADJ", "NUM", "DET") for t in words[:-1])
        if len(words) > 1 and counted and word_lemmas(words[-1].text) & _SPANS:
            return Refusal("everyday", f"«{words[-1].text}» says how long")
    return None


def told(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«А может, он заболел», «за то, что он заболел»: what is told as done is not wished.

    Nor is after «давайте» what others do.
    """
    asserted = hit.frame.takes("content", "чтобы") and not hit.frame.takes("content", "что")
    live = hit.frame.takes("content", "future") and hit.diathesis in ("predicative", "phrase")
    live = live and hit.frame.kind is not Kind.NEED
    for draft in drafts:
        start, end = draft.content_span
        if asserted and start > hit.end and low(context.doc[start - 1]) == "что":
            return Refusal("reported", "«что» tells what is, where «чтобы» would want it")
        if not live:
            continue
        verb = next((t for t in context.doc[start:end] if is_finite(t) or is_infinitive(t)), None)
        if verb is None or is_infinitive(verb):
            continue
        unreal = any(low(t) == "бы" for t in context.doc[hit.start : end])
        if feature(verb, "Tense") == "Past" and can_be(verb, Tense="Past") and not unreal:
            return Refusal("reported", f"«{verb.text}» tells what was")
        ours = can_be(verb, Person="1") or _shared(context, start, verb)
        if low(context.doc[hit.head]) in gazetteer("senses")["cohortative"] and not ours:
            return Refusal("everyday", f"«{verb.text}» is nothing that the speakers would do")
    return None


def _shared(context: Context, start: int, verb: Token) -> bool:
    """«Давай ты посчитаешь», «давайте Марина составит план»: who of those present is to do it."""
    if trait(verb, "Tense") != "Fut" or trait(verb, "Aspect") != "Perf":
        return False
    if trait(verb, "Person") == "2":
        return any(low(t) in ("ты", "вы") for t in context.doc[start : verb.i])
    return any(p.label == "PER" and p.has_case("Nom") for p in context.parties_in(start, verb.i))


def of_another_clause(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Линия, которую хотели пустить, стоит»: the infinitive must hang on the predicative itself."""
    forms = {g.form for g in hit.frame.governed("content")}
    if hit.diathesis != "predicative" or not drafts or forms - {"infinitive"}:
        return None
    doc, (start, end) = context.doc, drafts[0].content[-1]
    if end <= hit.start:
        near = doc[max(start, hit.start - _INFINITIVE_REACH) : hit.start]
        found = next((t.i for t in reversed(near) if is_infinitive(t)), None)
        between = doc[found : hit.start] if found is not None else near
    else:
        found = next((t.i for t in doc[start:end] if is_infinitive(t)), None)
        between = doc[start:found] if found is not None else doc[start:end]
    if found is None or any(t.text in ",:;" for t in between):
        return Refusal("unbound", "no infinitive of its own")
    return None


def already(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Заверил, что крыша сдана», «за склад отвечал Рыбин»: what is or was, and not what will be."""
    if not hit.frame.takes("executor", "nominative") or not drafts or hit.frame.kind is Kind.NEED:
        return None
    doc = context.doc
    for start, end in drafts[0].content:
        if start and low(doc[start - 1]) == "что":
            verb = next((t for t in doc[start:end] if is_finite(t)), None)
            if verb is not None and not can_be(verb, pos="VERB", Tense="Fut"):
                return Refusal("reported", "a clause of what is or was")
    if any(g.preposition == "за" for g in hit.frame.governed("content")):
        fronted = drafts[0].content_span[1] <= hit.start
        was = feature(doc[hit.head], "Tense") == "Past"
        if was or not (fronted or hit.diathesis == "phrase"):
            return Refusal("reported", "tells who answers for what")
    return None


def described(context: Context, drafts: list[Draft]) -> Refusal | None:
    """«…, в стенах которой школа обязуется»: a relative clause only describes."""
    for draft in drafts:
        start = draft.content_span[0]
        opening = context.doc[start : start + _RELATIVE_REACH]
        which = next((t for t in opening if low(t).startswith("котор")), None)
        if which is not None and draft.trigger[0] > start:
            return Refusal("adjectival", f"«{which.text}» opens a clause that only describes")
    return None


def manner(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Шум не даёт правильно считать», «в надежде выиграть»: how, or in what hope, it is done."""
    before = context.doc[hit.start - 1] if hit.start else None
    if before is None or not drafts:
        return None
    hoped = hit.frame.kind is Kind.WISH and hit.diathesis == "noun" and low(before) in ("в", "с")
    advised = hit.frame.kind is Kind.RECOMMENDATION and hit.diathesis == "predicative"
    enabling = set(gazetteer("qualifiers")["enabling_words"]) | {"давать", "дать"}
    if hoped or advised and word_lemmas(before.text, pos="VERB") & enabling:
        return Refusal("everyday", f"«{before.text}» before it makes it a manner")
    return None


def lacking(hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Забор требует покраски»: a thing that lacks something asks nobody for it."""
    wanting = [m.phrase for m in drafts[0].proposers] if drafts else []
    if hit.frame.id != "request.trebovat" or hit.diathesis != "active" or not wanting:
        return None
    words = wanting[0].head.doc[slice(*drafts[0].content_span)]
    things = all(not p.label and feature(p.head, "Animacy") == "Inan" for p in wanting)
    if not things or any(is_infinitive(t) or is_finite(t) for t in words):
        return None
    return Refusal("everyday", f"«{wanting[0].head.text}» lacks it")


def nobody_bound(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«должны», «обещали» bind only somebody whom the sentence names, and «мы» names nobody.

    «Убеждён, что люди должны получить …» is said to be wanted, whoever they are.
    """
    if not hit.frame.takes("executor", "nominative") or hit.diathesis == "first_person":
        return None
    for draft in drafts:
        executors = [m for m in draft.targets if m.role is Role.EXECUTOR]
        named = [m.phrase for m in executors if m.phrase.head.pos_ != "PRON"]
        wanted = bool(named) and is_held(context, hit, draft)
        if wanted or any(_is_somebody(hit, phrase) for phrase in named):
            return None
    return Refusal("unbound", "nobody is named who would be bound") if drafts else None


def _is_somebody(hit: Hit, phrase: Phrase) -> bool:
    """Who promises may be a territory or a trade; who is said to be obliged by law is no one here."""
    trades = feature(phrase.head, "Animacy") == "Anim"
    acting = trades or word_lemmas(phrase.head.text) & set(gazetteer("target-cues")["territories"])
    return bool(phrase.label) or (hit.frame.kind is not Kind.NEED and bool(acting))


def _is_business(word: str) -> bool:
    """A noun of action, by its ending."""
    return word.endswith(tuple(gazetteer("edges")["action_endings"][:13]))
