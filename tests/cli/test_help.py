from __future__ import annotations

import os
import subprocess
import sys

import pytest

from predlozheno.cli import app

COMMANDS = [
    (),
    ("extract",),
    ("explain",),
    ("frames",),
    ("frames", "new"),
    ("schema",),
    ("evaluate",),
    ("train",),
    ("gold",),
    ("gold", "check"),
    ("gold", "agreement"),
    ("gold", "import"),
    ("gold", "export"),
    ("report",),
]
HEAVY = ("numpy", "pandas", "spacy", "natasha", "pymorphy2", "pyarrow", "xlsxwriter")

IMPORTED = """
import sys
from predlozheno.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write(" ".join(sys.modules))
"""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_imports_nothing_heavy_and_answers_at_once(command):
    started = sum(os.times()[2:4])
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTED, *command, "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    seconds = sum(os.times()[2:4]) - started
    assert ended.stdout.startswith("Usage: ")
    assert not set(HEAVY) & set(ended.stderr.split())
    # A third of a second is promised; what a busy machine does besides is not counted, and the
    # processor that it shares is slower.
    assert seconds < 0.6


def test_every_command_has_help():
    for info in (*app.registered_commands, *app.registered_groups):
        told = info.typer_instance.info.help if hasattr(info, "typer_instance") else None
        assert told or info.callback.__doc__


def test_every_command_stands_in_the_list_above():
    named = {info.name or info.callback.__name__ for info in app.registered_commands}
    named |= {info.name for info in app.registered_groups}
    assert named == {command[0] for command in COMMANDS if command}


def test_version(capsys):
    from predlozheno import __version__
    from predlozheno.cli import main

    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert not ended.value.code
    assert capsys.readouterr().out == f"predlozheno {__version__}\n"
