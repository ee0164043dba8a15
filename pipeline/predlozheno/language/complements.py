"""What follows a noun inside its phrase: genitives, quoted names, fields with «по», names of people."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from predlozheno.language.agreement import (
    Form,
    common,
    forms,
    is_abbreviation,
    is_noun,
    is_plural,
    likely_case,
    name_forms,
    tagged_case,
)
from predlozheno.language.answers import answers
from predlozheno.language.lexicon import head_kind, lexicon, party_lemmas
from predlozheno.language.modifiers import modified_noun
from predlozheno.language.morphology import fold

_QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"'}
_LONGEST_NAME = 30
# Places whose sort is cut short in front of their name.
_PLACES = frozenset("ул пр просп пер г гор пос пгт дер с ст мкр наб пл обл кв д".split())
_COORDINATION = frozenset(["и", "или", ","])


def right_edge(head: Token, *, inner: bool = False) -> int:
    """Index behind the last token of the head's phrase; `inner` where it is itself a complement.

    A person behind a complement belongs to the noun in front of it («министра | транспорта | Иванова»).
    """
    doc = head.doc
    end = name_end(doc, head.i + 1, head)
    while True:
        further = _complement_end(head, end, inner=inner)
        if further is None:
            return end
        end = further


def _complement_end(head: Token, end: int, *, inner: bool) -> int | None:
    """Where the complement ends that begins at `end` and belongs to the head; None if there is none."""
    doc = head.doc
    if not _open(doc, end):
        return None
    if end in _people(doc) and (inner or head_kind(head) is not None):
        return _person(head, end)
    for attempt in (_address, _field, _governed, _quoted_genitive, _genitive):
        further = attempt(head, end)
        if further is not None:
            return further
    return None


def name_end(doc: Doc, start: int, head: Token | None = None) -> int:
    """Where a name ends that begins at `start`: legal forms, a quoted name, «№ 5», «ПМ-31», «Корея».

    Gives `start` itself where no name begins there.
    """
    end = start
    while _open(doc, end) and doc[end].text in lexicon().legal_forms:
        end += 1
    closing = quoted_end(doc, end)
    if closing is not None:
        return closing
    if end > start:
        return end
    if not _open(doc, start):
        return start
    token = doc[start]
    if token.text == "№" and _open(doc, start + 1) and doc[start + 1].text[0].isdigit():
        return _further_numbers(doc, start + 2, head)
    if head is not None and party_lemmas(head) & lexicon().forms and _is_country(token):
        return start + 1
    is_code = token.text[0].isupper() and token.text[-1].isdigit()
    return start + 1 if is_code and head is not None else start


def _further_numbers(doc: Doc, end: int, head: Token | None) -> int:
    """«Школы № 2 и № 5», «библиотеки № 1, № 3»: the numbers of one plural."""
    while head is not None and is_plural(head) and _open(doc, end + 2):
        joined = fold(doc[end].text) in _COORDINATION and doc[end + 1].text == "№"
        if not joined or not doc[end + 2].text[0].isdigit():
            break
        end += 3
    return end


def quoted_end(doc: Doc, start: int) -> int | None:
    """Index behind the closing quote of a name that opens at `start`; None where none opens."""
    if not _open(doc, start) or doc[start].text not in _QUOTES:
        return None
    if not _open(doc, start + 1) or not doc[start + 1].text[0].isupper():
        return None
    closing, depth = _QUOTES[doc[start].text], 0
    for index in range(start + 1, min(start + _LONGEST_NAME, len(doc))):
        token = doc[index]
        if token.is_sent_start:
            return None
        if token.text == closing and depth == 0:
            # «ООО «Ромашка»» is often closed only once.
            return index + 1
        depth += (token.text in _QUOTES) - (token.text in _QUOTES.values())
    return None


def case_phrase(doc: Doc, start: int, case: str) -> tuple[int, Token] | None:
    """End and head of a noun phrase in this case that begins at `start`; None where none does."""
    if not _open(doc, start):
        return None
    found = modified_noun(doc[start])
    if found is None:
        return None
    agreed, head = found
    if not _in_case(agreed, head, case):
        return None
    if fold(head.text) in lexicon().titles and doc[head.i + 1 : head.i + 2].text == ".":
        return None
    return right_edge(head, inner=True), head


def _address(head: Token, end: int) -> int | None:
    """«жители | ул. Садовой», «администрация | г. Перми», «собственники | кв. 15»."""
    doc = head.doc
    if fold(doc[end].text) not in _PLACES or not _open(doc, end + 2) or doc[end + 1].text != ".":
        return None
    name = end + 2
    if doc[name].text.isdigit():
        # «ул. 8 Марта»
        further = _open(doc, name + 1) and doc[name + 1].text[0].isupper()
        return name + 2 if further else name + 1
    return name + 1 if doc[name].text[0].isupper() else None


def _quoted_genitive(head: Token, end: int) -> int | None:
    """«участники | «круглого стола»», «члены | «тройки»»: a word in quotation marks, and no name."""
    doc = head.doc
    if doc[end].text not in _QUOTES or head_kind(head) not in ("GROUP", "ROLE"):
        return None
    found = case_phrase(doc, end + 1, "Gen")
    closed = found and _open(doc, found[0]) and doc[found[0]].text == _QUOTES[doc[end].text]
    return found[0] + 1 if found and closed else None


def _genitive(head: Token, end: int) -> int | None:
    """«комитета | государственной думы и её аппарата»."""
    if head.pos_ == "PROPN" and head_kind(head) is None:
        return None
    return _coordinated(head, end, "Gen")


def _field(head: Token, end: int) -> int | None:
    """«комитет | по бюджету и налогам», «посольство | в Москве»."""
    words, doc = lexicon(), head.doc
    names = party_lemmas(head)
    preposition = fold(doc[end].text)
    if preposition == "по" and names & (words.with_field | words.fields):
        found = case_phrase(doc, end + 1, "Dat")
        if found is None or party_lemmas(found[1]) & words.no_field:
            return None
        return _coordinated(head, end + 1, "Dat")
    if preposition in ("в", "во") and names & words.with_place:
        found = case_phrase(doc, end + 1, "Loc")
        return found[0] if found and found[1].text[0].isupper() else None
    return None


def _governed(head: Token, end: int) -> int | None:
    """«связям | с общественностью», «контролю | за исполнением», «заведующим | кафедрами»."""
    doc, names = head.doc, party_lemmas(head)
    if head_kind(head) not in (None, "ROLE"):
        return None
    for kind in (kind for name in names for kind in lexicon().government.get(name, ())):
        *preposition, case = kind.split()
        if case == "сфере":
            found = case_phrase(doc, end + 2, "Gen")
            if fold(doc[end : end + 2].text) == kind and found:
                return found[0]
        elif not preposition:
            return _coordinated(head, end, case)
        elif fold(doc[end].text) in (preposition[0], f"{preposition[0]}о"):
            return _coordinated(head, end + 1, case)
    if fold(doc[end].text) == "между":
        found = case_phrase(doc, end + 1, "Ins")
        if found and _open(doc, found[0]) and fold(doc[found[0]].text) == "и":
            second = case_phrase(doc, found[0] + 1, "Ins")
            return second[0] if second else None
    return None


def _person(head: Token, end: int) -> int | None:
    """«заместитель министра | Г.В. Иванов»: a person in the same case as the office."""
    people = _people(head.doc)
    if head_kind(head) != "ROLE" or is_plural(head):
        return None
    names = [token for token in head.doc[end : people[end]] if len(token.text) > 1]
    # Case alone: «инженеру Орловой», and «Ольге Мельник», whose surname has one form.
    cases = {Form(form.case, "", "") for form in _sure(head)}
    agreed = any(common(frozenset(cases), name_forms(name)) for name in names)
    return people[end] if agreed else None


def _coordinated(head: Token, start: int, case: str) -> int | None:
    """End of phrases in one case, «образования, науки и спорта»; parties of their own stay out."""
    doc = head.doc
    found = case_phrase(doc, start, case)
    if found is None:
        return None
    end = safe = found[0]
    first = found[1]
    if likely_case(head) == case and head_kind(head) in ("GROUP", "ROLE"):
        return end
    while _open(doc, end) and fold(doc[end].text) in _COORDINATION:
        further = case_phrase(doc, end + 1, case)
        if further is None or not _like(first, further[1]):
            break
        final = fold(doc[end].text) != ","
        end = further[0]
        if final:
            safe = end
            break
    return safe


def _like(first: Token, other: Token) -> bool:
    """Whether two coordinated complements name things of one sort: no party beside a thing."""
    if head_kind(other) is None and not is_abbreviation(other.text):
        return True
    return head_kind(first) == head_kind(other) == "GROUP"


def _in_case(agreed: frozenset[Form], head: Token, case: str) -> bool:
    """Whether a phrase of these forms is in the case: it must be able to, and the tagger not object."""
    cases = {form.case for form in agreed}
    if case not in cases:
        return False
    if len(cases) == 1 or is_abbreviation(head.text) or head.dep_ == "nmod":
        return True
    return tagged_case(head) not in cases - {case}


def _sure(head: Token) -> frozenset[Form]:
    case = likely_case(head)
    return frozenset(form for form in forms(head) if form.case == case) or forms(head)


def _people(doc: Doc) -> dict[int, int]:
    people: dict[int, int] = doc.user_data.get("people", {})
    return people


def _is_country(token: Token) -> bool:
    if not is_noun(token) or not token.text[0].isupper() or token.i in _people(token.doc):
        return False
    return token.pos_ == "PROPN" or bool(party_lemmas(token) & lexicon().countries)


def _open(doc: Doc, index: int) -> bool:
    """Whether a token of the same sentence stands at the index, behind another one."""
    opens = answers(doc).opens
    return 0 < index < len(opens) and not opens[index]
