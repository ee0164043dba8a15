"""Names of people in the nominative, whose gender often only the rest of the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import feature, likely_case, tagged_case
from predlozheno.language.beside import (
    acts_elsewhere,
    governed_cases,
    heard,
    stands_alone,
    verb_beside,
)
from predlozheno.language.inflection import keep_letters
from predlozheno.language.inversion import inverted_verb
from predlozheno.language.listed import gender_of_pronoun, is_listed
from predlozheno.language.morphology import Analysis, analyses, fold
from predlozheno.language.people import is_title, surname_stem
from predlozheno.language.surname_forms import by_ending, can_be_nominative

_MAN = re.compile(r"(?<=[оеёиы][вн])а$")
_NAMES = frozenset(["Name", "Surn", "Patr"])
_MANY = frozenset(("Name", "plur"))
_VERB_REACH = 4
_REACH = 6
# «Ответственная Орлова», «куратор Орлова»: a label in the nominative, and so is the name.
_CHARGED = re.compile(r"(?:ответственн(?:ый|ая)|куратор|исполнитель|координатор)$")
_DASHES = frozenset(("–", "—", "-", "→", "->", "=>"))
_APPOINTING = frozenset(
    "избрать избирать назначить утвердить включить ввести выдвинуть рекомендовать просить "
    "пригласить заменить".split()
)
_BRACKET_REACH = 12


def nominative_person(span: Span, *, case: str = "") -> dict[int, str]:
    """The words of a person's name that change in the nominative: token index to word.

    Args:
        span: the name without title or office.
        case: of the office in front of it, with which the name agrees; "" where none stands there.
    """
    words = [token for token in span if len(token.text) > 1 and token.text[0].isupper()]
    case = case or heard(span)
    # «Ревизор Туманова рекомендовала»: the surname may stand behind what one is.
    if not case and words and any(_acts(span, word) for word in {words[0], words[-1]}):
        return {}
    if len(words) == 1:
        return {words[0].i: _surname(words[0], case)}
    gender = next((gender for token in words if (gender := _sure_gender(token))), "")
    result: dict[int, str] = {}
    for token in words:
        readings = _with(_with(_readings(token), "Gender", gender), "Case", case)
        result[token.i] = _choose(token, readings) or token.text
    return result


def _acts(span: Span, name: Token) -> bool:
    """Whether the name is a speaker's label or the subject of the verb behind it, so is nominative.

    «Обухова предлагает», «Вагапов И.Р.: …»: the tagger takes rare surnames for genitives of others.
    """
    doc, sentence = span.doc, span.sent
    if stands_alone(span) or is_listed(span):
        return _is_nominative(name, "")
    if verb := inverted_verb(name):
        return can_be_nominative(name.text, feature(verb, "Gender"))
    before = doc[span.start - 1] if span.start > sentence.start else None
    if any(map(is_title, doc[max(sentence.start, span.start - _REACH) : span.start])):
        before = None  # «Зам. главы города Орлова просит»: the genitives are those of the title.
    behind = doc[span.end : min(span.end + _VERB_REACH, sentence.end)]
    # «По второму вопросу Ковалёва предложила»: no man is meant right before a verb of hers.
    hers = bool(behind) and _predicates(behind[0]) and feature(behind[0], "Gender") == "Fem"
    apart = ("PUNCT", "CCONJ", "ADV", "PART", "SPACE")
    if before is not None and before.pos_ not in apart and not hers:
        return bool(_CHARGED.match(fold(before.text))) and _is_nominative(name, "")
    if _is_label(span):
        return _is_nominative(name, "")
    if before is not None and before.text in _DASHES and _is_charged(sentence, span.end):
        return _is_nominative(name, "")
    verb = next((t for t in behind if t.pos_ in ("VERB", "AUX") or _predicates(t)), None)
    if verb is None or not _predicates(verb) or feature(verb, "Number") != "Sing":
        return False
    told = feature(verb, "Gender")
    return bool(told or feature(verb, "Person") == "3") and _is_nominative(name, told)


def _is_charged(sentence: Span, end: int) -> bool:
    """«Смета – Орлова, до мая»: behind a dash for «отвечает», but «избрать секретарём – Орлова»."""
    closed = end >= sentence.end or sentence.doc[end].text in ",;.)("
    return closed and not any(
        fold(token.lemma_) in _APPOINTING for token in sentence if token.i < end
    )


def _predicates(word: Token) -> bool:
    """A finite verb, or a short adjective («готова»)."""
    short = word.pos_ == "ADJ" and feature(word, "Variant") == "Short"
    return short or word.pos_ in ("VERB", "AUX") and feature(word, "VerbForm") == "Fin"


def _is_label(span: Span) -> bool:
    """«Обухова Л.Г.: …», «Обухова Л.Г. (уч. 41): …», «Обухова Л.Г. – …» at a line's start."""
    doc, behind = span.doc, span.end
    if span.start == span.sent.start and behind < len(doc) and doc[behind].text in "–—":
        return True
    if behind < len(doc) and doc[behind].text == "(":
        reach = doc[behind : behind + _BRACKET_REACH]
        behind = next((t.i + 1 for t in reach if t.text == ")"), len(doc))
    return behind < len(doc) and doc[behind].text == ":"


