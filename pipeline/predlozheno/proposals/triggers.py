"""Finds the words that may carry a speech act, and the construction in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import analyses, can_be, fold
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import CLAUSE_MARKS, case_of, is_finite, is_infinitive, low
from predlozheno.proposals.lexicon import Form, Lexicon, SupportForm
from predlozheno.records.schema import Kind

_AUXILIARIES = frozenset("был была было были будет будут быть есть является".split())
_AUXILIARY_REACH = 2
_SUPPORT_REACH = 9
_PHRASE_GAP = 3
_OWNER_REACH = 5
_NOUN_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.WISH)
# How many words of its clause may stand before an imperative («тз напишите», «к обеду принесите»).
_FREE_IMPERATIVE = 6


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
    """

    frame: Frame
    diathesis: str
    head: int
    start: int
    end: int
    form: Form | SupportForm
    noun: int | None = None
    misspelt: bool = False

    @property
    def rule(self) -> str:
        """Frame id and diathesis, as the record names its rule."""
        return f"{self.frame.id}+{self.diathesis}"

    @property
    def anchor(self) -> int:
        """The token after which, or before which, the content is looked for."""
        return self.end if self.noun is None else max(self.end, self.noun + 1)


def find_hits(sentence: Span, lexicon: Lexicon) -> list[Hit]:
    """All hits of a sentence in the order of the text; phrases win over the words inside them."""
    doc = sentence.doc
    hits: list[Hit] = []
    for token in sentence:
        forms = lexicon.find(token.text)
        hits.extend(_phrases(sentence, token, forms))
        if any(hit.frame.phrases and hit.start <= token.i < hit.end for hit in hits if hit.noun is None
               and hit.diathesis == "phrase"):
            continue
        if lexicon.imperatives and _commands(sentence, token):
            hits.extend(_imperative_hits(token, lexicon.imperatives))
        for form in forms:
            hits.extend(_word_hits(sentence, token, form, lexicon))
        if not forms and (near := lexicon.near(token.text)) and _fits_near_miss(doc, token):
            hits.extend(
                _verb_hit(sentence, token, form, misspelt=True)
                for form in lexicon.find(near)
                if form.list_name == "verbs"
            )
    # A word in a construction that its frame does not act in is not a word of that frame.
    return _without_doubles([hit for hit in hits if _acts(hit)])


def _commands(sentence: Span, token: Token) -> bool:
    """An imperative that opens its clause in direct speech."""
    if not can_be(token, Mood="Imp"):
        return False
    only = all(r.features.get("Mood") == "Imp" for r in analyses(token.text) if r.known)
    if not only and token.morph.get("Mood") != ["Imp"]:
        return False
    i = token.i - 1
    while i >= sentence.start and not (is_finite(token.doc[i]) or token.doc[i].text in ",:–—-;…]"):
        i -= 1
    opened = i < sentence.start or not is_finite(token.doc[i])
    near = token.i - i <= (_FREE_IMPERATIVE if only else 2)
    return opened and near and not _quoted(sentence, token)


def _quoted(sentence: Span, token: Token) -> bool:
    before = sentence.doc[sentence.start : token.i].text
    return before.count("«") > before.count("»")


def _imperative_hits(token: Token, frames: list[Frame]) -> Iterator[Hit]:
    for frame in frames:
        grammemes = frozenset({"VERB", "impr"})
        form = Form(frame, "verbs", token.lemma_, "imperative", grammemes)
        yield Hit(frame, "imperative", token.i, token.i, token.i + 1, form)


def _acts(hit: Hit) -> bool:
    if hit.diathesis == "imperative":
        return "imperative" in hit.frame.diatheses
    return not hit.frame.diatheses or hit.diathesis in hit.frame.diatheses


def _word_hits(sentence: Span, token: Token, form: Form, lexicon: Lexicon) -> Iterator[Hit]:
    if form.list_name == "verbs":
        if not _taken_for_noun(token):
            yield _verb_hit(sentence, token, form, misspelt=False)
    elif form.list_name == "predicatives":
        start, end = _with_auxiliary(sentence, token)
        yield Hit(form.frame, "predicative", token.i, start, end, form)
    elif form.list_name == "nouns":
        hit = _support_hit(sentence, token, form, lexicon) or _noun_hit(sentence, token, form)
        if hit:
            yield hit


