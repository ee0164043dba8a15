from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from predlozheno.records.folder import source_path

parts = st.sampled_from(
    ["..", ".", "", "a", "б.txt", "con", "a:b", "x" * 300, "\x00", "c\\d", "я" * 140]
)
documents = st.lists(parts, min_size=1, max_size=5).map("/".join).filter(bool)


def test_ordinary_names_stay_readable():
    assert str(source_path("2024/протокол 3.docx")) == "2024/протокол 3.docx.txt"


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/etc/passwd", "a.zip!/../b.txt"])
def test_names_that_lead_out_are_rewritten(name):
    path = source_path(name)
    assert ".." not in path.parts
    assert not path.is_absolute()


@given(documents)
def test_any_name_gives_a_path_that_stays_inside(name):
    path = source_path(name)
    assert not path.is_absolute()
    assert not {"..", ".", ""} & set(path.parts)
    assert all(len(part.encode()) <= 255 and "\x00" not in part for part in path.parts)
    assert path.name.endswith(".txt")


@given(st.lists(documents, min_size=2, max_size=6, unique=True))
def test_two_documents_never_share_a_file(names):
    assert len({source_path(name) for name in names}) == len(names)


def test_a_rewritten_name_does_not_meet_a_real_one():
    assert source_path("a:b") != source_path("a_b")
    assert isinstance(source_path("a"), PurePosixPath)
