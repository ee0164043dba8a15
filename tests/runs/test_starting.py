"""A worker process that was started ahead is only taken where its surroundings are still the same."""

from __future__ import annotations

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
