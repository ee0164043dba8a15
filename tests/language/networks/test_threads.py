"""The networks take one thread of numpy's, and give the others back."""

from __future__ import annotations

import pytest
from threadpoolctl import ThreadpoolController, threadpool_limits

from predlozheno import extractor
from predlozheno.language import networks, tagging
from predlozheno.language.networks.threads import one_thread


def _threads() -> set[int]:
    return {
        library["num_threads"]
        for library in ThreadpoolController().info()
        if library["user_api"] == "blas"
    }


def test_one_thread_within_and_as_many_as_before_afterwards() -> None:
    with threadpool_limits(2, "blas"):
        with one_thread():
            assert _threads() == {1}
        assert _threads() == {2}


def test_annotation_takes_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    load = networks.networks

    def asked() -> networks.Networks:
        seen.append(_threads())
        return load()

    monkeypatch.setattr(tagging, "networks", asked)
    with threadpool_limits(2, "blas"):
        extractor.extract("Комитет предложил создать комиссию.")
    assert seen == [{1}]
