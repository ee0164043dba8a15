"""Where a text names people in the nominative for certain, and who is meant by «она»."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import fold

# «Присутствовали: Зимина О.В. – председатель, Рябов П.П.», «Секретарь – Лапина Т.Р.»
_PRESENT = re.compile(
    r"\W*(?:присутств|отсутств|участ|участник|были|член|председат|секретар|приглаш|явил|ведущ|модератор)"
    r"[^:–—]{0,60}[:–—]"
)
_NUMBER = re.compile(r"\W*(?:\d+\W*)?")
_PRONOUNS = {"она": "Fem", "он": "Masc"}
_NEAR = 3


def is_listed(name: Span) -> bool:
    """Whether it stands among those present, or alone between brackets («отделу (Ларина)»)."""
    doc = name.doc
    before = doc[name.start - 1].text if name.start else ""
    behind = doc[name.end].text if name.end < len(doc) else ""
    if before == "(" and behind in (")", ","):
        return True
    segments = doc._.segments if Doc.has_extension("segments") else None
    place = name.start_char
    block = (
        next((b for b in segments.blocks if b.start <= place < b.end), None) if segments else None
    )
    if segments is None or block is None or block.zone != "head":
        return False
    opening = fold(segments.text[block.start : place])
    return bool(_PRESENT.match(opening) or _NUMBER.fullmatch(opening))


def gender_of_pronoun(name: Token) -> str:
    """«Слушали Панину Л. Г. Она предложила»: by the pronoun that takes the name up; "" without one."""
    doc, sentence = name.doc, name.sent
    people = [i for i in doc.user_data.get("people", {}) if sentence.start <= i < sentence.end]
    if len(people) != 1:
        return ""
    behind = doc[sentence.end : sentence.end + 1].text
    for i in range(name.i + 1, sentence.end - 1):
        if doc[i].text == ",":
            behind = doc[i + 1].text
            break
    return _PRONOUNS.get(fold(behind), "") if behind else ""
