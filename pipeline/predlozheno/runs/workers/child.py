"""The worker process: one line in is a file, one line out is what it came to.

Started as `python -m predlozheno.runs.workers.child`. The first line in is the setup, the first line
out tells that the models are loaded, or why not. It ends when its input does.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from predlozheno.errors import PredlozhenoError
from predlozheno.resources import ENV_VARIABLE
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.inputs import Input
from predlozheno.runs.workers.lean import lean_spacy

if TYPE_CHECKING:
    from predlozheno.extractor import Extractor

# Whoever started this process ends it in time. Where that one has died, this limit of the system's
# own clock holds, even inside a library that never comes back to Python.
_GRACE = 10.0
_IDLE = 600.0

_FIRST = "Слушали: Иванов И.И. предложил Министерству создать рабочую группу до 1 марта 2025 года."


def main() -> None:
    """Answers until the input ends."""
    # The channel must carry nothing but answers: what libraries print goes to stderr.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # Ctrl-C reaches the whole group of processes; the one that started this one decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks = sys.stdin.buffer
    # What is loaded stays: to look through it for garbage, over and over, would be a quarter of a start.
    gc.disable()
    lean_spacy()
    # Before the setup is there: whoever starts this process ahead is itself still loading.
    from predlozheno.runs.processing import process

    if not (told_setup := tasks.readline()):
        return
    setup = Setup.from_json(told_setup)
    try:
        extractor = _ready(setup)
    except PredlozhenoError as error:
        told = {"error": type(error).__name__, "message": error.message, "hint": error.hint}
        _send(answers, json.dumps(told))
        return
    gc.freeze()
    gc.enable()
    _send(answers, json.dumps({"key": setup.key()}))
    with Path(os.devnull).open("w") as nowhere:
        while True:
            faulthandler.dump_traceback_later(_IDLE, exit=True, file=nowhere)
            if not (line := tasks.readline()):
                break
            limit = setup.limits.seconds + _GRACE
            faulthandler.dump_traceback_later(limit, exit=True, file=nowhere)
            path, *names = json.loads(line)
            answer = process(extractor, Input(Path(path), *names), setup.reading)
            _send(answers, answer.to_json())
        faulthandler.cancel_dump_traceback_later()


def _ready(setup: Setup) -> Extractor:
    from predlozheno.extractor import load
    from predlozheno.plugins import load_plugins

    if setup.models:
        os.environ[ENV_VARIABLE] = setup.models
    load_plugins()
    extractor = load(setup.models, setup.frames, rules_only=setup.rules_only)
    # The networks are loaded when they are first needed: not at the cost of the first document.
    extractor.extract(_FIRST)
    return extractor


def _send(answers: BinaryIO, line: str) -> None:
    try:
        answers.write(line.encode() + b"\n")
        answers.flush()
    except BrokenPipeError:
        # Nobody is left to listen.
        os._exit(1)


if __name__ == "__main__":
    main()
