"""What a draft has beside its content: to whom it is put, who is to act, for it or against."""

from __future__ import annotations

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.morphology import can_be, fold, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_infinitive, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.qualifiers import polarity_negated
from predlozheno.proposals.resolution import FIRST_PERSON
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.bodies import is_body
from predlozheno.proposals.slots.parties import governed_at
from predlozheno.proposals.slots.receivers import receivers_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.voice import is_proposer
from predlozheno.records.schema import Kind, Polarity, Role

_AT_ALL = frozenset("вообще совсем больше пока тоже уже".split())
# «Поблагодарил директора и попросил …»: who is spoken to, also by the verb behind.
_TURNING_TO = frozenset(
    "благодарить поблагодарить поприветствовать поздравить попросить просить спросить пригласить "
    "вызвать предупредить упрекнуть успокоить заверить".split()
)


def fill_draft(
    context: Context, draft: Draft, hit: Hit | None, form: str, addressees: list[Phrase]
) -> None:
    """Targets, polarity and the procedural flag of the frame."""
    if hit is not None and hit.noun is not None:
        draft.content[0] = _without_noun(context, draft.content[0])
    draft.targets += receivers_of(context, addressees)
    taken = {m.phrase.start for m in (*draft.targets, *draft.proposers)}
    draft.targets += [
        m for m in content_targets(context, draft.content, form) if m.phrase.start not in taken
    ]
    if hit is not None and hit.diathesis == "predicative" and form == "nominal":
        draft.targets += _wanted_body(context, draft)
    draft.polarity = draft.frame.polarity
    if hit is not None and polarity_negated(hit, context.doc):
        draft.polarity = Polarity.AGAINST
        # «Наличку не надо»: the denial is the trigger's.
        start, end = draft.content[0]
        if end == hit.start and start < end - 1 and low(context.doc[end - 1]) == "не":
            end -= 1
            # «Домофон вообще не нужен»
            while end - 1 > start and low(context.doc[end - 1]) in _AT_ALL:
                end -= 1
            draft.content[0] = (start, end)
    draft.procedural = draft.frame.procedural
    if hit is not None:
        for role in (Role.EXECUTOR, Role.PARTNER):
            draft.targets += _frame_role(context, draft, hit, role)


def _wanted_body(context: Context, draft: Draft) -> list[Mention]:
    """«Нужен штаб по медицине», «необходима постоянная комиссия»: a body that is not there yet."""
    start, end = draft.content[0]
    phrase = context.phrase_at(start)
    if draft.kind is not Kind.NEED or phrase is None or phrase.end > end or not is_body(phrase):
        return []
    single = phrase.label in ("", "ORG") and feature(phrase.head, "Number") == "Sing"
    taken = any(phrase.start < m.phrase.end and m.phrase.start < phrase.end for m in draft.targets)
    plain = single and phrase.has_case("Nom") and not taken
    return [Mention(phrase, role=Role.ESTABLISHED)] if plain else []


def _without_noun(context: Context, content: TokenSpan) -> TokenSpan:
    """Of «направить обращение с просьбой увеличить квоту» what is asked for."""
    doc, (start, end) = context.doc, content
    asks = lemmas(doc[start].text) & {
        "просьба",
        "ходатайство",
        "требование",
        "предложение",
        "призыв",
    }
    asks_so = asks and start + 1 < end and low(doc[start - 1]) in ("с", "со")
    return (start + 1, end) if asks_so and is_infinitive(doc[start + 1]) else content


def hand_over(draft: Draft, promising: list[Mention]) -> None:
    """«Директор заверил, что музей представит смету»: who promises it for somebody is not to act."""
    inside = [
        m
        for m in draft.targets
        if m.role is Role.EXECUTOR
        and any(start <= m.phrase.start < end for start, end in draft.content)
    ]
    if inside and promising:
        draft.targets = [m for m in draft.targets if m not in promising]


def _frame_role(context: Context, draft: Draft, hit: Hit, role: Role) -> list[Mention]:
    """A role that the frame itself governs, beside the trigger: «Отделу следует …»."""
    if not hit.frame.governed(role.value) or any(m.role is role for m in draft.targets):
        return []
    taken = {m.phrase.start for m in (*draft.targets, *draft.proposers)}
    for i in (*range(hit.start - 1, draft.region[0] - 1, -1), *range(hit.end, draft.content[0][0])):
        phrase = governed_at(context, hit.frame, role.value, i, max(hit.start, draft.content[0][0]))
        if phrase and phrase.start not in taken and phrase.label:
            return [Mention(phrase, role=role)]
    return []


