"""People by name: initials in either order, first names and patronymics, titles, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.answers import answers
from predlozheno.language.lexicon import head_kind, lexicon
from predlozheno.language.morphology import analyses, fold, lemmas
from predlozheno.resources import gazetteer

_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)*$")
_CAPITALS = re.compile(r"[А-ЯЁ]{3,}(-[А-ЯЁ]{3,})*$")
_ENDINGS = re.compile(
    r"(?:ыми|ого|ому|ыми|ым|им|ом|ем|ой|ою|ую|ая|ый|ий|ые|ых|их|ами|а|у|е|ы|и|я|ю|ь|й)$"
)
_NAMES = frozenset(["Name", "Surn", "Patr"])
_PARTICLES = frozenset(["ADP", "CCONJ", "SCONJ", "PART", "PRON"])
_LONGEST_SHORTENED = 5
_LIKE_SURNAME = re.compile(r"(?:[ое]в|[иы]н|[сц]к)(?:а|ой|у|ым|е|ая|ую|ий|ого|ому)?$")
# So many words may stand between an office and the surname of who holds it.
_OFFICE_REACH = 5
# How the list of those who met opens, and among how many first tokens it stands.
_ATTENDANCE = re.compile(
    r"\W*(?:присутств|участ|собрались|пришли|были|был|была|на встрече|в звонке|на связи|явка|члены"
    r"|приглаш|отсутств)[^:]{0,60}:"
)
_ATTENDANCE_WITHIN = 250


def find_people(doc: Doc) -> dict[int, int]:
    """Every name of a person: index of its first token to the index behind its last, in order.

    The name alone, without title. A bare surname counts where the document holds it with initials,
    or where the news model or the dictionary knows it for one. Kept in `doc.user_data["people"]`.
    """
    spans = sorted([*_full_names(doc), *_attending(doc)])
    taken = {index for start, end in spans for index in range(start, end)}
    stems = {surname_stem(token.text) for s, e in spans for token in doc[s:e] if _is_name(token)}
    for start, end in sorted(_bare_names(doc, stems)):
        if not taken & set(range(start, end)):
            spans.append((start, end))
            taken.update(range(start, end))
    people = _longest(spans)
    doc.user_data["people"] = people
    return people


def surname_stem(word: str) -> str:
    """The surname without its ending of case and gender, small letters: a key, not a word."""
    folded = fold(word)
    stem = _ENDINGS.sub("", folded)
    return stem if len(stem) > 2 else folded


def is_title(word: Token) -> bool:
    """«Доц.», «ст.»: an abbreviated title, with the full stop behind it."""
    doc, behind = word.doc, word.i + 1
    titled = fold(word.text) in lexicon().titles
    return titled and behind < len(doc) and doc[behind].text == "."


def is_kin(word: Token) -> bool:
    """«Мама», «дядя»: the name behind says whose, and is somebody else's."""
    return bool(lemmas(word.text) & _kin())


@cache
def _kin() -> frozenset[str]:
    return frozenset(fold(word) for word in gazetteer("reading-speakers")["kin"])


def title_start(doc: Doc, start: int) -> int:
    """Where the abbreviated titles begin that stand in front of a name («ст. преп.», «проф.»)."""
    while start > 1 and not doc[start - 1].is_sent_start:
        word = doc[start - 2]
        if not is_title(word):
            break
        start -= 2
        if word.is_sent_start:
            break
    return start


