"""Posts that somebody is put up for: «на должность секретаря», «в старосты», «старостой»."""

from __future__ import annotations

from spacy.tokens import Token

from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import case_of, low
from predlozheno.proposals.nominal_runs import phrase_end
from predlozheno.resources import gazetteer

_POSTS = frozenset("качество должность пост место роль звание".split())


def post_in(context: Context, start: int, end: int) -> TokenSpan | None:
    """The post that a run of tokens names: «на должность секретаря», «в старосты», «старостой»."""
    doc = context.doc
    for i in range(start, end - 1):
        into = low(doc[i]) in ("в", "во", "на")
        many = can_be(doc[i + 1], case="Nom", number="Plur") and _is_animate(doc[i + 1])
        if into and (lemmas(doc[i + 1].text) & _POSTS or many):
            return i, phrase_end(context, i + 1, end)
    office = next((p for p in context.phrases_in(start, end) if is_office(p)), None)
    return (office.start, office.end) if office else None


def _is_animate(token: Token) -> bool:
    """«Председатели», and not «понедельники»: whether the dictionary knows the word for somebody."""
    return any(r.features.get("Animacy") == "Anim" for r in analyses(token.text) if r.known)


def is_office(phrase: Phrase) -> bool:
    """«председателем», «старшей по подъезду»: what somebody becomes, in the instrumental."""
    known = lemmas(phrase.head.text) & {*gazetteer("parties-offices")["offices"], "старший"}
    return case_of(phrase.head) == "Ins" and (phrase.label == "ROLE" or bool(known))
