"""The clause that a verb of the first or second person carries, and whether it leaves things open."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Span, Token

from predlozheno.language.answers import answers
from predlozheno.language.morphology import Analysis, analyses
from predlozheno.proposals.grammar import feature, is_finite, is_word, low, trim
from predlozheno.proposals.learned.columns import Columns
from predlozheno.resources import gazetteer

_OPENERS = frozenset(
    "ну так ладно хорошо ок окей тогда да давайте давай значит вот короче потом и а но слушайте "
    "поэтому отлично супер добро итак спасибо всем всё точно согласен согласна".split()
)
# «Чай куплю, а то закончился», «соберу, у меня есть списки»: behind the comma stands why.
_BACK = frozenset(
    "а у если иначе там потому так он она они это не мне без все потом когда только".split()
)
_OURS = frozenset("нас меня вас тебя него неё нее них".split())
# Between two verbs these begin another clause.
_JOINTS = frozenset(("и", "а", "но"))


def carries(token: Token) -> bool:
    """A finite verb by the tagger, or by the dictionary: alone, or behind «я» («я встречу»)."""
    if is_finite(token):
        return True
    known, told = spoken(token.text)
    if not told:
        return False
    begins = token.is_sent_start or token.nbor(-1).text in ",;:"
    own = not begins and low(token.nbor(-1)) in ("я", "мы")
    # «Возьму сметы, скину сюда в среду»: the likeliest reading, where a clause may begin.
    return len(told) == len(known) or own or (begins and known[0] in told)


@lru_cache(maxsize=65536)
def spoken(text: str) -> tuple[list[Analysis], list[Analysis]]:
    """The readings that the dictionary has, and those of them that tell of «я», «мы», «ты» or «вы»."""
    known = [r for r in analyses(text) if r.known]
    verbs = [r for r in known if r.pos == "VERB" and r.features.get("Mood") == "Ind"]
    return known, [r for r in verbs if r.features.get("Person") in ("1", "2")]


def trait(verb: Token, name: str) -> str:
    """What the dictionary alone knows of a verb: the tagger is lost where «ё» stands («соберём»)."""
    forms = [r.features for r in analyses(verb.text) if r.known and r.pos == "VERB"]
    known = {form.get(name, "") for form in forms if form.get("Mood") == "Ind"}
    return next(iter(known)) if len(known) == 1 else feature(verb, name)


def clause_of(sentence: Span, verb: Token, verbs: list[Token]) -> tuple[int, int]:
    """The clause of the verb: from behind the opening words to the comma of the next clause."""
    doc, begin, stop = sentence.doc, sentence.start, sentence.end
    others = [t.i for t in verbs if t is not verb]
    words = answers(doc)
    texts, lows = words.text, words.low
    for i in range(sentence.start, verb.i):
        joins = lows[i] in _JOINTS and any(k < i for k in others)
        if texts[i] in ",:;–—.!" or joins:
            begin = i + 1
    while begin < verb.i and (lows[begin] in _OPENERS or not words.word[begin]):
        begin += 1
    for i in range(verb.i + 1, sentence.end):
        behind = lows[i + 1] if i + 1 < sentence.end else ""
        parts = texts[i] in ";.!–—" or texts[i] == "," and any(k > i for k in others)
        joins = lows[i] in _JOINTS and any(k > i for k in others)
        if parts or joins or texts[i] == "," and behind in _BACK:
            stop = i
            break
    return trim(doc, begin, stop)


def opens_clause(token: Token) -> bool:
    """Whether a clause of its own may begin behind the token: a stop, or a word that leads up to it."""
    return not is_word(token) or low(token) in _OPENERS


def is_open(sentence: Span, begin: int, stop: int, *, denied: bool = False) -> bool:
    """Whether the clause or its sentence leave open whether anything is done, or cite somebody.

    Where it is `denied`, its «не» says what is done no more.
    """
    doc, words = sentence.doc, gazetteer("promises")
    if any(t.text in '?«»"' for t in sentence):
        return True
    before = {low(t) for t in doc[max(sentence.start, begin - 1) : stop]}
    before -= {"не"} if denied else set()
    if before & set(words["open"]) or any(low(t) == "если" for t in sentence):
        return True
    # «Буду разносить, когда моя смена» only says when; «следующий раз» is a noun.
    leading = doc[sentence.start : stop]
    return any(low(t) in words["conditions"] and t.pos_ != "NOUN" for t in leading)


def turns_against(words: Columns, comma: int, end: int) -> bool:
    """«просит, чтобы ходили, а я считаю …», «…, а отдельно у нас только баня»: against the wish."""
    behind = range(comma + 2, min(end, comma + 9))
    stop = next((i for i in behind if words.low[i] in ",;"), min(end, comma + 9))
    clause, acts = (
        words.low[comma + 2 : stop],
        [i for i in behind if i < stop and words.predicate[i]],
    )
    if not clause or any(words.infinitive(i) for i in range(comma + 2, stop)):
        return False
    ours = any(one == "у" and two in _OURS for one, two in pairwise(clause))
    told = any(words.person[i] == "1" for i in acts)
    return clause[0] in ("я", "мы") and told or ours and not acts