def _is_nominative(name: Token, gender: str) -> bool:
    """By its ending, or as the dictionary has it: «Света» is no genitive of «Свет» before a colon."""
    known = [r for r in _readings(name) if r.features.get("Case") == "Nom"]
    return can_be_nominative(name.text, gender) or any(
        gender in ("", reading.features.get("Gender")) for reading in known
    )


def _with(readings: list[Analysis], feature: str, value: str) -> list[Analysis]:
    """The readings with this value where there are any, else all; all, too, where it is ""."""
    return [r for r in readings if r.features.get(feature) == value] or readings


def _surname(token: Token, case: str) -> str:
    """One surname in the nominative."""
    if not case and tagged_case(token) == "Nom" and _is_common(token):
        # «Хан» is no genitive of «Хана» where the tagger sees a nominative.
        return token.text
    readings = _with(_readings(token), "Case", case)
    told = case in ("Gen", "Acc") and not any("Surn" in r.grammemes for r in readings)
    if told and (man := _MAN.search(fold(token.text))):
        # «Соседа Лыкова»: the title's case leaves no woman.
        return token.text[: -len(man[0])]
    if not readings and token.text.endswith("у") and governed_cases(token) == {"Acc", "Loc"}:
        # «На Гаранину»: no dative, so a woman.
        return f"{token.text[:-1]}а"
    if not readings:
        return by_ending(token.text) or token.text
    forms = {word for reading in readings if (word := _nominative(reading, token.text))}
    if not forms:
        return by_ending(token.text) or token.text
    if len(forms) == 1:
        return forms.pop()
    gender = _gender_in_text(token) or _gender_here(token)
    fitting = [r for r in readings if r.features.get("Gender") == gender]
    return _choose(token, fitting) or token.text


def _is_common(token: Token) -> bool:
    """Whether a name is a common noun in the nominative («Хан», «Ива»), and no form of a surname."""
    known = [r for r in analyses(token.text) if r.known]
    single = any(
        r.pos == "NOUN" and r.features.get("Case") == "Nom" and r.features.get("Number") == "Sing"
        for r in known
    )
    return single and not any("Surn" in r.grammemes for r in known)


def _choose(token: Token, readings: list[Analysis]) -> str | None:
    case = tagged_case(token)
    ordered = sorted(readings, key=lambda reading: reading.features.get("Case") != case)
    return next((word for r in ordered if (word := _nominative(r, token.text))), None)


