"""Finds where two sentences were glued without a space: «Спасибо.Уважаемый»."""

from __future__ import annotations

import re

GLUED = re.compile(
    r"(?:(?<=[а-яё\d»\")\]])|(?<=[А-ЯЁ]{3}))(?:[.!?…]+[)»\"\]]*)(?=[«\"]?[А-ЯЁ][а-яё\s])"
)
