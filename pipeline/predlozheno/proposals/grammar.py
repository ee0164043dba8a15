"""Small questions about the words of a Doc: case, clause, agreement. No words of the domain."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import feature as feature
from predlozheno.language.agreement import forms, is_noun, likely_case
from predlozheno.language.answers import answers
from predlozheno.language.morphology import analyses, fold

# So far behind a noun what it is about may begin.
_ABOUT_REACH = 5
CASE_NAMES = {
    "nominative": "Nom",
    "genitive": "Gen",
    "dative": "Dat",
    "accusative": "Acc",
    "instrumental": "Ins",
    "locative": "Loc",
}
_PERSONAL = frozenset(["Name", "Patr"])
_LOW: dict[int, str] = {}
_REMEMBERED = 65536
_SHORTEST_NAME = 3
OPENING, CLOSING = frozenset('(«“"[„'), frozenset(')»”"]“')
CLAUSE_MARKS = frozenset(",;:–—-")
# Signs that belong to the number before them.
UNITS = frozenset("%‰₽€$°")
# What no action ends with; «за» and «против» may be votes.
_LEADING = frozenset(
    "с со в во на о об от к ко у из для до без под над при что чтобы и а но или".split()
)
SUBORDINATORS = frozenset(
    "что чтобы который если когда поскольку так как хотя где куда пока ли кто почему зачем".split()
)


def low(token: Token) -> str:
    """The word in lower case, «ё» as «е»."""
    # Told by its number in the vocabulary: its text would be decoded anew at each of ten times.
    key = token.orth
    try:
        return _LOW[key]
    except KeyError:
        if len(_LOW) >= _REMEMBERED:
            _LOW.clear()
        word = _LOW[key] = fold(token.text)
        return word


def case_of(token: Token) -> str:
    """Its UD case («Nom») by tagger and dictionary together, or an empty string."""
    if "-" in token.text or not is_nominal(token):
        # The dictionary knows few compounds («государства-участники»), the tagger sees their endings,
        # and yet «государству-участнику» is nothing but a dative.
        cases = {form.case for form in forms(token)} if is_nominal(token) else set()
        plain = len(cases) == 1 and "Nom" not in cases
        return next(iter(cases)) if plain else feature(token, "Case")
    return likely_case(token)


def is_infinitive(token: Token) -> bool:
    """An infinitive by the tagger."""
    return feature(token, "VerbForm") == "Inf"


def is_finite(token: Token) -> bool:
    """A finite verb, or a short passive participle, which predicates like one."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    form = feature(token, "VerbForm")
    return form == "Fin" or (form == "Part" and feature(token, "Variant") == "Short")


def is_gerund(token: Token) -> bool:
    """A gerund («предложив») by the tagger."""
    return feature(token, "VerbForm") == "Conv"


def is_nominal(token: Token) -> bool:
    """A noun, a name or a pronoun; where the dictionary is sure of a noun, the tagger is not asked."""
    return token.pos_ in ("PROPN", "PRON") or is_noun(token)


def is_word(token: Token) -> bool:
    """Whether the token holds a letter or a figure."""
    return is_word_text(token.text)


@lru_cache(maxsize=65536)
def is_word_text(text: str) -> bool:
    """Whether a token of these characters does."""
    return any(char.isalnum() for char in text)


