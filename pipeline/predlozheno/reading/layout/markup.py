"""Understands Markdown's marks: headings, quotes and rules of lines, emphasis and links inside them."""

from __future__ import annotations

import re

from predlozheno.reading.layout.lines import Line
from predlozheno.reading.traced import Edit, Traced

_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])([^\n]{1,400}?)(?<=[^\s*_])\1")
_LIGHT = re.compile(
    r"(?<![\w*_\\])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*_])|(`)([^`\n]{1,400})`"
)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,400})\](\([^()\s]{1,400}\))")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s*)+")
_CLOSING = re.compile(r"\s+#+$")
# «==== 2. Долги ====», «=== Разное»
_FRAMED = re.compile(
    r"(?:={2,}|-{3,}|~{2,}|\*{3,}|_{3,}|#{7,})\s+(?P<words>(?=.*[^\W\d_]{2}).{2,100}?)\s+[=~*_#-]{2,}"
)
_UNDERLINE = re.compile(r"(?:=+|-{3,})")
_RULE = re.compile(r"[-=_*~·\s|:+]{3,}")


def drop_emphasis(text: Traced, *, markdown: bool) -> Traced:
    """`**bold**` loses its stars; in Markdown, `*light*`, `code` and links lose their marks too."""
    edits: list[Edit] = []
    for match in _BOLD.finditer(text.text):
        edits += [
            Edit(match.start(), match.start(2), ""),
            Edit(match.end(2), match.end(), ""),
        ]
    text = text.edited(edits)
    return _drop_light(text) if markdown else text


def _drop_light(text: Traced) -> Traced:
    edits: list[Edit] = []
    for match in _LINK.finditer(text.text):
        edits += [
            Edit(match.start(), match.start(1), ""),
            Edit(match.end(1), match.end(), ""),
        ]
    text = text.edited(edits)
    edits = []
    for match in _LIGHT.finditer(text.text):
        group = 2 if match[1] else 4
        edits += [
            Edit(match.start(), match.start(group), ""),
            Edit(match.end(group), match.end(), ""),
        ]
    return text.edited(edits)


def mark_lines(text: str, lines: list[Line], *, markdown: bool) -> list[Line]:
    """The lines without rules and marks of headings and quotes, which are noted in them instead."""
    kept: list[Line] = []
    for line in lines:
        words = text[line.start : line.end]
        if markdown and kept and _UNDERLINE.fullmatch(words) and line.gap == 0:
            kept[-1].looks = "heading"
            kept[-1].heading_level = 1 if words[0] == "=" else 2
            continue
        if _RULE.fullmatch(words) and "\n" not in words:
            continue
        if markdown and (quote := _QUOTE.match(words)):
            line.start += quote.end()
            words = text[line.start : line.end]
            if not words.strip():
                continue
        if framed := _FRAMED.fullmatch(words):
            line.start, line.end = (
                line.start + framed.start("words"),
                line.start + framed.end("words"),
            )
            line.heading_level, line.looks = 1, "heading"
        heading = _HEADING.match(words)
        if heading and (markdown or len(words) < 120):
            line.start += heading.end()
            line.heading_level = len(heading[1])
            line.looks = "heading"
            if closing := _CLOSING.search(text[line.start : line.end]):
                line.end = line.start + closing.start()
        kept.append(line)
    return kept
