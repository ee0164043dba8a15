"""Understands Markdown's marks: headings, quotes and rules of lines, emphasis and links inside them."""

from __future__ import annotations

import re

from predlozheno.reading.layout.lines import Line
from predlozheno.reading.traced import Edit, Traced

_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])([^\n]{1,400}?)(?<=[^\s*_])\1")
_KEY = re.compile(r"[\w-]+:|-\s|\[")
_LONGEST_BOLD = 80
_LOWEST = "###### "
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
# In plain text other signs serve as well, and a rule is an underline only where it fits its line.
_DRAWN = re.compile(r"(?P<sign>[-=~^═─—–])(?P=sign){2,}")
_LEVELS = {"=": 1, "═": 1, "~": 3, "^": 3}
_LONGEST_DRAWN = 100
_WIDE_GAP = re.compile(r"\S\s{2,}\S|\t|\|")
_RULE = re.compile(r"[-=_*~^·═─—–\s|:+]{3,}")


def drop_emphasis(text: Traced, *, markdown: bool) -> Traced:
    """`**bold**` loses its stars; in Markdown, `*light*`, `code` and links lose their marks too."""
    edits: list[Edit] = []
    for match in _BOLD.finditer(text.text):
        if _is_bold_line(text.text, match):
            # A line in bold is a heading below all that are marked as such.
            edits.append(Edit(match.start(), match.start(2), _LOWEST))
            edits.append(Edit(match.end(2), match.end(), ""))
            continue
        edits += [
            Edit(match.start(), match.start(2), ""),
            Edit(match.end(2), match.end(), ""),
        ]
    text = text.edited(edits)
    return _drop_light(text) if markdown else text


def _is_bold_line(text: str, match: re.Match[str]) -> bool:
    """«**Курьеры**» on a line of its own, no sentence; the first line is the title of it all."""
    begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    beside = text[begin : match.start()] + text[match.end() : end if end >= 0 else None]
    words = match[2]
    plain = (
        len(words) <= _LONGEST_BOLD and words[-1] not in ".!?;," and any(map(str.isalpha, words))
    )
    return plain and not beside.strip() and bool(text[:begin].strip())


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
    rule: Line | None = None
    matter = _front_matter(text, lines) if markdown else 0
    for index, line in enumerate(lines):
        words = text[line.start : line.end]
        if (
            kept
            and index != matter
            and line.gap == 0
            and (level := _underlined(text, kept, rule, line, markdown))
        ):
            kept[-1].looks, kept[-1].heading_level = "heading", level
            rule = None
            continue
        if _RULE.fullmatch(words) and "\n" not in words:
            rule = line
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
        if rule is not None and (not kept or rule.start > kept[-1].end):
            # A rule parts what stands above it from what stands below.
            line.gap = max(line.gap, 1)
        kept.append(line)
    return kept


def _front_matter(text: str, lines: list[Line]) -> int:
    """The index of the rule that closes «---», «title: …», «date: …» at the start; 0 without."""
    if not lines or text[lines[0].start : lines[0].end] != "---":
        return 0
    for index, line in enumerate(lines[1:], 1):
        words = text[line.start : line.end]
        if words == "---":
            return index
        if not _KEY.match(words):
            break
    return 0


def _underlined(text: str, kept: list[Line], rule: Line | None, line: Line, markdown: bool) -> int:
    """The level of the heading above that `line` underlines; 0 where it underlines none.

    Args:
        text: the cleaned text.
        kept: the lines before, of which the last one may be a heading.
        rule: the last rule before, which may stand above the heading, too.
        line: right below the last one of `kept`.
        markdown: whether any rule below words underlines them.
    """
    above, words = kept[-1], text[line.start : line.end]
    if markdown:
        return (1 if words[0] == "=" else 2) if _UNDERLINE.fullmatch(words) else 0
    drawn, title = _DRAWN.fullmatch(words), text[above.start : above.end]
    if drawn is None or above.looks != "text" or _WIDE_GAP.search(title):
        return 0
    if len(title) > _LONGEST_DRAWN or title[-1] in ".,;" or not any(map(str.isalpha, title)):
        return 0
    before = kept[-2] if len(kept) > 1 else None
    boxed = rule is not None and (before is None or rule.start > before.end) and above.gap <= 1
    # The last line of a paragraph above a rule is no heading.
    if not boxed and before is not None and above.gap == 0 and before.looks == "text":
        return 0
    fits = len(title) * 2 // 3 <= len(words) <= len(title) * 3 // 2 + 2
    return _LEVELS.get(drawn["sign"], 2) if fits or boxed else 0