def agrees(subject: Token, verb: Token) -> bool:
    """Whether a nominative and a finite verb fit in number, gender and person, as far as known.

    A plural verb fits singular subjects too: they may be coordinated.
    """
    number, person = feature(verb, "Number"), feature(verb, "Person")
    subject_number = feature(subject, "Number")
    if number == "Sing" and subject_number == "Plur":
        return False
    if person in ("1", "2") and low(subject) not in ("я", "мы", "ты", "вы"):
        return False
    if number == "Sing" and feature(verb, "Tense") == "Past":
        gender, other = feature(verb, "Gender"), feature(subject, "Gender")
        # Titles and surnames of women are often masculine: «директор предложила».
        return not (gender and other) or gender == other or (gender == "Fem" and other == "Masc")
    return True


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Takes punctuation and loose conjunctions off both edges of the token span; may come out empty."""
    known = answers(doc)
    texts, words = known.text, known.word
    while start < end and not words[start] and texts[start] not in OPENING:
        start += 1
    while end > start and not (
        words[end - 1]
        or texts[end - 1] in UNITS
        or _closes(doc, start, end)
        or closes_initial(doc, start, end)
    ):
        end -= 1
    return start, end


def trim_whole(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """As `trim`, of a content that goes on nowhere else: no preposition is left at its end."""
    start, end = trim(doc, start, end)
    while end - 1 > start and _dangles(doc, end - 1):
        start, end = trim(doc, start, end - 1)
    return start, end


def _dangles(doc: Doc, last: int) -> bool:
    """«Подготовьте письмо с | просьбой …»: a preposition or conjunction leads to what stands outside.

    «5 в», «пункт «а»»: behind a number or a sign it is a letter.
    """
    words = answers(doc)
    leads = words.low[last] in _LEADING and words.text[last].islower()
    return leads and words.text[last - 1].isalpha()


def closes_initial(doc: Doc, start: int, end: int) -> bool:
    """«Избрать Ерошкину В.П.»: the stop behind an initial belongs to it."""
    texts = answers(doc).text
    letter = texts[end - 2] if end - 2 >= start else ""
    return texts[end - 1] == "." and len(letter) == 1 and letter.isupper()


def _closes(doc: Doc, start: int, end: int) -> bool:
    """Whether the last token is a bracket or quote that was opened inside the span."""
    texts = answers(doc).text
    return texts[end - 1] in CLOSING and any(text in OPENING for text in texts[start : end - 1])


def bracket_depths(doc: Doc, start: int, end: int) -> list[int]:
    """For each token of the span, how many round brackets it stands inside of."""
    depths, depth = [], 0
    for token in doc[start:end]:
        if token.text == "(":
            depth += 1
        depths.append(depth)
        if token.text == ")" and depth:
            depth -= 1
    return depths


def in_quotes(doc: Doc, start: int, position: int) -> bool:
    """Whether quotation marks that open behind `start` are still open at `position`."""
    before = doc[start:position].text
    return before.count("«") > before.count("»")


def overlaps(one: Span | tuple[int, int], other: Span | tuple[int, int]) -> bool:
    """Whether two half-open token spans share a token."""
    (a, b), (c, d) = _ends(one), _ends(other)
    return a < d and c < b


def _ends(span: Span | tuple[int, int]) -> tuple[int, int]:
    return (span.start, span.end) if isinstance(span, Span) else span


def is_small_name(token: Token) -> bool:
    """Whether the likeliest reading of a word in small letters is a person's name in the nominative."""
    readings = [r for r in analyses(token.text) if r.known]
    names = [
        r for r in readings if r.grammemes & _PERSONAL and r.features.get("Case", "Nom") == "Nom"
    ]
    return bool(names) and names[0] in readings[:2] and len(token) >= _SHORTEST_NAME


def relative_end(sentence: Span, comma: int) -> int | None:
    """The comma that closes a relative clause opened by another one."""
    doc = sentence.doc
    words = [low(t) for t in doc[comma + 1 : min(comma + 3, sentence.end)]]
    if not any(
        word.startswith("котор") or word in ("кто", "кого", "кому", "чей") for word in words
    ):
        return None
    return next((i for i in range(comma + 2, sentence.end) if doc[i].text == ","), None)


def tells_about(following: Span) -> bool:
    """«Предложение Орловой о ремонте отклонено»: whose it is, and what it is about."""
    for token in following[:_ABOUT_REACH]:
        if low(token) in ("о", "об", "обо"):
            return True
        if case_of(token) not in ("Gen", "") and token.pos_ != "PROPN" and token.text != ".":
            return False
    return False


def closing_bracket(doc: Doc, i: int, end: int) -> int:
    """Behind the bracket that closes the one at `i`; `i` itself where none does."""
    depth = 0
    for k in range(i, end):
        depth += (doc[k].text == "(") - (doc[k].text == ")")
        if depth == 0:
            return k + 1
    return i


def opposed(doc: Doc, i: int) -> bool:
    """«…, а …»: another clause begins here, whose verb does not carry this one's noun.

    «Выразили озабоченность, а также готовность …» has one verb for both.
    """
    words = answers(doc).low
    comma, word = (i - 1, i) if words[i] in ("а", "но") else (i, i + 1)
    pair = words[max(comma, 0) : word + 2]
    return pair[:2] in ([",", "а"], [",", "но"]) and pair[2:] != ["также"]
