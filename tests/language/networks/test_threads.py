"""The networks take one thread of numpy's, and give the others back."""

from __future__ import annotations

import json
import os
import subprocess
import sys

# A process of its own: where OPENBLAS_NUM_THREADS is 1, as in the tests, no more can be had.
PROGRAM = """
import json
from threadpoolctl import ThreadpoolController, threadpool_limits
from predlozheno import extractor
from predlozheno.language import networks, tagging

def threads():
    found = ThreadpoolController().info()
    return sorted({one["num_threads"] for one in found if one["user_api"] == "blas"})

seen, load = [], networks.networks

def asked():
    seen.append(threads())
    return load()

tagging.networks = asked
with threadpool_limits(2, "blas"):
    before = threads()
    extractor.extract("Комитет предложил создать комиссию.")
    print(json.dumps([before, seen, threads()]))
"""


def test_annotation_takes_one_thread_and_gives_the_others_back() -> None:
    environment = {name: value for name, value in os.environ.items() if "NUM_THREADS" not in name}
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    before, during, after = json.loads(told.stdout)
    assert during == [[1]]
    assert after == before
