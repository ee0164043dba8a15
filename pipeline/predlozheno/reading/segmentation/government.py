"""What a verb of recognised speech governs: what its clause lacks, and what it has too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from predlozheno.reading.dictionary import tags_of
from predlozheno.resources import gazetteer

_NOMINAL = ("NOUN", "NPRO", "ADJF", "PRTF")
_ATTRIBUTES = ("ADJF", "PRTF")
_NAMES = frozenset(("Name", "Patr", "Surn"))
_CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))

# What speaks against a reading of a clause.
_NO_OBJECT = 1.0
_NO_SUBJECT = 0.7
_IDLE = 1.5
_ASTRAY = 0.6
_CALLED = 0.25
_NAMED = 0.9


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb with its infinitive: what it asks for."""

    place: int
    transitive: bool
    person: str
    number: str
    impersonal: bool
    infinitive: bool


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun with its attributes, outside of prepositions."""

    place: int
    cases: frozenset[str]
    numbers: frozenset[str]
    pronoun: bool
    name: bool
    attribute: bool
    joined: bool


def cost_of(words: Sequence[str], begin: int, at: int, stop: int) -> float:
    """What a clause lacks and what it has too much, by the best reading of its nouns."""
    verb, nouns = verb_at(words, at), list(_nouns(words, begin, stop))
    if verb is None:
        return 0.0
    spare = _IDLE if verb.infinitive and any(_can_be_object(n) for n in nouns) else 0.0
    least = float("inf")
    for subject in (None, *(n for n in nouns if _can_be_subject(n, verb))):
        for thing in (None, *(n for n in nouns if n is not subject and _can_be_object(n))):
            cost = 0.0
            if subject is None and not verb.impersonal and verb.person == "3per":
                cost += _NO_SUBJECT if verb.number == "sing" else _NO_SUBJECT / 2
            if thing is None and verb.transitive and not _has_clause(words, at, stop):
                cost += _NO_OBJECT
            if thing is not None and not verb.transitive:
                cost += _IDLE
            left = [n for n in nouns if n not in (subject, thing)]
            # «едут рита и антон»
            left = [n for n in left if words[n.place - 1] != "и" or "nomn" not in n.cases]
            astray = sum(_astray(n, nouns, begin) for n in left)
            # «попрошу игоря нарисовать схему»: one object of the verb, one of its infinitive.
            least = min(least, cost + max(0.0, astray - (spare if thing else 0.0)))
    return least


def _astray(noun: _Noun, nouns: Sequence[_Noun], begin: int) -> float:
    """What a noun costs that is neither subject nor object."""
    if noun.cases & {"datv", "ablt"} and not noun.cases & {"nomn", "accs"}:
        return 0.0
    held = "gent" in noun.cases and any(noun.place - other.place == 1 for other in nouns)
    if noun.name and not held:
        return _CALLED if noun.place <= begin + 1 else _NAMED
    if "gent" in noun.cases:
        return 0.0 if held else _ASTRAY
    return 0.0 if noun.attribute else _IDLE


def _can_be_subject(noun: _Noun, verb: Verb) -> bool:
    if verb.impersonal or "nomn" not in noun.cases or verb.person in ("1per", "2per"):
        return noun.pronoun and "nomn" in noun.cases and not verb.impersonal
    # «едут рита и антон»
    return not verb.number or verb.number in noun.numbers or noun.joined


def _can_be_object(noun: _Noun) -> bool:
    return "accs" in noun.cases and not (noun.pronoun and "nomn" in noun.cases)


def _has_clause(words: Sequence[str], at: int, stop: int) -> bool:
    return any(word in cues("connectors") for word in words[at + 1 : stop])


@lru_cache(maxsize=65536)
def agree(attribute: str, noun: str) -> bool:
    """«третьим залом»: an adjective before a noun in one of its cases."""
    adjectives = {m for t in tags_of(attribute) if t.startswith(_ATTRIBUTES) for m in _marks(t)}
    nouns = {m for t in tags_of(noun) if t.startswith("NOUN") for m in _marks(t)}
    return bool(adjectives & nouns & _CASES)


def _nouns(words: Sequence[str], begin: int, stop: int) -> Iterator[_Noun]:
    held = False
    for i in range(begin, stop):
        word = words[i]
        if word in cues("before_noun"):
            held = True
        elif verb_at(words, i) or not is_nominal(word):
            held = False
        elif i + 1 < stop and agree(word, words[i + 1]):
            continue
        elif held or word in cues("spans"):
            held = False
        elif i > begin and is_one_name(words[i - 1], word):
            continue
        else:
            yield _noun(words, i)


def _noun(words: Sequence[str], i: int) -> _Noun:
    """What its readings allow; a word that the dictionary lacks may be anything."""
    tags = [t for t in tags_of(words[i]) if t.startswith(_NOMINAL)]
    marks = {m for t in tags for m in _marks(t)} or {"nomn", "accs", "gent", "sing", "plur"}
    if words[i - 1] == "не" or i + 1 < len(words) and words[i + 1] == "не":
        # «никто слова не сказал»: denied, the object is a genitive.
        marks |= {"accs"} if "gent" in marks else set()
    return _Noun(
        i,
        frozenset(marks) & _CASES,
        frozenset(marks) & {"sing", "plur"},
        bool(tags) and all(t.startswith("NPRO") for t in tags),
        is_a_name(words[i]),
        bool(tags) and all(t.startswith(_ATTRIBUTES) for t in tags),
        any("nomn" in t for w in words[i + 2 : i + 3] for t in tags_of(w)) and words[i + 1] == "и",
    )


@lru_cache(maxsize=65536)
def is_nominal(word: str) -> bool:
    """Whether the likeliest reading of `word` can stand for a noun; the dictionary may lack it."""
    tags = tags_of(word)
    known = not tags or tags[0].startswith(_NOMINAL)
    return known and word.isalpha() and word not in cues("no_nouns")


@lru_cache(maxsize=65536)
def is_a_name(word: str) -> bool:
    """Whether some reading of `word` is the name of a person."""
    return any(_NAMES & _marks(t) for t in tags_of(word))


@lru_cache(maxsize=65536)
def is_one_name(first: str, second: str) -> bool:
    """«людмила борисовна»: two names in one case; «поле николай» is none."""
    one, other = (
        {m for t in tags_of(word) if _NAMES & _marks(t) for m in _marks(t)}
        for word in (first, second)
    )
    return bool(one & other & _CASES)


@lru_cache(maxsize=4096)
def _marks(tag: str) -> frozenset[str]:
    return frozenset(tag.replace(" ", ",").split(","))


@lru_cache(maxsize=65536)
def is_number(word: str) -> bool:
    """Whether some reading of `word` is a number: «двадцать», «одну» is none."""
    return any(t.startswith("NUMR") for t in tags_of(word))


def verb_at(words: Sequence[str], i: int) -> Verb | None:
    """The predicate at a place; no auxiliary and nothing said by the way."""
    marks = finite(words[i])
    if marks is None:
        return None
    acts = _finite_infinitive(words, i)
    person = next((p for p in ("1per", "2per") if p in marks), "3per")
    if "impr" in marks:
        person = "2per"
    return Verb(
        i,
        "tran" in (acts or marks),
        person,
        "plur" if "plur" in marks else "sing",
        words[i] in cues("impersonal"),
        acts is not None,
    )


def _finite_infinitive(words: Sequence[str], i: int) -> frozenset[str] | None:
    """«хочу ещё раз спросить»: the object is that of the infinitive close behind."""
    for word in words[i + 1 : i + 4]:
        tags = tags_of(word)
        if tags and all(t.startswith("INFN") for t in tags):
            return _marks(tags[0])
    return None


@lru_cache(maxsize=65536)
def finite(word: str) -> frozenset[str] | None:
    """The marks of a word that can only be a finite verb or a short participle."""
    if word in cues("asides") or word in cues("performatives"):
        return None
    if word in cues("wanting"):
        return frozenset(("intr", "plur" if word.endswith("ы") else "sing"))
    tags = [t for t in tags_of(word) if not t.startswith("INTJ")]
    verbs = [t for t in tags if t.startswith("VERB")]
    if word in cues("rather_verbs"):
        tags = verbs
    if not tags or not all(t.startswith(("VERB", "PRTS")) for t in tags):
        return None
    return _marks((verbs or tags)[0])


@cache
def cues(name: str) -> frozenset[str]:
    """The words of a list in `reading-clauses`."""
    return frozenset(str(word) for word in gazetteer("reading-clauses")[name])
