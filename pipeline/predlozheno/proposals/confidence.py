"""How far a rule is to be trusted: its measured precision, drawn towards the whole where it is rare."""

from __future__ import annotations

from functools import cache

from predlozheno.errors import ModelsError
from predlozheno.resources import models_dir, read_yaml

FILE = "confidence.yaml"
# A rule seen n times counts n / (n + 4) for itself; the rest is what all rules reach together.
PRIOR_WEIGHT = 4


def confidence(rule: str) -> float:
    """The probability that a record of this rule is right, between 0 and 1, to two places.

    Right means that the record answers one of the gold corpus; measured on its `dev` part by
    `predlozheno evaluate corpus/gold --update-confidence`.

    Raises:
        ModelsError: where the file of the measured rules breaks its format.
    """
    prior, rules = _measured()
    right, given = rules.get(rule, (0, 0))
    return round((right + PRIOR_WEIGHT * prior) / (given + PRIOR_WEIGHT), 2)


@cache
def _measured() -> tuple[float, dict[str, tuple[int, int]]]:
    path = models_dir() / FILE
    content = read_yaml(path)
    try:
        rules = {
            str(rule): (int(right), int(given)) for rule, (right, given) in content["rules"].items()
        }
        return float(content["prior"]), rules
    except (KeyError, TypeError, ValueError) as error:
        raise ModelsError(
            f"{path}: a number `prior` and a mapping `rules` of [right, given] are expected",
            hint="Write it anew: predlozheno evaluate GOLD_DIR --update-confidence",
        ) from error
