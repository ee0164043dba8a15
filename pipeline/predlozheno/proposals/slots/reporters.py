"""Whose words they are: who says, thinks or wants what a sentence without a subject states."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import agrees, feature, is_finite, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.nominatives import nominative
from predlozheno.proposals.slots.voice import person_like
from predlozheno.resources import gazetteer

_POSSESSIVES = frozenset("его ее их".split())
# «По мнению дороги», «по словам завода»: whatever stands behind these is somebody.
_HELD = frozenset("мнению словам убеждению слов".split())
# How many words stand at most between a verb and what it leads to.
_LEAD_REACH = 12
_PERSONS = ("я", "он", "она", "они", "кто-то", "некто", "один", "одна")
# Between «я» and «считаю»: «я всё-таки по-прежнему считаю».
_OWN_REACH = 3
# «от имени», «по поручению» between a name and those whose words it speaks.
_BEHALF = 2


def holder(context: Context, hit: Hit, sentence: Span, contents: list[TokenSpan]) -> list[Phrase]:
    """The party that the sentence names as holding the view: in whose name, or in whose opinion.

    `contents` are what is wanted: «поручено от имени собрания составить …» tells how to do it.
    """
    behalf = opened(context, sentence, "behalf_openings", contents)
    return (
        (behalf and (_spokesman(context, hit, sentence, behalf[0]) or behalf))
        or opened(context, sentence, "opinion_openings")
        or opened(context, sentence, "paper_openings", contents)
        or _opinion(context, hit, sentence)
    )


def _spokesman(context: Context, hit: Hit, sentence: Span, body: Phrase) -> list[Phrase]:
    """«Ярыгина от имени клуба внесла», «От имени жителей обратился Мухортов»: the person who speaks."""
    verb = next((t for t in context.doc[hit.start : hit.end] if is_finite(t)), None)
    if verb is None or feature(verb, "Voice") == "Pass":
        return []
    for person in context.parties_in(sentence.start, sentence.end):
        ahead = person.end <= body.start and body.start - person.end <= _BEHALF
        behind = person.start == verb.i + 1
        if person.label == "PER" and (ahead or behind) and nominative(person, verb):
            return [person]
    return []


def _opinion(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«Особое мнение Тойво: …», «Письмо жителей Садовой (42 подписи): …»: whose it is."""
    doc, cues = context.doc, gazetteer("proposer-cues")
    nouns = {*cues["opinion_nouns"], *cues["papers"]}
    for token in doc[sentence.start : hit.start]:
        if lemmas(token.text) & nouns:
            phrase = context.phrase_at(token.i + 1)
            owns = phrase is not None and (phrase.has_case("Gen") or phrase.label == "PER")
            if phrase and owns and is_party(phrase) and _leads_to_colon(doc, phrase.end, hit.start):
                return [phrase]
    return []


def _leads_to_colon(doc: Doc, start: int, end: int) -> bool:
    """Whether a colon follows, behind no more than what describes the party."""
    for token in doc[start : min(start + _LEAD_REACH, end)]:
        if token.text == ":":
            return True
        if is_finite(token) or token.text in ",;":
            return False
    return False


def opened(
    context: Context, sentence: Span, name: str, contents: list[TokenSpan] | None = None
) -> list[Phrase]:
    """The phrase in the genitive behind one of the openings of a cue list («по мнению завуча»)."""
    doc, texts = context.doc, columns(context.doc).low
    openings = _openings(name)
    for i in range(sentence.start, sentence.end - 1):
        if any(start <= i < end for start, end in contents or []):
            continue
        for words in openings.get(texts[i], ()):
            end = i + len(words)
            if texts[i:end] == words and end < sentence.end:
                phrase = context.phrase_at(end)
                phrase = with_members(context, phrase) if phrase is not None else None
                held = words[-1] in _HELD and phrase is not None and phrase.head.pos_ != "PRON"
                if (
                    phrase
                    and phrase.has_case("Gen")
                    and (held or is_party(phrase) or is_crowd(phrase))
                ):
                    return [phrase]
            if _possessed(context, i, words, sentence.end):
                return [Phrase(i + 1, i + 2, doc[i + 1])]
    return []


@cache
def _openings(name: str) -> dict[str, list[list[str]]]:
    """The openings of a cue list by their first word, in its order."""
    found: dict[str, list[list[str]]] = {}
    for text in gazetteer("proposer-cues")[name]:
        words = text.split()
        found.setdefault(words[0], []).append(words)
    return found


def _possessed(context: Context, i: int, words: list[str], end: int) -> bool:
    """«по её убеждению»: a possessive inside the opening."""
    doc = context.doc
    if i + len(words) >= end or low(doc[i + 1]) not in _POSSESSIVES:
        return False
    return [low(doc[i]), *(low(t) for t in doc[i + 2 : i + 1 + len(words)])] == words


def is_crowd(phrase: Phrase) -> bool:
    """«группы», «ряда»: a noun that many stand behind."""
    return bool(lemmas(phrase.head.text) & {"группа", "ряд", "часть", "большинство"})


def with_members(context: Context, phrase: Phrase) -> Phrase:
    """«группы» with the «депутатов северных округов» that stand behind it."""
    behind = context.phrase_at(phrase.end) if phrase.end < len(context.doc) else None
    if behind is None or not is_crowd(phrase):
        return phrase
    if not (behind.has_case("Gen") or behind.label == "PER"):
        return phrase
    return Phrase(phrase.start, behind.end, phrase.head, "GROUP")


