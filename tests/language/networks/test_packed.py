"""Packed weights: built once, mapped from then on, and never half."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from predlozheno.language.networks import packed
from predlozheno.language.networks.packed import CACHE_VARIABLE, load_packed


@pytest.fixture
def source(tmp_path, monkeypatch):
    """One file in place of natasha's, and an empty cache."""
    path = tmp_path / "weights.tar"
    path.write_bytes(b"1 2 3")
    monkeypatch.setattr(packed, "sources", lambda: {"vectors": path})
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return path


class Builder:
    """Reads the numbers of the file, and counts how often it is asked to."""

    def __init__(self):
        self.asked = 0

    def __call__(self, files):
        self.asked += 1
        return {"numbers": np.array([int(one) for one in files["vectors"].read_text().split()])}


def test_the_second_time_they_are_mapped(source):
    build = Builder()
    load_packed(build)
    arrays = load_packed(build)
    assert build.asked == 1
    assert arrays["numbers"].tolist() == [1, 2, 3]
    assert isinstance(arrays["numbers"].base, np.memmap)


def test_they_are_built_anew_when_the_source_changes(source):
    build = Builder()
    load_packed(build)
    source.write_text("4 5 6 7")
    assert load_packed(build)["numbers"].tolist() == [4, 5, 6, 7]
    assert build.asked == 2


def test_a_cache_that_cannot_be_written_does_no_harm(source, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "file" / "cache"))
    build = Builder()
    assert load_packed(build)["numbers"].tolist() == [1, 2, 3]
    assert load_packed(build)["numbers"].tolist() == [1, 2, 3]
    assert build.asked == 2


@pytest.mark.parametrize("damage", ["arrays.json", "numbers.npy"])
def test_a_damaged_cache_is_built_anew(source, tmp_path, damage):
    build = Builder()
    load_packed(build)
    (folder,) = (tmp_path / "cache").iterdir()
    (folder / damage).write_bytes(b"")
    assert load_packed(build)["numbers"].tolist() == [1, 2, 3]
    assert load_packed(build)["numbers"].tolist() == [1, 2, 3]
    assert build.asked == 2


def test_two_that_build_at_once_leave_one_whole_cache(source, tmp_path):
    both, results = threading.Barrier(2), []
    build = Builder()

    def slowly(files):
        both.wait(timeout=30)
        return build(files)

    threads = [
        threading.Thread(target=lambda: results.append(load_packed(slowly))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert build.asked == 2
    assert [found["numbers"].tolist() for found in results] == [[1, 2, 3]] * 2
    (folder,) = (tmp_path / "cache").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["arrays.json", "numbers.npy"]
