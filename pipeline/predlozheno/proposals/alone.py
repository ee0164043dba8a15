"""Lines of a list that a trigger of their own takes out of the list's syntax."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_nominal, low
from predlozheno.proposals.heads import Head
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.qualifiers import refusal
from predlozheno.records.schema import Kind

# «Просьба сдать ключи» asks; «ходатайство оформить» is about a paper.
_ACTS = ("прось", "предлож", "мысл", "иде", "инициатив", "призыв")


def stands_alone(hit: Hit, sentence: Span) -> bool:
    """A finite trigger makes a sentence of its own, which the list's head does not govern."""
    if _binds_word(sentence.doc, hit) or _carries_head(sentence, hit):
        return False
    finite = hit.diathesis in (
        "active",
        "first_person",
        "short_passive",
        "reflexive_passive",
        "support",
        "predicative",
        "noun",
        "by_noun",
        "phrase",
    )
    return finite and refusal(hit, sentence, under_head=True) is None


def is_clausal(context: Context, head: Head) -> bool:
    """«Договорились, что:»: each line is a clause of the head's, whatever verbs it has."""
    block = context.blocks[context.block_index(head.trigger[0])]
    line = context.segments.text[block.start : block.end].rstrip(" :\n")
    return line.endswith((" что", " чтобы", "\nчто", "\nчтобы"))


def is_object(head: Head, hit: Hit, sentence: Span) -> bool:
    """«План издания утвердить»: a noun at the head of an item that its infinitive governs."""
    if head.kind is not Kind.DECISION or hit.diathesis != "noun":
        return False
    rest = sentence.doc[hit.end : sentence.end]
    plain = not any(is_finite(t) or t.text in ":–—" for t in rest)
    acts = low(sentence.doc[hit.start]).startswith(_ACTS)
    opens = hit.start - sentence.start <= 1
    return plain and opens and any(is_infinitive(t) for t in (rest[1:] if acts else rest))


def appoints_nobody(own: Hit, drafts: list[Draft]) -> bool:
    """«Назначить ответственных за патрули»: whom to appoint is left to those who are told to."""
    appoints = own.frame.kind is Kind.ASSIGNMENT and own.diathesis == "phrase"
    return appoints and bool(drafts) and not any(draft.targets for draft in drafts)


def wants_nothing_else(own: Hit, drafts: list[Draft], sentence: Span) -> bool:
    """«Секретарю обратиться в архив»: the verb governs no content, and is itself what is wanted."""
    behind = [t for t in sentence.doc[own.end : sentence.end] if not t.is_space]
    lists = not behind or behind[-1].text in ":,"
    return not drafts and not lists and any(map(is_nominal, behind))


def _binds_word(doc: Doc, hit: Hit) -> bool:
    """«принять к сведению»: a phrase that is itself the item's infinitive."""
    return hit.diathesis in ("phrase", "support") and is_infinitive(doc[hit.head])


def _carries_head(sentence: Span, hit: Hit) -> bool:
    """«– с просьбой внести норму» below «Съезд ОБРАЩАЕТСЯ»: the noun goes with the head's verb."""
    opens = hit.start - sentence.start == 1 and low(sentence.doc[sentence.start]) in ("с", "со")
    return opens and hit.diathesis == "noun"