def _full_names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names that prove themselves: with initials, with a first name, with a title, handles."""
    for index, text in enumerate(answers(doc).text):
        if not (text[0].isupper() or text[0] == "@"):
            continue
        token = doc[index]
        if token.text == "@" and index + 1 < len(doc) and not token.whitespace_:
            yield index, index + 2
        elif token.text.startswith("@") and len(token.text) > 2:
            yield index, index + 1
        if _is_initial(doc, index) and not (index and _glued_before(doc, index)):
            end = _initials_end(doc, index)
            # «А. По итогам объезда» is a heading with its letter.
            if _at(doc, end) and _is_surname(doc[end]) and not _is_particle(doc[end].text):
                yield index, end + 1
        if _is_surname(token) and _at(doc, index + 1):
            if _is_initial(doc, index + 1):
                end = _initials_end(doc, index + 1)
                # «Иванов П.С. Петров»: the initials belong to the one in front of whom they stand,
                # unless that is a second name.
                second = _at(doc, end) and _is_name(doc[end]) and _known_name(doc[end])
                if not second or _known_name(token):
                    yield index, end
            end = _written_out_end(doc, index)
            if end - index > 1:
                yield index, end
        if _is_name(token) and index and title_start(doc, index) < index:
            yield index, index + 1
    for entity in doc.ents:
        if entity.label_ != "PER" or not all(_is_name(token) for token in entity):
            continue
        lone = entity.end - entity.start == 1
        if not (lone and (_is_particle(entity.text) or _shortened(doc, entity.start))):
            yield entity.start, entity.end


def _bare_names(doc: Doc, stems: set[str]) -> Iterator[tuple[int, int]]:
    """Surnames that stand alone: known from a fuller name, or surnames by the dictionary alone."""
    for index, text in enumerate(answers(doc).text):
        if not _may_name(text):
            continue
        token = doc[index]
        if head_kind(token) is not None or _is_particle(text) or _shortened(doc, index):
            continue
        surname = surname_stem(token.text) in stems or _speaks(doc, index)
        surname = surname or _behind_office(doc, index)
        if surname or _surely_name(token) or (not token.is_sent_start and _rather_name(token)):
            yield token.i, token.i + 1


def _speaks(doc: Doc, index: int) -> bool:
    """«Света: предлагаю …», «Света предложила …»: a first name, whatever else the word means."""
    if not doc[index].is_sent_start or index + 1 >= len(doc):
        return False
    behind = doc[index + 1]
    gender = behind.morph.get("Gender", [""])[0] if behind.pos_ == "VERB" else ""
    return (behind.text == ":" or gender != "") and any(
        "Name" in reading.grammemes
        and reading.known
        and reading.features.get("Case") == "Nom"
        and gender in ("", reading.features.get("Gender"))
        for reading in analyses(doc[index].text)
    )


def _behind_office(doc: Doc, index: int) -> bool:
    """«Директор школы Леденцова»: a surname behind an office and what that is of, and no place."""
    readings = analyses(doc[index].text)
    known = [reading for reading in readings if reading.known]
    surname = any("Surn" in reading.grammemes for reading in readings)
    surname = surname or not known and bool(_LIKE_SURNAME.search(fold(doc[index].text)))
    behind = doc[index + 1] if index + 1 < len(doc) else None
    # «Главы Камышного и Степного районов»
    apart = behind is None or behind.pos_ in ("VERB", "AUX", "PUNCT", "ADV")
    if not surname or not apart or any("Geox" in r.grammemes for r in known):
        return False
    for i in range(index - 1, max(index - _OFFICE_REACH, -1), -1):
        word = doc[i]
        if not (word.is_alpha and word.pos_ in ("NOUN", "ADJ")):
            return False
        if head_kind(word) == "ROLE":
            return True
        if word.is_sent_start or not word.is_lower:
            return False
    return False


def _attending(doc: Doc) -> Iterator[tuple[int, int]]:
    """«Были: Пруцкова (бухгалтерия), инженер Тё.»: bare surnames in the list of those who met."""
    for sentence in doc.sents:
        if sentence.start > _ATTENDANCE_WITHIN:
            return
        opening = _ATTENDANCE.match(fold(sentence.text))
        depth = 0
        for token in sentence if opening else ():
            depth += (token.text == "(") - (token.text == ")")
            listed = token.idx >= sentence.start_char + (opening.end() if opening else 0)
            if depth or not listed or not _is_name(token) or not _at(doc, token.i + 1):
                continue
            before, behind = doc[token.i - 1], doc[token.i + 1]
            # «Зав. постановочной частью Ним»
            opens = before.text in ",;:" or before.text.islower() and before.pos_ == "NOUN"
            opens = opens and not any(
                reading.known and "Geox" in reading.grammemes for reading in analyses(token.text)
            )
            if opens and behind.text in ",;.(" and not _shortened(doc, token.i):
                yield token.i, token.i + 1


def _is_particle(text: str) -> bool:
    """«По», «Но»: also surnames to the dictionary, and none where they stand alone."""
    return any(reading.known and reading.pos in _PARTICLES for reading in analyses(text))


def _shortened(doc: Doc, index: int) -> bool:
    """«Проф.», «Отв.:», «Докл.»: an office cut short, no surname."""
    if index + 1 >= len(doc) or doc[index + 1].text != "." or doc[index].whitespace_:
        return False
    text = doc[index].text
    known = any(reading.known for reading in analyses(text))
    return fold(text) in lexicon().titles or (not known and len(text) <= _LONGEST_SHORTENED)


def _written_out_end(doc: Doc, start: int) -> int:
    """Index behind a run of first name, patronymic and surname in some order."""
    end, kinds = start, set[str]()
    while end < len(doc) and end - start < 3 and (end == start or _at(doc, end)):
        kind = next((k for k in ("Patr", "Name", "Surn") if _may_be(doc[end], k)), None)
        if kind is None or kind in kinds or not _is_name(doc[end]):
            break
        kinds.add(kind)
        end += 1
    return end if kinds & {"Patr", "Name"} else start


def _longest(spans: list[tuple[int, int]]) -> dict[int, int]:
    """The spans without those that overlap a longer one, in order."""
    taken: set[int] = set()
    chosen: dict[int, int] = {}
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if not taken & set(range(start, end)):
            chosen[start] = end
            taken.update(range(start, end))
    return dict(sorted(chosen.items()))


def _is_name(token: Token) -> bool:
    """A capitalised word that may be part of a person's name."""
    return _may_name(token.text)


