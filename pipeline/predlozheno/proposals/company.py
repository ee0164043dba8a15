"""What the words beside a trigger say of its sense: a thing to be got, an action of its own."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_nominal
from predlozheno.proposals.hits import Hit
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_REACH = 5


def begins_action(hit: Hit, token: Token) -> bool:
    """«Предлагаю | установить скидку»: what stands behind is company of the action.

    What a chair asks for is told by more («прошу обратить внимание», «говорить в микрофон»).
    """
    asked = hit.frame.kind is Kind.REQUEST
    return not asked and is_infinitive(token) and hit.frame.takes("content", "infinitive")


def is_inserted(doc: Doc, i: int) -> bool:
    """«Комитету, считаю, следует …»: a verb between commas that only says whose view it is."""
    between = 0 < i < len(doc) - 1 and doc[i - 1].text == "," and doc[i + 1].text == ","
    return between and is_finite(doc[i])


def is_task(hit: Hit, sentence: Span) -> bool:
    """«Напомни админам про форму», «спроси у завхоза про ключи»: a thing is to be got.

    «Напомни, пожалуйста, кто ведёт» and «возьми и забудь» only keep the talk going.
    """
    doc, verb = sentence.doc, hit.head
    tasks = set(gazetteer("senses")["tasks"])
    if not word_lemmas(doc[verb].text, pos="VERB") & tasks:
        return False
    before = doc[verb - 1] if verb > sentence.start else None
    if before is not None and before.pos_ == "NOUN" and can_be(before, case="Acc"):
        # «Вёдра возьмите в подвале»
        return verb - 2 < sentence.start or doc[verb - 2].pos_ != "ADP"
    if not hit.is_familiar:
        return False
    behind = doc[verb + 1 : min(verb + 1 + _REACH, sentence.end)]
    thing = next((t for t in behind if is_nominal(t) and t.pos_ != "PRON"), None)
    return thing is not None and not any(t.text in ",:?" for t in doc[verb + 1 : thing.i])