def _readings(token: Token) -> list[Analysis]:
    """The readings as part of a name; surnames first, for most names here are surnames."""
    # «Вагапов» is no crowd of people called Вагап.
    readings = [r for r in analyses(token.text) if r.grammemes & _NAMES]
    readings = [r for r in readings if not r.grammemes >= _MANY]
    # «Зиминой»: a guess at a first name is worth less than the ending of a surname.
    if not any(r.known or "Surn" in r.grammemes for r in readings):
        readings = []
    if not readings and by_ending(token.text) is None and not can_be_nominative(token.text, ""):
        # «Пестова» is no genitive of a village.
        readings = [r for r in analyses(token.text) if r.pos in ("NOUN", "ADJ")]
    cases = governed_cases(token)
    governed = [r for r in readings if r.features.get("Case") in cases]
    return sorted(governed or readings, key=lambda reading: "Surn" not in reading.grammemes)


def _nominative(reading: Analysis, text: str) -> str | None:
    form = reading.parse.inflect(["Nom", "Sing"])
    return keep_letters(text, str(form.word)) if form else None


def _sure_gender(token: Token) -> str:
    """The gender where a patronymic or first name has only one."""
    genders = {
        reading.features.get("Gender", "")
        for reading in analyses(token.text)
        if reading.grammemes & {"Patr", "Name"} and reading.known
    }
    return next(iter(genders)) if len(genders) == 1 else ""


def _gender_in_text(token: Token) -> str:
    """The gender that another form of the same surname shows in this text."""
    others = list(_same_surname(token.doc, token))
    people: dict[int, int] = token.doc.user_data["people"]
    if any(_acts_elsewhere(token, token.doc[start:end]) for start, end in people.items()):
        return "Fem"
    # «Рогов» is a man's whatever the tagger says, «Рогова» only where it is right.
    for sure in (True, False):
        for other, case in others:
            genders = {
                r.features.get("Gender", "")
                for r in _with(_readings(other), "Case", case)
                if "Surn" in r.grammemes and (sure or _agrees_with_tagger(r, other))
            } - {""}
            if len(genders) == 1:
                return next(iter(genders))
    return ""


def _acts_elsewhere(token: Token, name: Span) -> bool:
    """The same form is a woman's nominative where she acts or is among those present."""
    if acts_elsewhere(token, name.start, name.end):
        return True
    same = any(fold(other.text) == fold(token.text) for other in name)
    return same and fold(token.text)[-1] in "ая" and is_listed(name)


def _same_surname(doc: Doc, token: Token) -> Iterator[tuple[Token, str]]:
    """Other forms of the surname, each with the case that it is known to stand in, or ""."""
    people: dict[int, int] = doc.user_data.get("people", {})
    stem = surname_stem(token.text)
    for start, end in people.items():
        for other in doc[start:end]:
            if fold(other.text) != fold(token.text) and surname_stem(other.text) == stem:
                yield other, "Nom" if is_listed(doc[start:end]) else heard(doc[start:end])


def _agrees_with_tagger(reading: Analysis, token: Token) -> bool:
    """«Зуеву» can be a woman's accusative: the tagger decides, or the case of «секретарь» before it."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.text.islower() and before.pos_ == "NOUN":
        cases = {r.features.get("Case") for r in analyses(before.text) if r.known}
        if len(cases) == 1:
            return reading.features.get("Case") in cases
    return reading.features.get("Case") == (likely_case(token) or reading.features.get("Case"))


def _gender_here(token: Token) -> str:
    """The gender by the verb beside the name, else by the tagger."""
    if told := gender_of_pronoun(token):
        return told
    feminine = fold(token.text).endswith(("а", "я"))
    beside = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if beside is not None and fold(beside.text) in ("ответственной", "старшей", "дежурной"):
        # «Назначить Гущину ответственной»
        return "Fem"
    verb = verb_beside(token)
    if feminine and verb is not None and feature(verb, "Gender") == "Fem":
        return "Fem"
    if tagged_case(token) == "Nom":
        return "Fem" if feminine else "Masc"
    return feature(token, "Gender") or "Masc"
