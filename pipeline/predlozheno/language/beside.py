"""What the words beside a person's name tell of its case and gender."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.agreement import feature, tagged_case
from predlozheno.language.morphology import fold, lemmas
from predlozheno.language.surname_forms import can_be_undeclined

_HEARING = frozenset("слушали заслушали выслушали слушал слушала".split())
_ABOUT = frozenset("о об обо по".split())
_OWNED = frozenset(
    "предложение инициатива просьба идея мнение заявление доклад информация выступление отчет письмо "
    "требование замечание поправка поручение ходатайство кандидатура позиция".split()
)
# The cases that a preposition takes; one that is not here says nothing.
_TAKES = {
    "на": frozenset(("Acc", "Loc")),
    "за": frozenset(("Acc", "Ins")),
    "через": frozenset(("Acc",)),
    "про": frozenset(("Acc",)),
    "к": frozenset(("Dat",)),
    "ко": frozenset(("Dat",)),
    "у": frozenset(("Gen",)),
    "от": frozenset(("Gen",)),
    "для": frozenset(("Gen",)),
    "при": frozenset(("Loc",)),
    "о": frozenset(("Loc",)),
    "об": frozenset(("Loc",)),
}


def heard(span: Span) -> str:
    """«СЛУШАЛИ: Обухова Л.Г. о воротах»: the case of who was heard, "" where none is called for."""
    doc, before = span.doc, span.start - 1
    before -= before > 0 and doc[before].text == ":"
    about = span.end < len(doc) and doc[span.end].lower_ in _ABOUT
    return "Acc" if before >= 0 and about and fold(doc[before].text) in _HEARING else ""


def governed_cases(name: Token) -> frozenset[str]:
    """The UD cases that the preposition before a name allows («на Гаранину Э.Ф.»); empty for any.

    Initials and other parts of the name may stand between the two.
    """
    doc, place = name.doc, name.i - 1
    while place >= 0 and (doc[place].text == "." or doc[place].text[:1].isupper()):
        if doc[place + 1].is_sent_start:
            return frozenset()
        if lemmas(doc[place].text) & _OWNED:
            break
        place -= 1
    if place >= 0 and lemmas(doc[place].text) & _OWNED:
        # «Предложение Р. Кубышкина провести …»: whose it is; «Кулиш» stands for every case.
        return frozenset() if can_be_undeclined(name.text) else frozenset(("Gen",))
    return _TAKES.get(fold(doc[place].text), frozenset()) if place >= 0 else frozenset()


def acts_elsewhere(token: Token, start: int, end: int) -> bool:
    """«Рябова предложила» somewhere: the same form is a woman's nominative there."""
    return any(
        fold(other.text) == fold(token.text)
        and fold(other.text)[-1] in "ая"
        and (verb := verb_beside(other)) is not None
        and feature(verb, "Gender") == "Fem"
        for other in token.doc[start:end]
    )


def verb_beside(token: Token) -> Token | None:
    """The verb directly in front of the name or behind it."""
    start = token.i
    while start > 0 and (len(token.doc[start - 1].text) == 1 and token.doc[start - 1].text != ","):
        start -= 1
    for place in (token.i + 1, start - 1):
        if 0 <= place < len(token.doc) and token.doc[place].pos_ == "VERB":
            return token.doc[place]
    return None


def stands_alone(span: Span) -> bool:
    """«Депутат Лунёва. Прошу …»: what one is and the name open a speech."""
    before = span.doc[span.sent.start : span.start]
    who = [tagged_case(t) == "Nom" and feature(t, "Animacy") == "Anim" for t in before]
    return 0 < len(who) <= 2 and all(who) and span.doc[span.end : span.end + 1].text == "."
