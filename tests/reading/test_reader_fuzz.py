"""Whatever the bytes: a Document whose offsets hold or a ReadError, and that soon.

PREDLOZHENO_FUZZ_CASES chooses how many cases each test tries; 60 where it is not set.
"""

from __future__ import annotations

import os
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from formats.minutes import WRITERS
from formats.paper import column, pdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from predlozheno.errors import ReadError
from predlozheno.reading.layout import repair
from predlozheno.reading.readers import Limits, is_archive, members, read, read_bytes

CASES = int(os.environ.get("PREDLOZHENO_FUZZ_CASES", "60"))
FUZZ = settings(
    max_examples=CASES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# Of the processor, so that a busy machine does not fail the test.
SECONDS = 5
SAMPLES = {suffix: write() for suffix, write in WRITERS.items()}
SAMPLES["pdf"] = pdf([column(["Правление решило купить насос.", "Срок – май."]), []])
PARTS = {"docx": "word/document.xml", "odt": "content.xml"}
MAGIC = {
    "docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "pdf": b"%PDF-1.7\n", "rtf": b"{\\rtf1",
    "html": b"<html>", "txt": b"", "md": b"",
}  # fmt: skip
LIMITS = Limits(
    file_bytes=1_000_000, unpacked_bytes=2_000_000, characters=100_000, pages=50, members=100
)
NAMES = {
    "docx": "p r t tbl tr tc pPr rPr numPr numId ilvl ins del sdt sdtContent br tab vanish "
    "footnoteReference drawing txbxContent pStyle outlineLvl AlternateContent Choice trPr",
    "odt": "p h span list list-item list-header table table-row table-cell table-rows s tab note "
    "note-body frame text-box line-break tracked-changes section a",
    "html": "p div h1 h6 ul ol li table tr td th tbody caption br b pre span del style a nav dl",
}
ATTRIBUTES = {
    "docx": "val id type",
    "odt": "style-name outline-level start-value c continue-numbering continue-list id",
    "html": "start value type hidden style reversed",
}
VALUES = st.sampled_from(["0", "1", "2", "-1", "99999999999", "x", "", "a", "true", "²", "١"])
TEXTS = st.text(alphabet="абв АБ1.)\t\n|–«»\u00ad\u200b\x85\U0001f642", max_size=12)


def check(data: bytes, name: str) -> None:
    """Reads the bytes, and checks all that a Document promises."""
    started = time.process_time()
    try:
        document = read_bytes(data, name=name, limits=LIMITS)
    except ReadError as error:
        told = error
    else:
        told = None
    if told is not None:
        assert told.message.startswith(f"{name}: ")
        assert told.hint
    else:
        source = document.source
        source.encode()
        assert source.strip()
        assert len(source) <= LIMITS.characters
        for offsets in (document.pages, [start for start, _ in document.headings]):
            assert list(offsets) == sorted(offsets)
            assert all(0 <= offset <= len(source) for offset in offsets)
        for start, level in document.headings:
            assert level >= 1
            assert start == 0 or source[start - 1] == "\n"
        repaired = repair(document)
        assert len(repaired.offsets) == len(repaired.text)
        if repaired.text:
            begin, end = repaired.offsets.to_source(0, len(repaired.text))
            assert 0 <= begin < end <= len(source)
    assert time.process_time() - started < SECONDS


@st.composite
def damaged(draw: st.DrawFn, sample: bytes) -> bytes:
    """A good file with pieces changed, left out, put in, doubled or cut off."""
    data = bytearray(sample)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        size = draw(st.integers(0, 40))
        match draw(st.sampled_from(["set", "drop", "put", "double", "cut", "digits"])):
            case "set":
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case "drop":
                del data[at : at + size]
            case "put":
                data[at:at] = draw(st.binary(max_size=20))
            case "double":
                data[at:at] = data[at : at + size * 10]
            case "cut":
                del data[max(at, len(data) // 2) :]
            case "digits":
                data[at:at] = draw(st.sampled_from([b"9", b"-", b"99999999", b"\\", b"{", b"}"]))
    return bytes(data)


@st.composite
def marked_up(draw: st.DrawFn, suffix: str) -> str:
    """Elements of a format in any order and inside any other."""
    names, attributes = NAMES[suffix].split(), ATTRIBUTES[suffix].split()
    parts: list[str] = []
    open_ones: list[str] = []
    for _ in range(draw(st.integers(1, 25))):
        step = draw(st.integers(0, 3))
        if step == 0 and open_ones:
            parts.append(f"</{open_ones.pop()}>")
        elif step == 1:
            parts.append(draw(TEXTS))
        else:
            name = draw(st.sampled_from(names))
            given_ones = draw(st.lists(st.sampled_from(attributes), unique=True, max_size=2))
            inner = "".join(f' {one}="{draw(VALUES)}"' for one in given_ones)
            parts.append(f"<{name}{inner}>")
            open_ones.append(name)
    parts += [f"</{name}>" for name in reversed(open_ones)]
    return "".join(parts)


def packed(suffix: str, content: bytes) -> bytes:
    """The sample of a format with other content; stored, so that it stays quick."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(SAMPLES[suffix])) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            same = info.filename != PARTS[suffix]
            if same and info.filename.endswith(("jpeg", "png", "theme1.xml")):
                continue
            new.writestr(info.filename, old.read(info) if same else content)
    return file.getvalue()


def content_of(suffix: str) -> bytes:
    with zipfile.ZipFile(BytesIO(SAMPLES[suffix])) as opened:
        return opened.read(PARTS[suffix])


@pytest.mark.parametrize("suffix", SAMPLES)
def test_any_bytes(suffix):
    @FUZZ
    @given(st.binary(max_size=400))
    def run(data):
        check(MAGIC[suffix] + data, f"a.{suffix}")

    run()


@pytest.mark.parametrize("suffix", SAMPLES)
def test_damaged_files(suffix):
    @FUZZ
    @given(damaged(SAMPLES[suffix]))
    def run(data):
        check(data, f"a.{suffix}")

    run()


@pytest.mark.parametrize("suffix", PARTS)
def test_damaged_content(suffix):
    @FUZZ
    @given(damaged(content_of(suffix)))
    def run(data):
        check(packed(suffix, data), f"a.{suffix}")

    run()


@pytest.mark.parametrize("suffix", NAMES)
def test_any_elements(suffix):
    before, behind = {
        "docx": ("<document><body>", "</body></document>"),
        "odt": ("<document-content><body><text>", "</text></body></document-content>"),
        "html": ("<html><body>", "</body></html>"),
    }[suffix]

    @FUZZ
    @given(marked_up(suffix))
    def run(inner):
        data = f"{before}{inner}{behind}".encode()
        check(packed(suffix, data) if suffix in PARTS else data, f"a.{suffix}")

    run()


def test_any_rtf():
    words = "par cell row u1055 u-10179 u56832 uc2 uc0 'cf footnote pard intbl v deleted deleted0"
    words += " fonttbl f1 fcharset204 stylesheet s1 bin5 * ~ - _ tab line ilvl9 ansicpg1251 sect"
    token = st.one_of(
        st.sampled_from(["{", "}", "\n"]),
        TEXTS,
        st.sampled_from([f"\\{one} " for one in words.split()]),
    )

    @FUZZ
    @given(st.lists(token, max_size=40))
    def run(tokens):
        check(("{\\rtf1 " + "".join(tokens)).encode(), "a.rtf")

    run()


def test_any_archive(tmp_path):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("протокол.txt", "Решили купить насос.")
        opened.writestr("b/c.md", "# Решили\n")
    path = Path(tmp_path, "a.zip")

    @FUZZ
    @given(damaged(file.getvalue()))
    def run(data):
        path.write_bytes(data)
        is_archive(path)
        try:
            found = list(members(path, LIMITS))
        except ReadError:
            return
        for member in found:
            with suppress(ReadError):
                read(path, name="a", member=member.name, limits=LIMITS)

    run()
