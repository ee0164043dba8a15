"""Which documents rules may be tuned on, and which only measure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from predlozheno.errors import GoldError

Split = Literal["dev", "test"]
SPLITS: tuple[Split, ...] = ("dev", "test")
FILE = "splits.yaml"


def read_splits(gold_dir: Path, stems: Iterable[str]) -> dict[str, Split]:
    """The split of every stem, from `splits.yaml` beside the gold folder; without it all are `dev`.

    Raises:
        GoldError: where the file is no mapping of `dev` and `test` to lists of stems, names a stem
            in both, or leaves one out.
    """
    wanted = list(stems)
    path = gold_dir.parent / FILE
    if not path.is_file():
        return dict.fromkeys(wanted, "dev")
    content = _read(path)
    named: dict[str, Split] = {}
    for split in SPLITS:
        for stem in content.get(split) or []:
            if named.setdefault(stem, split) != split:
                raise GoldError(f"{path}: '{stem}' stands in both dev and test")
    if missing := [stem for stem in wanted if stem not in named]:
        raise GoldError(
            f"{path}: no split for {', '.join(missing)}", hint="Add each under dev or test"
        )
    return {stem: named[stem] for stem in wanted}


def _read(path: Path) -> dict[str, list[str]]:
    import yaml

    try:
        content: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GoldError(f"{path}: cannot be read ({' '.join(str(error).split())})") from error
    good = isinstance(content, dict) and all(
        isinstance(stems, list) or not stems for stems in content.values()
    )
    if not good or set(content) - set(SPLITS):
        raise GoldError(
            f"{path}: `dev:` and `test:` are expected, each with a list of gold file stems"
        )
    return dict(content)
