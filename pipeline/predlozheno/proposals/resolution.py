"""Who is meant: the speaker of a turn, or whom a pronoun stands for."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import can_be, fold
from predlozheno.proposals.antecedents import THIRD_PERSON, antecedent
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import low
from predlozheno.reading.document import Block
from predlozheno.records.schema import PartySource
from predlozheno.resources import gazetteer

FIRST_PERSON = frozenset("я мы мной мною нами мне нам меня нас".split())
_CHAIR = re.compile(
    r"(?:^| |\()(?:председат|пред\.|пред\)|ведущ|губернатор|глава|мэр|модератор|староста)"
)
_MANY_SPEAKERS = 3
# «10:14» beside a label, and no second behind it.
_HOUR = re.compile(r"(\d{1,2}):\d{2}(?![:\d])")
_EARLIEST = 5
_DATED = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}")
_OPENED = re.compile(
    r"(?P<name>[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)(?:\s+[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)?"
    r"\s+(?:открыл|закрыл|в[её]л|пров[её]л|начал)а?\s+(?:совещание|заседание|собрание|план[её]рку|сессию)"
)

_PERSON = r"(?:[А-ЯЁ]\.\s?){0,2}(?P<name>[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)"
# «Председатель – Радкевич О. Л.», «Вела собрание Радкевич О. Л.» in the meeting's head.
_PRESIDED = re.compile(
    r"^[ \t]*(?i:председател\w+|модератор\w*|ведущ\w+|в[её]л[аи]?)\b[^\n,;А-ЯЁ]{0,40}" + _PERSON,
    re.M,
)
# «Генеральный директор  В.П. Лысенко»: who signs the minutes of his own meeting.
_SIGNED = re.compile(
    r"^[ \t]*(?i:председател\w+|[а-яё]*\s?директор|начальник|глава|ректор|руководител\w+|заведующ\w+)"
    r"(?![^\n]*секретар)[^\nА-ЯЁ]{0,60}" + _PERSON,
    re.M,
)


_HELD = re.compile(
    r"(?i:совещани|план[её]рк|оперативк|летучк)[а-яё]*\s(?:у|при)\s(?P<office>[а-яё]{4,})"
)
# So many characters at most hold who was present.
_HEAD = 1500


def speaker_of(context: Context, token: int) -> Mention | None:
    """The label of the turn that the token stands in, as a proposer.

    Inside a paragraph a sentence may have one of its own: «… Настя: предлагаю перенести».
    """
    if (own := _opens_sentence(context, token)) is not None:
        return Mention(own, PartySource.SPEAKER)
    block = context.blocks[context.block_index(token)]
    if not block.speaker_span:
        return None
    span = context.doc.char_span(*block.speaker_span, alignment_mode="expand")
    if span is None:
        return None
    party = next((p for p in context.parties_in(span.start, span.end) if p.label == "PER"), None)
    # «Мама Степана» is not Stepan.
    named = party and (party.start == span.start or _is_called_so(context, span.start, party))
    head = party.head if party and named else span[0]
    called = context.doc[party.start : party.end].text if party and named else span.text
    phrase = Phrase(_label_start(context, block, span), span.end, head, "PER")
    return Mention(phrase, PartySource.SPEAKER, canonical=called)


def _label_start(context: Context, block: Block, name: Span) -> int:
    """«Санитар Юсупов: …»: where a label begins, what he is and all."""
    label, place = block.speaker or "", block.speaker_span
    before = label.find(context.segments.text[slice(*place)]) if place else -1
    if place is None or before <= 0:
        return name.start
    whole = context.doc.char_span(place[0] - before, place[1], alignment_mode="expand")
    return whole.start if whole is not None else name.start


def _opens_sentence(context: Context, token: int) -> Phrase | None:
    sentence = context.doc[token].sent
    person = context.phrase_at(sentence.start)
    if person is None or person.end >= token:
        return None
    # «Снабженцы: просим давать заявку за две недели.»
    if person.label not in ("PER", "ROLE", "GROUP", "ORG"):
        return None
    nominative = person.has_case("Nom") or person.label != "PER" and can_be(person.head, case="Nom")
    return person if context.doc[person.end].text == ":" and nominative else None


def _is_called_so(context: Context, start: int, person: Phrase) -> bool:
    """Whether a name behind an office is the holder's: «дядя Слава», but not «мама Степана»."""
    kin = {fold(word) for word in gazetteer("reading-speakers")["kin"]}
    return low(context.doc[start]) not in kin or not can_be(person.head, case="Gen")


