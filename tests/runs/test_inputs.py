from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from predlozheno.errors import UsageError
from predlozheno.runs.inputs import collect
from predlozheno.runs.lock import LOCK


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Слушали.", encoding="utf-8")


def names(*inputs: Path | str) -> list[str]:
    return [entry.name for entry in collect([str(one) for one in inputs]).files]


def test_one_folder_gives_paths_relative_to_it(tmp_path):
    make(tmp_path / "протоколы", "б.txt", "2024/а.md")
    assert names(tmp_path / "протоколы") == ["2024/а.md", "б.txt"]


def test_several_inputs_put_the_folder_in_front(tmp_path):
    make(tmp_path, "x/a.txt", "y/deep/b.txt", "c.txt")
    assert names(tmp_path / "x", tmp_path / "y", tmp_path / "c.txt") == [
        "c.txt",
        "x/a.txt",
        "y/deep/b.txt",
    ]


def test_one_file_is_called_by_its_name(tmp_path):
    make(tmp_path, "x/a.txt")
    assert names(tmp_path / "x" / "a.txt") == ["a.txt"]


def test_files_of_one_name_are_told_apart(tmp_path):
    make(tmp_path, "2023/a.txt", "2024/a.txt", "2024/b.txt")
    given = [tmp_path / "2023/a.txt", tmp_path / "2024/a.txt", tmp_path / "2024/b.txt"]
    assert names(*given) == ["2023/a.txt", "2024/a.txt", "b.txt"]
    assert names(*reversed(given)) == names(*given)


def test_names_that_differ_in_capitals_only_are_told_apart(tmp_path):
    make(tmp_path, "x/А.txt", "y/а.txt")
    assert names(tmp_path / "x/А.txt", tmp_path / "y/а.txt") == ["x/А.txt", "y/а.txt"]


def test_a_file_named_twice_is_one_document(tmp_path):
    make(tmp_path, "x/a.txt")
    assert names(tmp_path / "x", tmp_path / "x" / "a.txt", tmp_path / "x" / ".." / "x") == [
        "x/a.txt"
    ]


def test_globs(tmp_path):
    make(tmp_path, "x/a.txt", "x/b.md", "x/deep/c.txt")
    assert names(f"{tmp_path}/x/*.txt") == ["a.txt"]
    assert names(f"{tmp_path}/x/**/*.txt") == ["a.txt", "deep/c.txt"]
    assert names(f"{tmp_path}/*") == ["x/a.txt", "x/b.md", "x/deep/c.txt"]


def test_a_name_with_wildcards_in_it_is_taken_as_it_is(tmp_path):
    make(tmp_path, "протокол [1].txt")
    assert names(tmp_path / "протокол [1].txt") == ["протокол [1].txt"]


def test_junk_is_skipped_and_counted(tmp_path):
    make(
        tmp_path, "a.txt", "~$a.docx", ".DS_Store", "Thumbs.db", "скан.JPG", ".git/config", "b.xyz"
    )
    found = collect([str(tmp_path)])
    assert [entry.name for entry in found.files] == ["a.txt", "b.xyz"]
    assert len(found.skipped) == 5


def test_an_earlier_run_below_the_folder_is_left_out(tmp_path):
    make(tmp_path, "a.txt", f"out/{LOCK}", "out/sources/a.txt.txt")
    assert names(tmp_path) == ["a.txt"]


def test_no_name_leads_out_of_its_folder(tmp_path, monkeypatch):
    make(tmp_path, "x/a.txt", "y/b.txt")
    monkeypatch.chdir(tmp_path / "x")
    assert names(".") == ["a.txt"]
    assert names("../y", "../x/../x") == ["x/a.txt", "y/b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
def test_what_cannot_be_tried_is_a_failure(tmp_path):
    make(tmp_path, "a.txt", "elsewhere/b.txt")
    folder = tmp_path / "in"
    make(folder, "c.txt")
    (folder / "круг").symlink_to(folder)
    os.mkfifo(folder / "труба.txt")
    found = collect([str(folder)])
    assert [entry.name for entry in found.files] == ["c.txt"]
    assert {failure.document: failure.message for failure in found.failures} == {
        "круг": "круг: links to folders are not followed",
        "труба.txt": "труба.txt: is neither file nor folder",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf8_can_still_be_written_down(tmp_path):
    make(tmp_path, os.fsdecode(b"\xcf\xf0\xee.txt"))
    assert names(tmp_path) == ["\\xcf\\xf0\\xee.txt"]


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"нет\.txt: there is no such file or folder"):
        collect([str(tmp_path / "нет.txt")])


def test_a_glob_without_matches_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"\*\.txt: no file matches"):
        collect([f"{tmp_path}/*.txt"])


def test_a_folder_without_readable_files_tells_what_is_there(tmp_path):
    make(tmp_path, "a.xyz", "b.dwg")
    with pytest.raises(
        UsageError, match=r"nothing to read here \(only \.dwg, \.xyz\)\. Readable are"
    ):
        collect([str(tmp_path)])
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"nothing to read here \(no files\)"):
        collect([str(tmp_path / "empty")])


def test_a_folder_of_old_office_files_tells_the_way_out(tmp_path):
    make(tmp_path, "a.doc")
    with pytest.raises(UsageError, match=r"\(only \.doc\).*Save old Office files as docx"):
        collect([str(tmp_path)])
