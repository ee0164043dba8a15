"""Whether a line is somebody's own words rather than the minutes' account of what was done."""

from __future__ import annotations

import re

from predlozheno.language.answers import answers
from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context

_DASHES = ("–", "—", "-")
_LEAST_ASKED = 2
_SHARE = 0.006
_FIRST_PERSON = re.compile(r"\b(?:я|мы|мне|меня|мной|нам|нас|нами|наш[а-я]{0,2})\b")
_SALUTATION = re.compile(r"уважаем(?:ый|ая|ые) (?:[а-я]+ [а-я]+|коллеги|депутаты|товарищи)\W*[!,]")
# «Коллеги, добрый день ещё раз», «У микрофона депутат Ветлугин»: how a speech opens.
_OPENING = re.compile(
    r"(?:^|[.!?…]\s+|^итак, |^ну что,? |^что ж, )(?:коллеги|друзья|товарищи|дамы и господа)[,!]"
    r"|у микрофона|(?:спасибо|благодарю),? [а-я]+ [а-я]+(?:вич|вна)\b"
)
_OPENS_WITHIN = 160
_LEAST_ITEMS = 3
_TOLD = ("слушал", "выступил", "в прениях", "обсужд")
_KEY = "speaks in the first person"
_ADDRESS = "greets hearers and has no turns"


def is_speech(context: Context, block: int) -> bool:
    """Whether the line belongs to a turn, or to a text that is itself a speech.

    What such a line tells of laws passed and amendments taken is background, no outcome.
    """
    return context.blocks[block].speaker is not None or _document_speaks(context)


def is_voiced(context: Context, block: int) -> bool:
    """Whether the line is what somebody says, and not what minutes tell under the label of a turn.

    Under «СЛУШАЛИ: доцента Орлову» and «ВЫСТУПИЛИ: Орлов – предложил» minutes tell, unless the whole
    text speaks.
    """
    info = context.blocks[block]
    if info.speaker is None:
        return is_address(context)
    told = info.stage is not None and fold(info.stage).startswith(_TOLD)
    return not told or _document_speaks(context)


def is_address(context: Context) -> bool:
    """Whether the whole text is what somebody says to hearers whom he greets, with no turns in it."""
    if _ADDRESS not in context.doc.user_data:
        turns = any(block.speaker is not None for block in context.blocks)
        text = fold(answers(context.doc).whole)
        opens = _OPENING.search(text[:_OPENS_WITHIN]) is not None and _document_speaks(context)
        # A letter that sends round what was resolved greets its readers, too.
        opens = opens and sum(block.kind == "item" for block in context.blocks) < _LEAST_ITEMS
        greets = opens or _SALUTATION.search(text) is not None
        context.doc.user_data[_ADDRESS] = greets and not turns
    answer: bool = context.doc.user_data[_ADDRESS]
    return answer


def is_dialogue(context: Context, block: int) -> bool:
    """«— Что дальше? — Ремонт.»: dashes that open what two people say by turns, and no list."""
    info = context.blocks[block]
    if (info.marker or "").strip() not in _DASHES:
        return False
    text = context.segments.text
    turns = [b for b in context.blocks if (b.marker or "").strip() in _DASHES]
    asked = sum(text[b.body : b.end].rstrip().endswith("?") for b in turns)
    return asked >= _LEAST_ASKED


def _document_speaks(context: Context) -> bool:
    """By its share of first persons, or because it addresses its hearers."""
    if _KEY not in context.doc.user_data:
        text = fold(answers(context.doc).whole)
        often = len(_FIRST_PERSON.findall(text)) > _SHARE * len(context.doc)
        context.doc.user_data[_KEY] = often or _SALUTATION.search(text) is not None
    answer: bool = context.doc.user_data[_KEY]
    return answer
