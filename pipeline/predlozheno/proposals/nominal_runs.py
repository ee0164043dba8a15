"""How far a run of nouns reaches, and the words that open a purpose or an occasion before it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import case_of, feature, is_infinitive, low
from predlozheno.proposals.learned.columns import columns
from predlozheno.resources import gazetteer

# Behind these a clause says what for.
CLAUSAL = ("чтоб", "дабы")
# «В связи с тем, что …»: the clause is all that is named.
_POINTING = frozenset("тем том того то тому".split())


@cache
def openings(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The word sequences of a list of the gazetteer by their first word, longest first.

    Commas are words of their own.
    """
    phrases = (tuple(text.replace(",", " ,").split()) for text in gazetteer("edges")[name])
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


def opening_at(doc: Doc, i: int, end: int, name: str) -> int:
    """How many tokens from `i` on are an opening of the list `name`; 0 where none stands there."""
    if i >= end:
        return 0
    low = columns(doc).low
    for words in openings(name).get(low[i], ()):
        if i + len(words) <= end and low[i : i + len(words)] == list(words):
            return len(words)
    return 0


def phrase_end(context: Context, i: int, end: int) -> int:
    """End of the nominal run that begins at `i`: a phrase with its genitives and prepositional phrases.

    Phrases of the same case coordinated with the first belong to it («развития отношений и укрепления
    доверия в регионе»); a clause («того, чтобы она развивалась») ends at the next comma.
    """
    doc = context.doc
    if i + 2 < end and low(doc[i]) in _POINTING and low(doc[i + 2]) in ("что", "как", "чтобы"):
        # «В связи с тем, что отзыв не пришёл, | отложить …»
        return next((k for k in range(i + 3, end) if doc[k].text == ","), end)
    if i < end and low(doc[i - 1]).startswith(CLAUSAL):
        return next((k for k in range(i, end) if doc[k].text == ","), end)
    first = _phrase_behind(context, i, end)
    if first is None:
        return min(i + 1, end) if i < end and low(doc[i]) in ("этого", "чего") else i
    position, case = first.end, case_of(first.head)
    while position < end:
        step = position
        if doc[step].text in '«»"':
            position += 1
            continue
        if clause := _participial(doc, step, end):
            position = clause
            continue
        joined = low(doc[step]) in ("и", "или") or doc[step].text == ","
        preposed = doc[step + joined].pos_ == "ADP" if step + joined < end else False
        following = _phrase_behind(context, step + joined + preposed, end)
        if following is None:
            return position
        following_case = case_of(following.head)
        fits = (
            following_case in (case, "Gen")
            if joined and not preposed
            else preposed or following_case == "Gen"
        )
        if not fits or (preposed and opening_at(doc, step, end, "purpose")):
            return position
        position = following.end
    return position


def _participial(doc: Doc, i: int, end: int) -> int | None:
    """End of «, готовых чинить дом,» or «, которые …,» behind a noun, at its closing comma."""
    if doc[i].text != "," or i + 1 >= end:
        return None
    following = doc[i + 1]
    participle = feature(following, "VerbForm") == "Part" or low(following).startswith("котор")
    if not participle and not (
        following.pos_ == "ADJ" and i + 2 < end and is_infinitive(doc[i + 2])
    ):
        return None
    return next((k + 1 for k in range(i + 2, end) if doc[k].text == ","), None)


def _phrase_behind(context: Context, i: int, end: int) -> Phrase | None:
    """The phrase at `i`, or right behind an opening quote there."""
    if i < end and context.doc[i].text in '«"':
        i += 1
    phrase = context.phrase_at(i) if i < end else None
    return phrase if phrase and phrase.end <= end else None
