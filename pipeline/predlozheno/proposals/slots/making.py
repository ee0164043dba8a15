"""Bodies that a content makes or changes: «создать при фонде совет», «слить два отдела в один»."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_infinitive, low
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.bodies import cues, is_body, is_named, objects, own_body
from predlozheno.records.schema import Role

_MAKING = (("reformed", Role.REFORMED), ("established", Role.ESTABLISHED))
# «Преобразовать секцию в общество», «слить отдел с управлением»: how far behind the verb.
_REACH = 14
_INTO = ("в", "во")
_HOSTING = (["при"], ["в", "рамках"], ["на", "базе"], ["в", "составе"], ["в", "структуре"])
_WITH = ("с", "со", "к", "ко")
_ABOUT = ("о", "об", "по", "к", "для")


def made(context: Context, start: int, end: int) -> list[Mention]:
    """What is to be established or reformed: the objects of the verbs and nouns that say so."""
    found: list[Mention] = []
    for token in context.doc[start:end]:
        words = word_lemmas(token.text)
        described = feature(token, "VerbForm") == "Part" and feature(token, "Variant") != "Short"
        acts = is_infinitive(token) or (token.pos_ in ("VERB", "AUX") and not described)
        named = token.pos_ == "NOUN" and any(words & cues(name) for name, _ in _MAKING)
        named = named and _is_matter(context, token.i, start)
        if not (acts or named or (token.pos_ == "NOUN" and _leads(context, token.i, start))):
            continue
        for mention in _of_verb(context, token, words, start, end):
            if not any(_overlap(mention.phrase, other.phrase) for other in found):
                found.append(mention)
    return found


def _of_verb(
    context: Context, verb: Token, words: frozenset[str], start: int, end: int
) -> list[Mention]:
    role = next((role for name, role in _MAKING if words & cues(name)), None)
    if role is None:
        kept = words & cues("staffing")
        return [Mention(p, role=Role.REFORMED) for p in _staff(context, verb, end)] if kept else []
    found = objects(context, verb, end) or _listed(context, verb, end)
    if not found and words & cues("founding"):
        found = _in_front(context, verb, start)
        if words & cues("opening"):
            # «Столовую открыть к осени»: one that there is, unless more is said of it.
            found = [p for p in found if p.end - p.start > 1]
    if words & cues("strengthening"):
        # «Усилить охрану», «обновить фонды» change no body; «усилить юридическую службу» does.
        found = [p for p in found if p.label == "ORG" and p.end - p.start > 1]
    if words & cues("keeping"):
        found = [p for p in found if not word_lemmas(p.head.text) & cues("kept")]
    if role is Role.ESTABLISHED:
        if not found and not words & cues("electing"):
            named = objects(context, verb, end, any_noun=True)
            found = [p for p in named if p.label != "PER" and (is_named(p) or _is_new(p))]
        found = found or _beside_thing(context, verb, end)
        if not found and verb.pos_ == "NOUN":
            return _hosted(context, verb, end)
        return [Mention(p, role=role) for p in found]
    mentions = [Mention(p, role=role) for p in found or _staff(context, verb, end)]
    if mentions and words & cues("turning"):
        mentions += _turned(context, verb, mentions[-1].phrase, end)
    return mentions


def _beside_thing(context: Context, verb: Token, end: int) -> list[Phrase]:
    """«Создать реестр родников и штаб по рекам»: a body joined to a thing."""
    last = next(iter(objects(context, verb, end, any_noun=True)), None)
    while last is not None and last.end + 1 < end and low(context.doc[last.end]) in ("и", ","):
        last = context.phrase_at(last.end + 1)
        if last is None or last.end > end or not any(map(last.has_case, ("Acc", "Nom", "Gen"))):
            return []
        if is_body(last) and last.label in ("", "ORG"):
            return [last]
    return []


def _in_front(context: Context, verb: Token, start: int) -> list[Phrase]:
    """«Штаб непогоды и штаб задержек объединить»: the bodies before the infinitive that acts on them."""
    doc, found, i = context.doc, list[Phrase](), start
    while is_infinitive(verb) and i < verb.i:
        phrase = context.phrase_at(i + (doc[i].pos_ == "ADP"))
        if is_infinitive(doc[i]) or is_finite(doc[i]) or doc[i].text in ":;":
            found = []
        if phrase is None or phrase.end > verb.i:
            i += 1
            continue
        cases = any(phrase.has_case(case) for case in ("Acc", "Nom"))
        if doc[i].pos_ != "ADP" and cases and (phrase.label == "ORG" or is_body(phrase)):
            found.append(phrase)
        i = phrase.end
    return found


def _hosted(context: Context, noun: Token, end: int) -> list[Mention]:
    """«Создание в рамках комиссии | экспертной подгруппы»: two genitives that look like one name."""
    low_words = columns(context.doc).low
    place = next(
        (
            noun.i + 1 + len(opening)
            for opening in _HOSTING
            if low_words[noun.i + 1 : noun.i + 1 + len(opening)] == opening
        ),
        end,
    )
    party = next((p for p in context.parties_in(place, end) if p.start == place), None)
    if party is None:
        return []
    for i in range(party.head.i + 1, party.end):
        inner = context.phrase_at(i) if context.doc[i].pos_ == "ADJ" else None
        if inner and inner.end == party.end and is_body(inner) and inner.has_case("Gen"):
            host = Phrase(party.start, i, party.head, party.label)
            return [Mention(host, role=Role.HOST), Mention(inner, role=Role.ESTABLISHED)]
    return []


def _is_new(phrase: Phrase) -> bool:
    """«Создать сеть театров»: a body where it is made, and a thing elsewhere."""
    return bool(word_lemmas(phrase.head.text) & cues("made"))


def _listed(context: Context, verb: Token, end: int) -> list[Phrase]:
    """«Учредить: 1.1. лигу; 1.2. при ней – фонд»: an object behind the colon and each semicolon."""
    doc = context.doc
    if verb.i + 1 >= end or doc[verb.i + 1].text != ":":
        return []
    found: list[Phrase] = []
    for i in range(verb.i + 1, end - 1):
        if doc[i].text in ":;":
            found += objects(context, verb, end, behind=_marked(doc, i + 1, end))
    return found


def _marked(doc: Doc, i: int, end: int) -> int:
    """Behind the number or letter of an item."""
    while i < end - 1 and not (doc[i].is_alpha and len(doc[i]) > 1):
        i += 1
    return i


def _staff(context: Context, verb: Token, end: int) -> list[Phrase]:
    """«Расширить состав совета»: the body whose staff or powers are changed."""
    found = []
    for phrase in objects(context, verb, end, any_noun=True):
        if word_lemmas(phrase.head.text) & cues("staff"):
            owner = context.phrase_at(phrase.head.i + 1)
            if owner and owner.end <= end and (owner.label == "ORG" or is_body(owner)):
                found.append(own_body(context, owner))
    return found


def _turned(context: Context, verb: Token, last: Phrase, end: int) -> list[Mention]:
    """What comes of it, and with whom it is merged: «… в методический центр», «… с комитетом»."""
    doc, found = context.doc, []
    for i in range(max(last.end, verb.i + 1), min(end - 1, verb.i + _REACH)):
        if is_infinitive(doc[i]) or is_finite(doc[i]) or doc[i].text in ",;:":
            break
        # «В постоянно действующее бюро»: the adverb is no part of a phrase.
        first = i + 2 if doc[i + 1].pos_ == "ADV" and i + 2 < end else i + 1
        phrase = context.phrase_at(first)
        if phrase is not None:
            phrase = Phrase(i + 1, phrase.end, phrase.head, phrase.label)
        if phrase is None or phrase.end > end or not (phrase.label == "ORG" or is_body(phrase)):
            continue
        word = low(doc[i])
        if word in _INTO and can_be(phrase.head, case="Acc"):
            found.append(Mention(phrase, role=Role.ESTABLISHED))
        elif (
            word in _WITH and i == last.end and phrase.has_case("Ins" if word[0] == "с" else "Dat")
        ):
            found.append(Mention(phrase, role=Role.REFORMED))
    return found


def _is_matter(context: Context, noun: int, start: int) -> bool:
    """«Рассмотреть вопрос о создании …», «ускорить реорганизацию …»: a noun of action that is the point.

    What is to be avoided or put off («не допустить закрытия школы») is none.
    """
    doc, i = context.doc, noun - 1
    while i > start and doc[i].pos_ in ("ADJ", "ADV", "DET"):
        i -= 1
    if i > start and low(doc[i]) in _ABOUT:
        i -= 1
        # «Поддержать предложение прокуратуры о создании …»: whose it is stands between.
        while (
            i > start
            and doc[i].pos_ in ("NOUN", "PROPN", "ADJ")
            and not (word_lemmas(doc[i].text) & cues("matters"))
        ):
            i -= 1
        lead = doc[i].pos_ == "NOUN" and word_lemmas(doc[i].text) & cues("matters")
    elif i >= start and is_infinitive(doc[i]):
        lead = word_lemmas(doc[i].text)
    else:
        lead = i > start and doc[i].pos_ == "NOUN" and word_lemmas(doc[i].text) & cues("matters")
    spared = any(low(t) == "не" or word_lemmas(t.text) & cues("sparing") for t in doc[start:noun])
    return bool(lead) and not spared


def _leads(context: Context, noun: int, start: int) -> bool:
    """Whether a noun of action heads the content («закрытие …»), and is not itself an object in it."""
    doc = context.doc
    if any(is_infinitive(t) or is_finite(t) for t in doc[start:noun]):
        return False
    return not any(case_of(t) and t.pos_ in ("NOUN", "PROPN") for t in doc[start:noun])


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end
