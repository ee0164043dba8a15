"""Words between quotation marks: cited from elsewhere, or said by somebody who is named."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.proposals.grammar import feature, is_finite


def only_cited(sentence: Span, token: Token) -> bool:
    """Whether it stands between quotation marks, and nobody is named who says it now."""
    doc = sentence.doc
    before = doc[sentence.start : token.i].text
    if before.count("«") <= before.count("»"):
        return False
    marks = (i for i in range(token.i, sentence.start - 1, -1) if doc[i].text.startswith("«"))
    opening = next(marks, sentence.start)
    labelled = opening - 2 >= sentence.start and doc[opening - 1].text == ":"
    if labelled and doc[opening - 2].pos_ == "PROPN":
        # «Лыкова: «Завхоз, купите новую».»
        return False
    # ««Верните рейсы», – сказала Мохова.»
    close = next((i for i in range(token.i, sentence.end) if doc[i].text == "»"), sentence.end)
    aside = [t for t in doc[close + 1 : min(close + 5, sentence.end)] if t.text not in ",.!"]
    dashed = len(aside) > 1 and aside[0].text in "–—-"
    return not (dashed and is_finite(aside[1]) and feature(aside[1], "Tense") == "Past")
