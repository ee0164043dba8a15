"""Whom a pronoun of the third person stands for: the party named before it that agrees with it."""

from __future__ import annotations

from predlozheno.language.morphology import can_be, lemmas
from predlozheno.language.surname_forms import may_be_of
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import case_of, feature, is_finite, low
from predlozheno.proposals.meeting_bodies import meeting_bodies
from predlozheno.reading.dictionary import is_name, is_word

_MASCULINE = frozenset("он им его него нему последний последним".split())
_FEMININE = frozenset("она ею ей ее нее ней последняя последней".split())
_PLURAL = frozenset("они ими их них ним последние последними".split())
_POSSESSIVES = frozenset("его ее".split())
THIRD_PERSON = _MASCULINE | _FEMININE | _PLURAL
_SENTENCES_BACK = 3
_FAR_BACK = 6
_HEARING = frozenset("заслушать слушать выслушать заслушивать пригласить".split())


def antecedent(context: Context, pronoun: Phrase, *, agent: bool = False) -> Phrase | None:
    """The nearest party before the pronoun that agrees with it, subjects first."""
    doc = context.doc
    word, gender = low(pronoun.head), _gender(pronoun, agent=agent)
    candidates = _before(context, pronoun, gender, _SENTENCES_BACK)
    if not candidates:
        # «Она же просила …» takes up whoever spoke, whatever became of his words meanwhile.
        again = pronoun.end < len(doc) and low(doc[pronoun.end]) == "же"
        own = context.block_index(pronoun.start)
        far = _before(context, pronoun, gender, _FAR_BACK)
        candidates = [p for p in far if again or context.block_index(p.start) == own]
    # «Комиссия (Ласточкин, Дьячкова) провела опрос. Ею …»: who is listed in brackets is no subject.
    candidates = [p for p in candidates if not _in_brackets(context, p)] or candidates
    if word.startswith("последн") and candidates:
        # «Кротов ответил Зуеву. Последний просил …»: of two the one named last.
        return max(candidates, key=lambda p: p.start)
    own_sentence = _own_clause(context, pronoun.start)
    sentence = doc[pronoun.start].sent
    last = doc[sentence.start - 1].sent.start if sentence.start else 0
    ranked = sorted(
        candidates,
        key=lambda p: (
            p.start < own_sentence,
            word in _POSSESSIVES and p.label == "PER",
            # What was said two sentences before the subject of the last one is further off.
            p.start >= last and (p.label in ("PER", "ROLE") or case_of(p.head) == "Nom"),
            # «Комиссия заслушала Пряхину. Она предложила …»: it is people who speak.
            not agent and p.label in ("PER", "ROLE"),
            case_of(p.head) == "Nom" or _is_heard(context, p),
            _in_main_clause(context, p),
            p.start,
        ),
        reverse=True,
    )
    return ranked[0] if ranked else None


def _gender(pronoun: Phrase, *, agent: bool = False) -> str:
    word = low(pronoun.head)
    dative = word == "им" and not agent and case_of(pronoun.head) == "Dat"
    return "Plur" if word in _PLURAL or dative else "Fem" if word in _FEMININE else "Masc"


def _before(context: Context, pronoun: Phrase, gender: str, sentences: int) -> list[Phrase]:
    """The parties that agree with a pronoun, from so many sentences before its own to itself."""
    doc, first = context.doc, pronoun.start
    for _ in range(sentences):
        first = doc[doc[first].sent.start - 1].sent.start if doc[first].sent.start > 0 else 0
    return [
        p
        for p in (*context.parties_in(first, pronoun.start), *_plain(context, first, pronoun.start))
        # «A. Накладные» is the heading of a part, and no name.
        if context.blocks[context.block_index(p.start)].kind != "heading"
        and _agrees(context, p, gender)
    ]


def _plain(context: Context, start: int, end: int) -> list[Phrase]:
    """«Группа напомнила о сроках. Она постановила …»: a body without a name, as the subject."""
    found = []
    for sentence in (s for s in context.doc.sents if start <= s.start < end):
        subject = context.phrase_at(sentence.start)
        if subject is None or subject.label or subject.end >= end:
            continue
        body = lemmas(subject.head.text) & meeting_bodies()
        if body and subject.has_case("Nom") and is_finite(context.doc[subject.end]):
            found.append(Phrase(subject.start, subject.end, subject.head, "ORG"))
    return found


def _own_clause(context: Context, token: int) -> int:
    """Where the sentence of a token begins, or the part of it behind its last semicolon."""
    begin = context.doc[token].sent.start
    return next((i + 1 for i in range(token - 1, begin, -1) if context.doc[i].text == ";"), begin)


def _in_main_clause(context: Context, party: Phrase) -> bool:
    """«Участники обсудили, почему люди уезжают. По их мнению …»: no clause is opened before it."""
    begin = context.doc[party.start].sent.start
    finite = any(is_finite(t) for t in context.doc[begin : party.start])
    return not finite or not any(t.text == "," for t in context.doc[begin : party.start])


def _is_heard(context: Context, party: Phrase) -> bool:
    """«Заслушав завхоза, совет решил … Он заверил»: who was heard is spoken of."""
    before = context.doc[party.start - 1] if party.start else None
    return before is not None and bool(lemmas(before.text) & _HEARING)


def _in_brackets(context: Context, party: Phrase) -> bool:
    before = context.doc[context.doc[party.start].sent.start : party.start].text
    return before.count("(") > before.count(")")


def _agrees(context: Context, party: Phrase, gender: str) -> bool:
    """Whether a party can be meant by a pronoun of this gender, or by one in the plural."""
    number, own = feature(party.head, "Number"), feature(party.head, "Gender")
    if gender == "Plur":
        return number == "Plur" or party.label == "GROUP"
    if party.label not in ("PER", "ROLE", "ORG") or number == "Plur":
        return False
    if party.label in ("PER", "ROLE") and (told := _gender_of_verb(context, party)):
        return told == gender
    if gender == "Fem":
        return own == "Fem" or (party.label == "PER" and can_be_called(context, party, "Fem"))
    masculine = party.label == "PER" and can_be(party.head, gender="Masc")
    return own not in ("Fem", "Neut") or masculine


def _gender_of_verb(context: Context, person: Phrase) -> str | None:
    """«Слово взяла представитель банка О. В. Линь»: the verb tells what the name does not."""
    doc, sentence = context.doc, context.doc[person.start].sent
    beside = [i for i in (person.start - 1, person.end) if sentence.start <= i < sentence.end]
    for token in (doc[i] for i in beside):
        if is_finite(token) and feature(token, "Tense") == "Past" and case_of(person.head) == "Nom":
            gender = feature(token, "Gender")
            return gender if gender in ("Masc", "Fem") else None
    return None


def can_be_called(context: Context, person: Phrase, gender: str) -> bool:
    """Whether a person's name can be a man's or a woman's, whatever the office in front of it is."""
    words = [
        t for t in context.doc[person.start : person.end] if t.text[0].isupper() and len(t) > 1
    ]
    # «Председатель» at the start of a sentence is an office, and no name.
    names = [t for t in words if is_name(t.text) or not is_word(t.text)] or words
    return any(can_be(t, gender=gender) or may_be_of(t.text, gender) for t in names)