def _taken_for_noun(token: Token) -> bool:
    """Whether the tagger reads a noun where the verb form is a homonym («требования», «решить»)."""
    return token.pos_ in ("NOUN", "PROPN") and case_of(token) not in ("", "Nom")


def _verb_hit(sentence: Span, token: Token, form: Form, *, misspelt: bool) -> Hit:
    diathesis = {
        "infinitive": "infinitive",
        "short_participle": "short_passive",
        "participle": "adjectival",
        "gerund": "gerund",
        "imperative": "imperative",
    }.get(form.shape)
    if diathesis is None:
        diathesis = "first_person" if "1per" in form.grammemes else "active"
        if form.reflexive:
            diathesis = "reflexive_passive"
    start, end = token.i, token.i + 1
    if diathesis == "short_passive":
        start, end = _with_auxiliary(sentence, token)
    return Hit(form.frame, diathesis, token.i, start, end, form, misspelt=misspelt)


def _with_auxiliary(sentence: Span, token: Token) -> tuple[int, int]:
    """The token with the form of «быть» beside it."""
    doc = token.doc
    for step in range(1, _AUXILIARY_REACH + 1):
        left = token.i - step
        if left >= sentence.start and low(doc[left]) in _AUXILIARIES:
            return left, token.i + 1
        if left < sentence.start or doc[left].pos_ not in ("ADV", "PART"):
            break
    right = token.i + 1
    if right < sentence.end and low(doc[right]) in _AUXILIARIES:
        return token.i, right + 1
    return token.i, token.i + 1


def _phrases(sentence: Span, token: Token, forms: list[Form]) -> Iterator[Hit]:
    for form in forms:
        if form.list_name != "phrases":
            continue
        end = _match_rest(sentence, token.i + 1, form.rest)
        if end is not None:
            yield Hit(form.frame, "phrase", token.i, token.i, end, form)


def _match_rest(sentence: Span, start: int, rest: tuple[frozenset[str], ...]) -> int | None:
    """End of the phrase whose further words follow with at most a few words between them."""
    doc, position = sentence.doc, start
    for allowed in rest:
        window = range(position, min(position + 1 + _PHRASE_GAP, sentence.end))
        found = next((i for i in window if low(doc[i]) in allowed), None)
        if found is None or any(doc[i].text in CLAUSE_MARKS for i in range(position, found)):
            return None
        position = found + 1
    return position


def _support_hit(sentence: Span, noun: Token, form: Form, lexicon: Lexicon) -> Hit | None:
    """The noun with its support verb, which may stand on either side of it."""
    doc = sentence.doc
    wanted = {fold(verb) for verb in form.frame.support}
    best: tuple[int, int, SupportForm] | None = None
    for direction in (-1, 1):
        for step in range(1, _SUPPORT_REACH + 1):
            i = noun.i + direction * step
            if not sentence.start <= i < sentence.end or doc[i].text in ";:":
                break
            verbs = [s for s in lexicon.support(doc[i].text) if s.lemma in wanted]
            verbs = [s for s in verbs if s.shape != "participle"]
            if verbs and _carries(doc, noun, i, verbs[0]) and (best is None or step < best[0]):
                best = (step, i, verbs[0])
                break
            if step > 1 and is_finite(doc[i]) and low(doc[i]) not in _AUXILIARIES:
                break
    if best is None:
        return None
    step, verb, support = best
    start, end = _with_auxiliary(sentence, doc[verb])
    if _joins(doc, noun.i, verb):
        start, end = min(start, noun.i), max(end, noun.i + 1)
    return Hit(form.frame, "support", verb, start, end, support, noun=noun.i)


def _carries(doc: Doc, noun: Token, verb: int, support: SupportForm) -> bool:
    """Whether the noun stands in a case in which this verb can carry it."""
    case, preposition = case_of(noun), _preposition(doc, noun)
    if preposition in ("с", "со"):
        return case in ("Ins", "")
    if preposition in ("к", "на", "о", "об", "в"):
        return support.lemma in ("прийти", "указать", "указывать", "обратить", "говорить", "заявить",
                                 "напомнить", "сказать", "упомянуть", "выйти", "войти")
    if preposition:
        return False
    if case == "Gen":
        # The genitive is an object's only after a negation and with verbs that govern it.
        window = doc[max(0, min(verb, noun.i) - 3) : max(verb, noun.i)]
        return support.lemma in ("достичь", "достигнуть") or any(low(t) in ("не", "нет") for t in window)
    return case in ("Nom", "Acc", "")


