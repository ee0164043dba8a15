"""The dictionary's readings, whose features are worked out once a tag and only where somebody asks."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from natasha.morph.vocab import MorphForm, MorphVocab, oc_grams, ud_feats, ud_pos
from pymorphy2.analyzer import MorphAnalyzer
from pymorphy2.analyzer import Parse as PymorphyParse
from pymorphy2.units import DictionaryAnalyzer

from predlozheno.language.morphology import fold


class LeanForm(MorphForm):  # type: ignore[misc]
    """Natasha's form of a word. Natasha's own works out the features of every form of every word."""

    def __new__(cls, *fields: Any) -> LeanForm:
        """As the named tuple below it."""
        form: LeanForm = PymorphyParse.__new__(cls, *fields)
        return form

    @property
    def normal(self) -> str:
        """The normal form."""
        return str(self.normal_form)

    @property
    def pos(self) -> str:
        """The part of speech of Universal Dependencies."""
        return _told(self.tag)[0]

    @property
    def feats(self) -> dict[str, str]:
        """The features of Universal Dependencies; shared, never to be changed."""
        return _told(self.tag)[1]

    def inflect(self, features: list[str]) -> LeanForm | None:
        """The form of the same word that has these features and is otherwise most like this one."""
        found: LeanForm | None = _inflected(self, frozenset(oc_grams(features)))
        return found

    @property
    def folded_forms(self) -> list[tuple[str, frozenset[str]]]:
        """All forms of the word, in small letters with «е» for «ё», and their grammemes."""
        method, *others = self.methods_stack
        if others or not isinstance(method[0], DictionaryAnalyzer):
            return [(fold(form.word), frozenset(form.tag.grammemes)) for form in self.lexeme]
        unit, _, paradigm, place = method
        stem = fold(unit.dict.build_stem(unit.dict.paradigms[paradigm], place, self.word))
        endings = _endings(unit.dict, paradigm)
        return [(prefix + stem + suffix, grammemes) for prefix, grammemes, suffix in endings]


class LeanVocab(MorphVocab):  # type: ignore[misc]
    """Natasha's vocabulary of lean forms."""

    def __init__(self) -> None:
        MorphAnalyzer.__init__(self, result_type=LeanForm)


@lru_cache(maxsize=8192)
def _told(tag: Any) -> tuple[str, dict[str, str]]:
    return ud_pos(tag), dict(ud_feats(tag))


@lru_cache(maxsize=1024)
def _endings(dictionary: Any, paradigm: int) -> list[tuple[str, frozenset[str], str]]:
    forms = dictionary.build_paradigm_info(paradigm)
    return [(fold(prefix), frozenset(tag.grammemes), fold(suffix)) for prefix, tag, suffix in forms]


@lru_cache(maxsize=65536)
def _inflected(form: LeanForm, grammemes: frozenset[str]) -> Any:
    method, *others = form.methods_stack
    if others or not isinstance(method[0], DictionaryAnalyzer):
        return PymorphyParse.inflect(form, set(grammemes))
    unit, _, paradigm, place = method
    found = _found(unit.dict, paradigm, place, grammemes)
    if found is None:
        return None
    wanted, (prefix, tag, suffix) = found
    stem = unit.dict.build_stem(unit.dict.paradigms[paradigm], place, form.word)
    inflected = prefix + stem + suffix
    stack = ((unit, inflected, paradigm, wanted),)
    return type(form)(inflected, tag, form.normal_form, 1.0, stack)


@lru_cache(maxsize=2048)
def _paradigm(dictionary: Any, paradigm: int) -> list[tuple[str, Any, str]]:
    """Prefix, tag and suffix of each form: many words and forms have one paradigm."""
    forms: list[tuple[str, Any, str]] = dictionary.build_paradigm_info(paradigm)
    return forms


@lru_cache(maxsize=8192)
def _found(
    dictionary: Any, paradigm: int, place: int, grammemes: frozenset[str]
) -> tuple[int, tuple[str, Any, str]] | None:
    """Which form of a paradigm has the grammemes and is most like the one at `place`.

    As `MorphAnalyzer._inflect` chooses, which builds all forms of the word each time to do so.
    """
    forms = _paradigm(dictionary, paradigm)
    own = forms[place][1]
    fitting = [index for index, form in enumerate(forms) if grammemes <= form[1].grammemes]
    if not fitting:
        grammemes = own.fix_rare_cases(grammemes)
        fitting = [index for index, form in enumerate(forms) if grammemes <= form[1].grammemes]
    goal = own.updated_grammemes(grammemes)

    def similarity(index: int) -> float:
        theirs = forms[index][1].grammemes
        return len(goal & theirs) - 0.1 * len(goal ^ theirs)

    best = max(fitting, key=similarity, default=None)
    return None if best is None else (best, forms[best])
