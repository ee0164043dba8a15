"""A worker process that was started ahead is only taken where its surroundings are still the same."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from predlozheno.runs.workers import starting


def end(taken: starting.Started) -> None:
    taken.process.kill()
    taken.process.communicate()
    taken.said.close()


def test_the_process_started_ahead_is_taken() -> None:
    starting.start_ahead()
    ahead = starting._ahead[-1].started.process.pid
    taken = starting.start()
    assert taken.process.pid == ahead
    end(taken)


def test_other_settings_want_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    starting.start_ahead()
    ahead = starting._ahead[-1].started.process
    monkeypatch.setenv("PREDLOZHENO_MODELS", "another folder")
    taken = starting.start()
    assert taken.process.pid != ahead.pid
    assert ahead.poll() is not None
    end(taken)


@pytest.mark.parametrize("moved", [False, True])
def test_of_many_that_ask_at_once_one_takes_it(
    monkeypatch: pytest.MonkeyPatch, moved: bool
) -> None:
    """Also where it is to be ended, and by the others meanwhile is not there any more."""
    starting.start_ahead()
    ahead = starting._ahead[-1].started.process.pid
    here = starting._surroundings()

    def slowly() -> tuple[str, dict[str, str]]:
        time.sleep(0.05)
        return ("another folder", {}) if moved else here

    monkeypatch.setattr(starting, "_surroundings", slowly)
    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda _: starting.start(), range(4)))
    try:
        pids = [started.process.pid for started in taken]
        assert len(set(pids)) == 4
        assert (ahead in pids) is not moved
    finally:
        for started in taken:
            end(started)
