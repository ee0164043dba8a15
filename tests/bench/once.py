"""One measurement: loads a contestant, lets it go through the files named on stdin, tells its costs."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import peers
import razdel


def main() -> None:
    """Prints a line of JSON: CPU seconds, tokens, peak MB."""
    paths = [Path(name) for name in json.load(sys.stdin)]
    run = peers.CONTESTANTS[sys.argv[1]][1]()
    before = time.process_time()
    run(paths)
    cpu = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tokens = sum(1 for text in peers._texts(paths) for _ in razdel.tokenize(text))
    print(json.dumps({"cpu": cpu, "tokens": tokens, "peak": peak}))


if __name__ == "__main__":
    main()
