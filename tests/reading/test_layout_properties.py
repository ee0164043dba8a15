"""Whatever the damage, words lead back to exactly their source; whatever the text, the form holds."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from predlozheno.reading.document import Document
from predlozheno.reading.layout import repair
from predlozheno.reading.segmentation import segment

WORDS = (
    "комиссия предложила создать рабочую группу и поручить секретариату подготовить смету на "
    "следующий год Российская сторона поддержала российско-корейский проект однако совет просил "
    "перенести срок к пятнице Иванов А.Б. за против № 5 «Луч» 2025 г. в с о".split()
)
LOOKALIKES = {"с": "c", "о": "o", "е": "e", "а": "a", "р": "p", "х": "x"}
BACK = str.maketrans({latin: cyrillic for cyrillic, latin in LOOKALIKES.items()})
NASTY = st.text(
    alphabet="аБ я-–—.:;!?«»()\n\n\t \f\r|#*_>[]-=0123IVx\u00a0\u00ad\u200b\x00\x1c\x85&;№🙂и\u0306",
    max_size=200,
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Paragraphs of words, wrapped at some width and spoilt in the ways of real files."""
    paragraphs = draw(
        st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=60), min_size=1, max_size=4)
    )
    width = draw(st.integers(20, 90))
    line_end = draw(st.sampled_from(["\n", "\r\n", " \n\n", "\n\n"]))
    random = draw(st.randoms(use_true_random=False))
    text = []
    for words in paragraphs:
        lines, line = [], ""
        for word in (_spoil(word, random) for word in words):
            if line and len(line) + len(word) >= width:
                lines.append(line)
                line = ""
            line += ("" if not line else random.choice((" ", " ", " ", "  ", "\u00a0"))) + word
            if len(word) > 6 and random.random() < 0.1:
                lines.append(line + random.choice(("-", "\u00ad")))
                line = "ский"
        text.append(line_end.join([*lines, line + "."]))
    return (line_end + "\n").join(text)


def _spoil(word: str, random) -> str:
    if len(word) > 4 and word.isalpha() and random.random() < 0.1:
        return word.replace("о", "o", 1)
    if len(word) > 6 and random.random() < 0.1:
        return word[:3] + "\u00ad" + word[3:]
    return word


def _bare(text: str) -> str:
    """Letters and figures alone, look-alikes undone."""
    return re.sub(r"[\W_]", "", text).translate(BACK)


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_every_word_leads_back_to_its_source(source: str) -> None:
    repaired = repair(Document("a.txt", source))
    assert _bare(repaired.text) == _bare(source)
    before = 0
    for match in re.finditer(r"\S+", repaired.text):
        start, end = repaired.offsets.to_source(*match.span())
        assert before <= start < end
        before = end
        assert _bare(source[start:end]) == _bare(match.group())
        assert not source[start].isspace()
        assert not source[end - 1].isspace()


@settings(max_examples=300, deadline=None)
@given(NASTY)
@example("|||\n---\n| |")
@example("a -\n\u00adб")
@example("\u00ad\n\u00ad")
def test_any_text_gives_a_repaired_text_in_form(source: str) -> None:
    for form in ("text", "markdown"):
        repaired = repair(Document("a", source, format=form))
        assert len(repaired.offsets) == len(repaired.text)
        for line in repaired.text.split("\n") if repaired.text else []:
            assert line
            assert line == line.strip()
            assert not re.search(r"[^\S \t]|[ \t]{2}", line), repr(line)
        previous = 0
        for position in range(len(repaired.text)):
            start, end = repaired.offsets.to_source(position, position + 1)
            assert 0 <= start <= end <= len(source)
            assert start >= previous or repaired.text[position].isspace()
            previous = max(previous, start)


@settings(max_examples=200, deadline=None)
@given(st.one_of(NASTY, damaged()))
def test_any_text_gives_segments_in_form(source: str) -> None:
    segments = segment(Document("a.txt", source))
    text = segments.text
    assert [text[block.start : block.end] for block in segments.blocks] == (
        text.split("\n") if text else []
    )
    for index, block in enumerate(segments.blocks):
        assert block.start <= block.body <= block.end
        assert block.parent is None or 0 <= block.parent < index
        for start, end in block.cells:
            assert block.start <= start < end <= block.end
    covered = ""
    last = 0
    for sentence in segments.sentences:
        block = segments.blocks[sentence.block]
        assert max(last, block.start) <= sentence.start < sentence.end <= block.end
        assert not text[sentence.start].isspace()
        assert not text[sentence.end - 1].isspace()
        covered += text[sentence.start : sentence.end]
        last = sentence.end
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)
