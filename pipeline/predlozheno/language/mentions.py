"""Whether a noun names a party where it stands, and how far the mention reaches."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import (
    case_forms,
    feature,
    is_abbreviation,
    is_noun,
    is_plural,
    likely_case,
)
from predlozheno.language.complements import name_end, quoted_end
from predlozheno.language.lexicon import PartyLabel, head_kind, labels, lexicon, party_lemmas
from predlozheno.language.morphology import analyses, fold, lemmas
from predlozheno.language.phrases import head_noun, left_edge, right_edge

# Words that point at a party and do not name it; a mention begins behind them.
_POINTING = frozenset(
    "этот тот данный указанный настоящий вышеуказанный такой сам названный который какой упомянутый "
    "соответствующий любой некоторый".split()
)
# «Уважаемые коллеги!» calls on the listeners and makes none of them a party.
_VOCATIVE = frozenset("уважаемый глубокоуважаемый многоуважаемый дорогой".split())
_PLACE_PREPOSITIONS = frozenset(["в", "во", "на", "из"])
_LONGEST_ABBREVIATION = 6


@lru_cache(maxsize=65536)
def may_head(text: str, lemma: str) -> bool:
    """Whether `mention` has to look at a word at all, unless the text declares it a short name."""
    if labels(text, lemma) != (None, None) or text in lexicon().parties:
        return True
    named = text[:1].isupper() and not text.isupper()
    forms_of = (lemma, *lemmas(text)) if named else ()
    known = any(word.capitalize() in lexicon().parties for word in forms_of)
    return known or is_abbreviation(text)


def mention(head: Token, *, declared: frozenset[str] = frozenset()) -> Span | None:
    """The party that this noun names here, without preposition and pointing words, or None.

    Args:
        head: the noun.
        declared: short names that the text gives to parties, folded («далее – Группа»).
    """
    short = (
        bool(declared)
        and head.text[0].isupper()
        and bool(declared & party_lemmas(head))
        and is_noun(head)
    )
    label = head_kind(head) or _abbreviation(head) or ("ORG" if short else None)
    if label is None:
        return None
    doc = head.doc
    start, end = _behind_pointing(doc, left_edge(head), head.i), right_edge(head)
    if label in ("ORG", "LOC") and _is_state(head, start):
        # A state's name takes no genitive; what follows belongs to the sentence.
        label, end = "LOC", _state_end(head)
    if _abbreviation(head) == "ORG":
        start, end = _under(doc, start), _behind_state(doc, end) if end == head.i + 1 else end
    accepted = short or _accepted(label, head, start, end)
    if not accepted or _modifiers(head, start) & _VOCATIVE:
        return None
    if label == "ROLE" and any(index in _people(doc) for index in range(head.i + 1, end)):
        label = "PER"
    return Span(doc, start, end, label=label)


def _accepted(label: PartyLabel, head: Token, start: int, end: int) -> bool:
    """Whether the phrase names a party, given what sort of party its head can name."""
    if label == "ORG":
        return _body(head, start, end)
    if label == "GROUP":
        return _group(head, start, end)
    if label == "LOC":
        return _country(head, start, end)
    # «Член» and its like name nobody without what they belong to.
    return head.lemma_ not in lexicon().relational or end - head.i > 1


def _is_state(head: Token, start: int) -> bool:
    """«Россия», «Российская Федерация», «Республика Корея», and no federation of anything else."""
    words, names = lexicon(), party_lemmas(head)
    if names & words.countries:
        # «ЕДИНАЯ РОССИЯ» is none.
        return start == head.i or not head.text.isupper()
    if not names & words.forms:
        return False
    return _state_end(head) > head.i + 1 or bool(_modifiers(head, start) & words.adjectives)


def _under(doc: Doc, start: int) -> int:
    """«ГУ | МЧС», «УГИБДД | УМВД»: the abbreviation of its branch stands right before it."""
    while start and not doc[start].is_sent_start and is_abbreviation(doc[start - 1].text):
        known = lexicon().parties.get(doc[start - 1].text)
        if known is not None and known.type != "ORG":
            break
        start -= 1
    return start


def _behind_state(doc: Doc, end: int) -> int:
    """Behind whose an abbreviation is: «МЧС России по Самарской области», «Минприроды края»."""
    owner = _territory(doc, end, "Gen")
    end = right_edge(owner) if owner is not None else end
    if end < len(doc) and not doc[end].is_sent_start and fold(doc[end].text) == "по":
        branch = _territory(doc, end + 1, "Dat")
        end = right_edge(branch) if branch is not None else end
    return end


def _territory(doc: Doc, index: int, case: str) -> Token | None:
    """The state or region that a phrase names which begins here, where it can stand in the case."""
    if index >= len(doc) or doc[index].is_sent_start:
        return None
    noun, words = head_noun(doc[index]), lexicon()
    if noun is None or noun.i < index or not case_forms(noun, case):
        # «При Минпромторге России» looks like a locative to the tagger, but the abbreviation governs it.
        return None
    names = party_lemmas(noun)
    return noun if names & (words.countries | words.regions | words.forms) else None


def _state_end(head: Token) -> int:
    """Behind the country in «Республика Корея», else behind the head."""
    if not party_lemmas(head) & lexicon().forms or quoted_end(head.doc, head.i + 1):
        return head.i + 1
    return name_end(head.doc, head.i + 1, head)


def _body(head: Token, start: int, end: int) -> bool:
    words, names = lexicon(), party_lemmas(head)
    if head.text in words.parties or is_abbreviation(head.text) or _short_name(head):
        return True
    if _is_thing(head, start, end):
        return False
    if names & words.deeds and not names & words.always - words.deeds:
        return _is_capital(head) or start < head.i or end - head.i == 1
    if names & words.always:
        return True
    modifiers = _modifiers(head, start)
    for noun in names & words.modified.keys():
        if modifiers & words.modified[noun] or quoted_end(head.doc, head.i + 1):
            return True
    if not names & words.named:
        return False
    own_modifier = start < head.i and not names & words.modified.keys()
    return own_modifier or end - head.i > 1 or _is_capital(head)


def _is_thing(head: Token, start: int, end: int) -> bool:
    """«Жилищный фонд», «институт собственности»: the word beside it makes it a thing."""
    beside = _modifiers(head, start) | {token.lemma_ for token in head.doc[head.i + 1 : end][:2]}
    never = lexicon().never_with
    return any(beside & never[noun] for noun in party_lemmas(head) & never.keys())


def _group(head: Token, start: int, end: int) -> bool:
    words, names = lexicon(), party_lemmas(head)
    if "сторона" in names:
        return _side(head, start, end)
    alone = end - start == 1
    for noun in names & words.collective_modified.keys():
        if _modifiers(head, start) & words.collective_modified[noun]:
            return True
    if names & words.collective_modified.keys():
        return False
    if names & words.collective:
        if _before(head, start) == "под":
            return False
        return not names & words.collective_named or not alone
    if names & words.plural:
        return not names & words.needs_complement or not alone
    place = _before(head, start) in _PLACE_PREPOSITIONS and likely_case(head) == "Loc"
    return not place and (not alone or "-" in head.text)


def _side(head: Token, start: int, end: int) -> bool:
    """«Российская сторона», «обе стороны», «Стороны»; not «с другой стороны», «стороны вопроса»."""
    words, modifiers = lexicon(), _modifiers(head, start)
    if modifiers & words.side_idioms and _before(head, start) in ("с", "со", "по"):
        return False
    if any(part in words.adjectives for word in modifiers for part in _parts(word)):
        return True
    if modifiers & words.side_modifiers:
        return _before(head, start) != "по" and end - head.i == 1
    if end - start > 1:
        return False
    if head.i + 1 < len(head.doc) and _is_plural_verb(head.doc[head.i + 1]):
        # «В заключение стороны обратились …» looks like a genitive behind the noun.
        return fold(head.text) == "стороны"
    if not is_plural(head):
        return _is_capital(head) and not head.is_sent_start
    return _is_capital(head) or likely_case(head) in ("Nom", "Ins", "Dat")


def _is_plural_verb(token: Token) -> bool:
    return feature(token, "VerbForm") == "Fin" and feature(token, "Number") == "Plur"


def _country(head: Token, start: int, end: int) -> bool:
    """A state that acts; «в России», «из Кореи» is only a place."""
    if party_lemmas(head) & lexicon().forms and end - start == 1 and not _is_capital(head):
        return False
    if head.text.isupper() and len(head.text) > _LONGEST_ABBREVIATION:
        return False
    place = _before(head, start) in _PLACE_PREPOSITIONS
    return not (place and likely_case(head) in ("Loc", "Gen", ""))


def _abbreviation(token: Token) -> PartyLabel | None:
    """The label of an abbreviation that names a party: by the gazetteer, else by its looks."""
    words, text = lexicon(), token.text
    if text in words.parties:
        entry = words.parties[text]
        # «УК Российской Федерации» is a code of law, the «УК» of a house is a firm.
        return None if entry.ambiguous and _state_follows(token) else entry.type
    if not text[:1].isupper():
        return None
    if name := _short_name(token):
        return words.parties[name].type
    if not is_abbreviation(text) or not 2 < len(text) <= _LONGEST_ABBREVIATION:
        return None
    if text in words.others or text in words.legal_forms or not is_noun(token):
        return None
    known = [reading for reading in analyses(text) if reading.known]
    return "ORG" if not known or any("Orgn" in r.grammemes for r in known) else None


def _short_name(token: Token) -> str:
    """«Минсельхоз» of «Минсельхозу»: the short name of the gazetteer that a word is a form of."""
    text = token.text
    if not text[:1].isupper() or text.isupper():
        return ""
    names = (word.capitalize() for word in (token.lemma_, *sorted(lemmas(text))))
    return next((name for name in names if name in lexicon().parties), "")


def _state_follows(token: Token) -> bool:
    following = token.doc[token.i + 1 : token.i + 3]
    names = frozenset[str]().union(*(party_lemmas(word) for word in following if is_noun(word)))
    return not names.isdisjoint(lexicon().countries) or not names.isdisjoint(lexicon().forms)


def _behind_pointing(doc: Doc, start: int, head: int) -> int:
    while start < head and (doc[start].lemma_ in _POINTING or doc[start].text.isdigit()):
        start += 1
    return start


def _modifiers(head: Token, start: int) -> frozenset[str]:
    """Lemmas of the words in front of the head, within its phrase."""
    found = frozenset[str]()
    for token in head.doc[start : head.i]:
        found |= party_lemmas(token) | lemmas(token.text)
    return found


def _parts(word: str) -> tuple[str, ...]:
    return (word, *word.split("-"))


def _before(head: Token, start: int) -> str:
    """The word in front of the mention, small letters; empty at the start of a sentence."""
    if head.doc[start].is_sent_start or not start:
        return ""
    return fold(head.doc[start - 1].text)


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and not (token.is_sent_start and not is_plural(token))


def _people(doc: Doc) -> dict[int, int]:
    people: dict[int, int] = doc.user_data.get("people", {})
    return people