def addressees_of(
    context: Context, hit: Hit, found: Found, proposers: list[Mention]
) -> list[Phrase]:
    """The addressees met on the way to the content, else one in the same clause before the trigger."""
    if hit.diathesis == "first_person":
        # «Прошу меня записать»: nobody asks himself.
        found.addressees = [p for p in found.addressees if low(p.head) not in FIRST_PERSON]
    if hit.frame.asks and (asked := _inside(context, hit)):
        return [asked]
    met = [
        phrase
        for phrase in found.addressees
        if not _is_all_the_same(context, phrase) and not _acts(context, hit, phrase)
    ]
    belongs = any("принадлежать" in lemmas(t.text) for t in context.doc[hit.start : hit.end])
    if belongs:
        # «Ей принадлежит предложение …» says whose it is.
        return []
    if met or not hit.frame.governed("addressee"):
        return met
    phrases: list[Phrase] = []
    i = found.region[0]
    while i < hit.start:
        phrase = governed_at(context, hit.frame, "addressee", i, hit.start)
        if (
            phrase
            and low(phrase.head) not in ("это", "этого", "чего", "время", "период", "срок")
            and not (_speaks_of_himself(hit) and low(phrase.head) in FIRST_PERSON)
            and not is_taken(phrase, proposers)
            and not _is_all_the_same(context, phrase)
            and not _acts(context, hit, phrase)
            and not _is_anothers(context, phrase)
        ):
            phrases.append(phrase)
        inner = phrase or context.phrase_at(i)
        i = inner.end if inner else i + 1
    # The nearest one with those joined to it; others belong to other words of the clause.
    nearest = phrases[-1:]
    while nearest and (more := _joined(context, nearest[0], found.region[0])):
        nearest.insert(0, more)
    undeclined = context.parties_in(found.region[0], hit.start) if not nearest else []
    if hit.diathesis == "infinitive" and hit.frame.takes("addressee", "dative"):
        # «МБУ «Парк» поручить …»: a word without cases right before the verb.
        nearest += [p for p in undeclined if p.end == hit.start and is_abbreviation(p.head.text)]
    return nearest


def _is_anothers(context: Context, phrase: Phrase) -> bool:
    """«Раскритиковал подрядчика и призвал проверить смету»: the object of the verb before."""
    first = phrase.start - (phrase.start > 1 and context.doc[phrase.start - 1].text in '«"')
    before = context.doc[first - 1] if first else None
    if before is None or not is_finite(before) or phrase.has_case("Dat"):
        return False
    return not lemmas(before.text) & _TURNING_TO


def _acts(context: Context, hit: Hit, phrase: Phrase) -> bool:
    """«Выступил Мальков. Им предложено …»: no dative of many, but the one who proposed."""
    return low(phrase.head) in ("им", "ими") and is_proposer(context, hit, phrase)


def _speaks_of_himself(hit: Hit) -> bool:
    """«Мне надо», «мне неплохо бы», «можно мне, я предлагаю»: he puts it to others."""
    return hit.frame.kind in (Kind.NEED, Kind.WISH) or hit.diathesis == "first_person"


def _inside(context: Context, hit: Hit) -> Phrase | None:
    """«Почему бы району не …»: whom the words of the trigger stand around."""
    for i in range(hit.start + 1, hit.end - 1):
        phrase = context.phrase_at(i)
        dative = phrase is not None and phrase.has_case("Dat") and phrase.end < hit.end
        if phrase and dative and low(phrase.head) not in FIRST_PERSON:
            return phrase
    return None


def _is_all_the_same(context: Context, phrase: Phrase) -> bool:
    """«Я всё же прошу», «всё-таки»: no «all» is asked."""
    behind = context.doc[phrase.end : phrase.end + 1].text
    return low(phrase.head) == "все" and fold(behind) in ("же", "-", "таки", "равно")


def _joined(context: Context, right: Phrase, start: int) -> Phrase | None:
    """«Порту и союзу предстоит …», «Зырянову, Сахно и Мухаметшина попрошу …»."""
    link = right.start - 1
    if link <= start or low(context.doc[link]) not in ("и", ","):
        return None
    case = case_of(right.head)
    before = [p for p in context.phrases_in(start, link) if p.end == link]
    return next((p for p in before if case and can_be(p.head, case=case)), None)


def is_taken(phrase: Phrase, mentions: list[Mention]) -> bool:
    """Whether the phrase already stands in one of the mentions."""
    return any(phrase.start < m.phrase.end and m.phrase.start < phrase.end for m in mentions)