def heard(context: Context, label: int) -> Mention | None:
    """«Слушали: Орлов К.А.» over «Предложено: …» in the same item of the agenda: the one heard."""
    index = context.block_index(label)
    item = context.blocks[index].item
    while index > 0 and item is not None:
        index -= 1
        block = context.blocks[index]
        if block.item != item or block.kind == "heading":
            return None
        if block.speaker_span is not None:
            span = context.doc.char_span(*block.speaker_span, alignment_mode="expand")
            return speaker_of(context, span.start) if span is not None else None
    return None


def chair_speaks(context: Context, block: int) -> bool:
    """Whether the turn is the chair's: by the label's office, else the first to speak of several."""
    speaker = context.blocks[block].speaker
    if not speaker:
        return False
    # «Л. Б. ВОЙТЕХ, ведущая» is called «Л. Б. ВОЙТЕХ» from then on.
    name = speaker.partition(",")[0]
    speakers = [b.speaker for b in context.blocks if b.speaker]
    if any(_CHAIR.search(fold(label)) for label in set(speakers) if label.startswith(name)):
        return True
    if any(name in fold(speaker) for name in _openers(context)):
        return True
    if _is_chat(context, block):
        return False
    return speakers[0].startswith(name) and len(set(speakers)) >= _MANY_SPEAKERS


def _is_chat(context: Context, block: int) -> bool:
    """Whether a date or an hour stands at the label: in a chat the first to write chairs nothing.

    A recording counts its time from nought.
    """
    info = context.blocks[block]
    if info.speaker_span is None:
        return False
    text = context.segments.text
    line = text.rfind("\n", 0, info.speaker_span[0]) + 1
    if _DATED.search(text[line : info.speaker_span[0]]) is not None:
        return True
    first = next(b.speaker_span for b in context.blocks if b.speaker_span is not None)
    begin = text.rfind("\n", 0, first[0]) + 1
    label = "\n".join(text[begin:].split("\n", 2)[:2])
    hour = _HOUR.match(label.replace(text[slice(*first)], "", 1).strip(" \n,[(·—–-"))
    return hour is not None and int(hour[1]) >= _EARLIEST


def _openers(context: Context) -> frozenset[str]:
    """«Глава округа Самсонов П.К. открыл совещание»: the surnames of those who led or signed it."""
    known: frozenset[str] | None = context.doc.user_data.get("openers")
    if known is None:
        text = context.segments.text
        found = [*_OPENED.finditer(text), *_PRESIDED.finditer(text)]
        tail = next((b.start for b in context.blocks if b.zone == "tail"), len(text))
        found += [m for m in [_SIGNED.search(text, tail)] if m]
        found += _hosts(text)
        known = context.doc.user_data["openers"] = frozenset(fold(m["name"]) for m in found)
    return known


def _hosts(text: str) -> list[re.Match[str]]:
    """«Совещание у директора», and among those present «директор Ершов А. П.»: he leads it."""
    held = _HELD.search(text, 0, _HEAD)
    if held is None:
        return []
    office = re.compile(rf"(?i:{held['office'][:-1]}[а-яё]*)\s(?:[а-яё]+\s){{0,3}}?{_PERSON}")
    return [match for match in [office.search(text, held.end(), _HEAD)] if match]


def resolve(context: Context, phrase: Phrase, *, agent: bool = False) -> Mention | None:
    """The mention that a proposer phrase stands for: itself, the speaker, or an antecedent.

    Args:
        context: the document.
        phrase: as the sentence has it.
        agent: whether it is the agent of a passive, so that «им» is one and no dative of many.

    Returns:
        None where a pronoun of the third person has no antecedent: nobody is guessed.
    """
    word = low(phrase.head)
    if word in FIRST_PERSON:
        return speaker_of(context, phrase.start) or Mention(phrase)
    if word in THIRD_PERSON and phrase.end - phrase.start == 1:
        meant = antecedent(context, phrase, agent=agent)
        return Mention(meant, _source(context, meant)) if meant else None
    return Mention(phrase)


def _source(context: Context, antecedent: Phrase) -> PartySource:
    """Whether the label of a turn names the antecedent, or an earlier sentence does."""
    label = context.blocks[context.block_index(antecedent.start)].speaker_span
    place = context.doc[antecedent.start].idx
    spoken = label is not None and label[0] <= place < label[1]
    return PartySource.SPEAKER if spoken else PartySource.CONTEXT