@lru_cache(maxsize=65536)
def _may_name(text: str) -> bool:
    if not _SURNAME.match(text):
        return False
    readings = analyses(text)
    known = [reading for reading in readings if reading.known]
    return not known or any(r.grammemes & _NAMES or r.pos in ("ADJ", "NOUN") for r in known)


def _is_surname(token: Token) -> bool:
    """A name, or one in capitals («ИВАНОВ И.И.»); only initials beside it make that a surname."""
    return _is_name(token) or bool(_CAPITALS.match(token.text) and not is_abbreviation(token.text))


def _surely_name(token: Token) -> bool:
    known = [reading for reading in analyses(token.text) if reading.known]
    return bool(known) and all(reading.grammemes & _NAMES for reading in known)


def _rather_name(token: Token) -> bool:
    """A capital letter inside a sentence, and a first name as the likeliest reading («Маша»)."""
    readings = analyses(token.text)
    return bool(readings) and readings[0].known and "Name" in readings[0].grammemes


def _known_name(token: Token) -> bool:
    return any(reading.grammemes & _NAMES for reading in analyses(token.text))


def _may_be(token: Token, kind: str) -> bool:
    return any(kind in r.grammemes for r in analyses(token.text) if r.known or kind == "Surn")


def _is_initial(doc: Doc, index: int) -> bool:
    if index + 1 >= len(doc):
        return False
    text = doc[index].text
    # «Ю.» may be one token with its full stop or two.
    return len(text) == 1 and text.isalpha() and text.isupper() and doc[index + 1].text == "."


def _initials_end(doc: Doc, start: int) -> int:
    end = start + 2
    if end < len(doc) and _is_initial(doc, end):
        end += 2
    return end


def _glued_before(doc: Doc, index: int) -> bool:
    """Whether an initial stands directly before this one, so that this one is the second."""
    return index >= 2 and not doc[index].is_sent_start and _is_initial(doc, index - 2)


def _at(doc: Doc, index: int) -> bool:
    return index < len(doc) and not doc[index].is_sent_start
