"""A trigger word in its construction."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import low
from predlozheno.proposals.lexicon import Form, SupportForm
from predlozheno.resources import gazetteer

AUXILIARIES = frozenset("был была было были будет будут быть есть является".split())
_AUXILIARY_REACH = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger word in its construction. Positions are token indices into the Doc, half-open.

    Attributes:
        frame: whose word it is.
        diathesis: one of `frames.DIATHESES`, or "adjectival" for a full participle.
        head: the verb, predicative or noun whose grammar decides.
        noun: of a support construction or a noun that stands alone: the noun.
        start, end: the trigger as it is shown.
        form: what the dictionary says of the head.
        misspelt: whether the word is only close to a form of the frame.
        gap: of a phrase that a noun parts («взять *ремонт* на контроль»), from behind its first word
            to its next one; the first word alone is shown as the trigger.
        closed: behind the last word of such a phrase.
    """

    frame: Frame
    diathesis: str
    head: int
    start: int
    end: int
    form: Form | SupportForm
    noun: int | None = None
    misspelt: bool = False
    gap: tuple[int, int] | None = None
    closed: int = 0

    @property
    def rule(self) -> str:
        """Frame id and diathesis, as the record names its rule."""
        return f"{self.frame.id}+{self.diathesis}"

    @property
    def is_familiar(self) -> bool:
        """«Скинь смету»: who says «ты» gives somebody a task and does not petition."""
        return "sing" in self.form.grammemes

    @property
    def anchor(self) -> int:
        """The token after which, or before which, the content is looked for."""
        noun = self.end if self.noun is None else self.noun + 1
        return max(self.end, noun, self.closed)


def settles(hit: Hit) -> bool:
    """«Не поддержала предложение …»: the verb tells what became of a proposal that was made."""
    return (
        isinstance(hit.form, SupportForm)
        and hit.form.lemma in gazetteer("qualifiers")["settling_verbs"]
    )


def with_auxiliary(sentence: Span, token: Token) -> tuple[int, int]:
    """The token with the form of «быть» beside it."""
    doc = token.doc
    for step in range(1, _AUXILIARY_REACH + 1):
        left = token.i - step
        if left >= sentence.start and low(doc[left]) in AUXILIARIES:
            return left, token.i + 1
        if left < sentence.start or doc[left].pos_ not in ("ADV", "PART"):
            break
    right = token.i + 1
    if right < sentence.end and low(doc[right]) in AUXILIARIES:
        return token.i, right + 1
    return token.i, token.i + 1


def without_doubles(hits: list[Hit]) -> list[Hit]:
    """One hit for each word: phrases before support constructions before single words."""
    order = {"phrase": 0, "support": 1, "noun": 3, "by_noun": 3, "imperative": 4}
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in sorted(
        hits, key=lambda h: (order.get(h.diathesis, 2), _spread(h), h.start, h.start - h.end)
    ):
        words = {
            *range(hit.start, hit.end),
            hit.head,
            *([hit.noun] if hit.noun is not None else []),
        }
        if not words & taken or _shares_verb(hit, kept, taken):
            kept.append(hit)
            taken |= words
    return sorted(kept, key=lambda h: (h.start, h.noun or 0))


def _shares_verb(hit: Hit, kept: list[Hit], taken: set[int]) -> bool:
    """«Подтвердили готовность …, а также заинтересованность в …»: two nouns of one verb."""
    first = next((h for h in kept if h.diathesis == "support" and h.head == hit.head), None)
    if first is None or first.noun is None or hit.noun is None or hit.noun in taken:
        return False
    return hit.diathesis == "support" and first.head < first.noun < hit.noun


def _spread(hit: Hit) -> int:
    """How far a noun stands from the verb that carries it."""
    return 0 if hit.noun is None else abs(hit.noun - hit.head)


def gives_way(hit: Hit, hits: list[Hit], sentence: Span) -> bool:
    """Of two frames with one verb the one whose words stand in the sentence counts.

    «Закрепили за отделом склад» lays on somebody what «Закрепили: релиз по средам» only settles.
    """
    rivals = [h for h in hits if h.head == hit.head and h.frame.id != hit.frame.id]
    lacking = bool(rivals) and lacks_words(hit, sentence)
    return lacking and any(not lacks_words(rival, sentence) for rival in rivals)


def lacks_words(hit: Hit, sentence: Span) -> bool:
    """Whether none of the words stands in the sentence without which the trigger is no trigger."""
    wanted = folded(hit.frame.with_words)
    if not wanted:
        return False
    return wanted.isdisjoint(lemma for token in sentence for lemma in lemmas(token.text))


def folded(words: tuple[str, ...]) -> set[str]:
    """Words of a frame file as lemmas are written: in small letters, «ё» as «е»."""
    return {word.lower().replace("ё", "е") for word in words}
