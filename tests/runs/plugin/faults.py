"""Documents that misbehave, for the tests of runs: a plug-in that worker processes load.

A file `*.fault` does what its first line says: `hang`, `exit`, `segfault`, `memory` or `slow`; any other
is read as text.
"""

from __future__ import annotations

import faulthandler
import os
import time
from pathlib import Path

from predlozheno.reading.document import Document
from predlozheno.reading.readers import Limits, register
from predlozheno.reading.readers.text import read_text

# Every process that loads the plug-in leaves its number here.
LOADED = "FAULTS_LOADED"


def read_fault(data: bytes, limits: Limits) -> Document:
    match data.split(b"\n")[0]:
        case b"hang":
            while True:
                time.sleep(1)
        case b"exit":
            os._exit(7)
        case b"segfault":
            faulthandler._sigsegv()
        case b"memory":
            held = []
            while True:
                held.append(bytearray(b"x") * 20_000_000)
        case b"slow":
            time.sleep(0.2)
    return read_text(data, limits)


register(".fault", reader=read_fault)
if folder := os.environ.get(LOADED):
    (Path(folder) / str(os.getpid())).touch()