def _preposition(doc: Doc, noun: Token) -> str:
    """The preposition that opens the noun's phrase, where only agreeing words stand between."""
    for i in range(noun.i - 1, max(noun.i - 4, -1), -1):
        if doc[i].pos_ == "ADP":
            return low(doc[i])
        if doc[i].pos_ not in ("ADJ", "DET", "NUM", "ADV") and doc[i].text not in "«\"":
            return ""
    return ""


def _joins(doc: Doc, noun: int, verb: int) -> bool:
    """Whether verb and noun are shown as one trigger: nothing with a party or clause of its own between."""
    a, b = sorted((noun, verb))
    between = doc[a + 1 : b]
    if noun > verb and _preposition(doc, doc[noun]) in ("с", "со"):
        return len(between) == 1
    if noun < verb:
        return len(between) <= 1 and not any(t.text in CLAUSE_MARKS for t in between)
    return len(between) <= 4 and not any(t.text in CLAUSE_MARKS or t.pos_ == "PROPN" for t in between)


def _noun_hit(sentence: Span, noun: Token, form: Form) -> Hit | None:
    """The noun alone: «по предложению X», «предложение: …», «просьба прислать …»."""
    doc, i = sentence.doc, noun.i
    before = low(doc[i - 1]) if i > sentence.start else ""
    if before == "по" and case_of(noun) in ("Dat", ""):
        return Hit(form.frame, "by_noun", i, i - 1, i + 1, form, noun=i)
    if _leads_to_action(sentence, noun) and form.frame.kind in _NOUN_KINDS:
        return Hit(form.frame, "noun", i, i, i + 1, form, noun=i)
    if case_of(noun) not in ("Nom", "Acc", ""):
        return None
    following = doc[i + 1 : sentence.end]
    opens = next((t for t in following if t.text in (":", "–", "—") or is_finite(t)), None)
    labelled = opens is not None and opens.text in (":", "–", "—") and opens.i - i <= 6
    direct = len(following) > 0 and "VerbForm=Inf" in str(following[0].morph)
    first = all(t.pos_ in ("DET", "ADJ", "ADV", "CCONJ", "PUNCT", "NUM", "PART") for t in doc[sentence.start : i])
    if labelled and first or direct and first:
        return Hit(form.frame, "noun", i, i, i + 1, form, noun=i)
    return None


def _leads_to_action(sentence: Span, noun: Token) -> bool:
    """«предложение (Цой) продать вагоны», «пожелание, чтобы …»: an action right behind the noun."""
    doc = sentence.doc
    for i in range(noun.i + 1, min(noun.i + _OWNER_REACH, sentence.end)):
        if is_infinitive(doc[i]) or low(doc[i]) == "чтобы":
            return True
        owner = doc[i].pos_ in ("PROPN", "NOUN", "ADJ", "DET") and case_of(doc[i]) in ("Gen", "")
        if not owner and doc[i].text not in (",", "не", "."):
            return False
    return False


def _fits_near_miss(doc: Doc, token: Token) -> bool:
    """A misspelt word counts beside a form of «быть», or where the dictionary does not know it."""
    neighbours = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
    return any(low(t) in _AUXILIARIES for t in neighbours) or not any(reading.known for reading in analyses(token.text))


def _spread(hit: Hit) -> int:
    """How far a noun stands from the verb that carries it."""
    return 0 if hit.noun is None else abs(hit.noun - hit.head)


def _without_doubles(hits: list[Hit]) -> list[Hit]:
    """One hit for each word: phrases before support constructions before single words."""
    order = {"phrase": 0, "support": 1, "noun": 3, "by_noun": 3, "imperative": 4}
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (order.get(h.diathesis, 2), _spread(h), h.start)):
        words = {*range(hit.start, hit.end), hit.head, *([hit.noun] if hit.noun is not None else [])}
        if not words & taken:
            kept.append(hit)
            taken |= words
    return sorted(kept, key=lambda h: h.start)
