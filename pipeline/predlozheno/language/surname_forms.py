"""What the ending of a surname tells: of its case, of its gender, of what it is in the nominative."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold

# Oblique endings of the common Russian surnames, and the nominative they belong to.
_ENDINGS = (
    (re.compile(r"(?<=[оеёиы][вн])$"), ""),
    (re.compile(r"(?<=[оеёиы][вн])ой$"), "а"),
    (re.compile(r"(?<=[оеёиы][вн])(?:у|ым|е)$"), ""),
    (re.compile(r"(?<=[сц]к)(?:ого|ому|им|ом)$"), "ий"),
    (re.compile(r"(?<=[сц]к)(?:ой|ую)$"), "ая"),
)
# Surnames as they are in the nominative, of men and of women.
_NOMINATIVE = {
    "Masc": re.compile(
        r"(?:[оеё]в|[иы]н|[сц]к(?:ий|ой)|[ыо]й|их|ых|ко|юк|ук|ян|дзе|[бгджзлмпртфхцчшщ]е)$"
    ),
    "Fem": re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая|их|ых|ко|юк|ук|ян|дзе|[бгджзлмпртфхцчшщ]е)$"),
}
# A woman's surname that ends in a consonant stays so in every case («Мазур», «Лебедь»), as do those in
# «-ко» and «-их»; those whose feminine ends in «-а» or «-ая» do not.
_UNDECLINED = re.compile(r"[^аяую](?<![оеё]в)(?<![иы]н)(?<![иыо]й)$")
_INITIALS = re.compile(r"\b[А-ЯЁ]\.\s?[А-ЯЁ]\.")


def can_be_nominative(surname: str, gender: str) -> bool:
    """Whether a surname can be a nominative by its ending, whatever the dictionary knows of it.

    Args:
        surname: the word as printed.
        gender: «Masc» or «Fem»; "" where nothing tells it.
    """
    word = fold(surname)
    return any(p.search(word) for name, p in _NOMINATIVE.items() if gender in ("", name))


def has_initials(name: Span) -> bool:
    """Whether it is a name with both initials, and so beyond doubt a person's."""
    return bool(_INITIALS.search(name.text))


def can_be_undeclined(surname: str) -> bool:
    """Whether a surname may be some woman's, or end so that it stands for every case."""
    return bool(_UNDECLINED.search(fold(surname)))


def by_ending(text: str) -> str | None:
    """The nominative of a surname that the dictionary does not know, by its ending alone."""
    for pattern, ending in _ENDINGS:
        if pattern.search(text):
            return pattern.sub(ending, text)
    return None


def may_be_of(surname: str, gender: str) -> bool:
    """Whether somebody of this gender may be called so: «Чиж» and «Мельник» are women, too."""
    return can_be_nominative(surname, gender) or gender == "Fem" and can_be_undeclined(surname)
