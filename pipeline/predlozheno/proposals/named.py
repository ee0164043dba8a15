"""Names that open a line before a colon or a dash: «@tanya, @ivan: набросать тесты»."""

from __future__ import annotations

from predlozheno.language.agreement import name_forms
from predlozheno.language.surnames import can_be_nominative
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import low


def named_executors(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """«@tanya, @ivan: набросать тесты», «Петров – подготовить зал»: names before a colon or a dash."""
    doc, i = context.doc, start
    found: list[Phrase] = []
    while i < infinitive:
        if doc[i].text in (":", "–", "—", "-"):
            return found if i + 1 == infinitive or found else []
        phrase = context.phrase_at(i)
        if low(doc[i]) == "я" and not found:
            found.append(Phrase(i, i + 1, doc[i], "PER"))
            i += 1
        elif phrase and phrase.label in ("PER", "ROLE", "ORG") and may_act(phrase):
            found.append(phrase)
            i = phrase.end
        elif doc[i].text in (",", "+", "&", "@") or low(doc[i]) == "и":
            i += 1
        else:
            return []
    return []


def may_act(phrase: Phrase) -> bool:
    """Whether a party that only stands by itself is named in the nominative.

    Taggers give a surname without any verb whatever case it looks like.
    """
    if phrase.has_case("Nom"):
        return True
    if phrase.label != "PER":
        return False
    name = phrase.head
    forms = {form.case for form in name_forms(name)}
    return "Nom" in forms or any(can_be_nominative(name.text, g) for g in ("Masc", "Fem"))