def is_party(phrase: Phrase) -> bool:
    """Whether the phrase names somebody: a party, a name, a person."""
    named = person_like(phrase) or low(phrase.head) in ("меня", "нас", "него", "нее", "них")
    return bool(phrase.label) or (named and len(phrase.head.text) > 1)


def reporter(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«Шкуратов заметил, что нужна заявка», «Надо сдвинуть подвоз, – настаивала завуч»."""
    doc = context.doc
    for i in (*range(hit.start - 1, sentence.start - 1, -1), *range(hit.end, sentence.end)):
        token = doc[i]
        said = _reports(token) or _own_view(context, i) or _concludes(context, i, hit.start)
        if hit.start <= i < hit.end or not said:
            continue
        behind = i > hit.start
        if behind and not _is_aside(context, i):
            continue
        if not behind and not _leads(context, i, hit.start):
            continue
        subject = _beside(context, i, sentence, aside=behind)
        if subject:
            return subject
    return []


def over_list(context: Context, block: int) -> list[Phrase]:
    """«Участники считают, что:» above the item: whose view the items of a list are."""
    info = context.blocks[block]
    above = context.blocks[info.parent] if info.parent is not None else None
    if info.kind != "item" or above is None or above.kind in ("heading", "row"):
        return []
    line = context.doc.char_span(above.body, above.end, alignment_mode="contract")
    if line is None or not len(line) or line[-1].text != ":":
        return []
    sentence, raising = line[-1].sent, set(gazetteer("proposer-cues")["raising"])
    for token in reversed(context.doc[sentence.start : line.end]):
        raised = is_finite(token) and lemmas(token.text) & raising
        if _reports(token) or raised:
            return _beside(context, token.i, sentence, aside=False)
        if is_finite(token):
            return []
    return []


def _reports(token: Token) -> bool:
    short = feature(token, "Variant") == "Short" and token.pos_ == "ADJ"
    if not (is_finite(token) or short) or feature(token, "Person") in ("1", "2"):
        return False
    return bool(lemmas(token.text) & set(gazetteer("proposer-cues")["reporting"]))


def _own_view(context: Context, verb: int) -> bool:
    """«Я считаю, что нужно …»: where no label says who «я» is, the pronoun does."""
    doc, token = context.doc, context.doc[verb]
    if feature(token, "Person") != "1" or not is_finite(token):
        return False
    if context.blocks[context.block_index(verb)].speaker is not None:
        return False
    named = any(low(t) in ("я", "мы") for t in doc[max(0, verb - _OWN_REACH) : verb])
    return named and bool(lemmas(token.text) & set(gazetteer("proposer-cues")["reporting"]))


def _concludes(context: Context, verb: int, end: int) -> bool:
    """«пришли к единому мнению, что …»: a noun for an opinion right before the «что»."""
    doc = context.doc
    if not is_finite(doc[verb]) or feature(doc[verb], "Person") in ("1", "2"):
        return False
    for i in range(verb + 1, min(end, verb + 1 + _LEAD_REACH)):
        if low(doc[i]) == "что" and doc[i - 1].text == ",":
            return bool(lemmas(doc[i - 2].text) & set(gazetteer("proposer-cues")["opinion_nouns"]))
        if is_finite(doc[i]):
            return False
    return False


def _leads(context: Context, verb: int, end: int) -> bool:
    """Whether the verb's clause opens into what is said: «, что», a colon, a quotation."""
    doc = context.doc
    for i in range(verb + 1, min(end, verb + 1 + _LEAD_REACH)):
        if doc[i].text in (":", "«", '"') or doc[i].text == "," and i + 1 == end:
            # «Мама говорит, давайте постираем»
            return True
        if low(doc[i]) in ("что", "чтобы", "чтоб"):
            return True
        if doc[i - 1].text == "," and low(doc[i]) in ("нельзя", "можно", "не"):
            return "ли" in [low(t) for t in doc[i : i + 4]]
        if is_finite(doc[i]):
            return False
    return False


def _is_aside(context: Context, verb: int) -> bool:
    """«…», – сказал Орлов; , считает завуч, …»: the verb of an aside, its subject behind it."""
    return context.doc[verb - 1].text in ("–", "—", "-", ",", "»", '"')


def _beside(context: Context, verb: int, sentence: Span, *, aside: bool) -> list[Phrase]:
    """The subject next to the verb: behind it at once, or before it in its clause."""
    doc = context.doc
    token = doc[verb]
    following = context.phrase_at(verb + 1) if verb + 1 < sentence.end else None
    if following and following.end <= sentence.end and _acts(following, token, aside=aside):
        return [following]
    before = context.phrases_in(
        sentence.start if not aside else max(sentence.start, verb - 6), verb
    )
    for phrase in reversed(before):
        prepositional = phrase.start and doc[phrase.start - 1].pos_ == "ADP"
        if not prepositional and _acts(phrase, token):
            return [phrase]
    return []


def _acts(phrase: Phrase, verb: Token, *, aside: bool = False) -> bool:
    person = is_party(phrase) or is_crowd(phrase) or low(phrase.head) in _PERSONS
    if aside and phrase.label in ("ROLE", "PER"):
        # «, уверена депутат, …»: the verb tells that she is a woman, and the office does not.
        return nominative(phrase, verb) and feature(phrase.head, "Number") != "Plur"
    return person and nominative(phrase, verb) and agrees(phrase.head, verb)
