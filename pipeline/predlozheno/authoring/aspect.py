"""A verb's other aspect («озвучить», «озвучивать»): by its ending, proved by the dictionary."""

from __future__ import annotations

from predlozheno.language.morphology import analyses

# Endings of perfective infinitives and what the imperfective has instead; the first word counts.
_IMPERFECTIVE = (
    ("ести", ("осить", "одить")),
    ("стоять", ("стаивать",)),
    ("ложить", ("лагать",)),
    ("нуть", ("гать", "вать")),
    ("нять", ("нимать",)),
    ("отать", ("атывать",)),
    ("овать", ("овывать",)),
    ("ать", ("ывать", "ивать")),
    ("ять", ("ивать",)),
    ("дить", ("ждать", "живать")),
    ("тить", ("щать", "чать", "чивать")),
    ("сить", ("шать", "шивать")),
    ("зить", ("жать", "живать")),
    ("вить", ("влять",)),
    ("бить", ("блять",)),
    ("мить", ("млять",)),
    ("пить", ("плять",)),
    ("ить", ("ивать", "ять", "ать")),
    ("еть", ("евать", "ивать")),
)

# Pairs that no ending tells.
_PAIRS = {"брать": "взять", "говорить": "сказать", "класть": "положить", "ставить": "поставить"}
_PAIRS |= {"делать": "сделать", "просить": "попросить", "требовать": "потребовать"}
_PAIRS |= {perfective: imperfective for imperfective, perfective in _PAIRS.items()}


def with_other_aspect(verb: str) -> tuple[str, ...]:
    """The infinitive, and behind it that of the other aspect where one is sure to exist."""
    if verb in _PAIRS:
        return (verb, _PAIRS[verb])
    reflexive = verb.endswith(("ся", "сь"))
    bare = verb[:-2] if reflexive else verb
    tail = "ся" if reflexive else ""
    if _aspect(verb) == "perf":
        for ending, others in _IMPERFECTIVE:
            if bare.endswith(ending):
                found = (bare.removesuffix(ending) + other + tail for other in others)
                return (verb, *[one for one in found if _aspect(one) == "impf"][:1])
    elif _aspect(verb) == "impf":
        for ending, others in _IMPERFECTIVE:
            for other in others:
                pair = bare.removesuffix(other) + ending + tail
                if bare.endswith(other) and _aspect(pair) == "perf":
                    return (verb, pair)
    return (verb,)


def _aspect(verb: str) -> str:
    """«perf», «impf», or nothing where the dictionary knows no such infinitive."""
    for reading in analyses(verb):
        if reading.known and "INFN" in reading.grammemes:
            return "perf" if "perf" in reading.grammemes else "impf"
    return ""
