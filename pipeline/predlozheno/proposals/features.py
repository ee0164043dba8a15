"""What speaks for and against a candidate, as readable names: «gov lemma=просить», «right=,»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import intern

from predlozheno.proposals.candidates import Candidate, Candidates, Cluster
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.learned.beside import ClusterView
from predlozheno.proposals.learned.surroundings import Surroundings, bucket

_SPEECH_REACH = 14
_BORDERS = frozenset(
    "и а но или чтобы чтоб что как если который когда не бы о об за на в во к по с от у для до же ли"
    " это он она они я мы вы".split()
)


_TELLING_INSIDE = (
    *(";", ":", "–", "—", ".", "?", "!", "(", "«"),
    *("который", "чтобы", "что", "если", "бы", "не", "уже", "будет", "был", "было"),
)

# What tells the kind of a content: verbs, form and place.
_OF_KINDS = (
    "bias",
    "word",
    "trigger",
    "head",
    "gov form",
    "gov lemma",
    "late gov",
    "opening form",
    "verb=",
    "block",
    "stage=",
    "sign=",
    "has=",
    "rule",
    "not rule",
    "source",
    "speaker",
)


def kind_features(features: Iterable[str], draft: Draft | None) -> list[str]:
    """What speaks for a record's kind: some features of its content, and the draft made of it.

    Args:
        features: of the chosen candidate.
        draft: with the kind that its frame says; None where no word that is known carries it.
    """
    names = [name for name in features if name.startswith(_OF_KINDS)]
    if draft is None:
        return [*names, "drafted=none"]
    kind, how = draft.kind.value, "learned" if draft.learned else "ruled"
    names += [f"drafted={kind}", f"drafted={kind} {how}", f"drafted={kind} {draft.diathesis}"]
    return [*names, f"drafted frame={draft.frame.id} {draft.diathesis}"]


class Features:
    """Reads the features of all candidates of one document.

    Args:
        found: the candidates.
        around: the features of its sentences, where they are at hand.
    """

    def __init__(self, found: Candidates, around: Surroundings | None = None) -> None:
        self._found = found
        self._words = found.columns
        self._around = around or Surroundings(found)
        self._edges: dict[int, str] = {}

    def of_cluster(self, index: int) -> list[list[str]]:
        """For each candidate of the sentence its features; none twice."""
        cluster = self._found.clusters[index]
        if not cluster.candidates:
            return []
        shared = list(map(intern, dict.fromkeys(self._around.of(index))))
        head = self.head_of(cluster)
        context = ClusterView(cluster, head.hit.frame.kind.value if head else "")
        return [
            [*shared, *map(intern, dict.fromkeys(self._of(candidate, context)))]
            for candidate in cluster.candidates
        ]

    def head_of(self, cluster: Cluster) -> SentenceAccount | None:
        """The trigger of the nearest list head above a sentence, or None."""
        return self._around.head_of(cluster)

    def _of(self, candidate: Candidate, view: ClusterView) -> Iterator[str]:
        opening = self._opening(candidate)
        yield "bias"
        yield from self._suggested(candidate, view, opening)
        yield from self._borders(candidate, view, opening)
        yield from self._inside(candidate, view)
        yield from self._governor(candidate, view, opening)
        yield from self._trigger(candidate, view, opening)
        yield from self._tree(candidate)
        yield f"opening form={opening}"
        yield f"head+opening={view.head} {opening}"

    def _opening(self, candidate: Candidate) -> str:
        """How the content begins: the form of its first verb or noun."""
        words = self._words
        for i in range(candidate.start, min(candidate.end, candidate.start + 6)):
            if words.infinitive(i):
                return "infinitive" if i == candidate.start else "then infinitive"
            if words.mood[i] == "Imp":
                return "imperative"
            if words.finite(i):
                return f"finite {words.person[i]}{words.tense[i]}"
            if words.pos[i] in ("NOUN", "PROPN"):
                action = " action" if words.action(i) else ""
                return f"noun {words.case[i]}{action}"
        return words.pos[candidate.start]

    def _suggested(self, candidate: Candidate, view: ClusterView, opening: str) -> Iterator[str]:
        for source in candidate.sources:
            yield f"source={source}"
            yield f"source+opening={source} {opening}"
        yield f"sources={min(4, len(candidate.sources))}"
        for draft in candidate.drafts:
            yield f"rule={draft.rule}"
            yield f"rule kind={draft.kind.value} {draft.diathesis}"
            yield f"rule diathesis={draft.diathesis}"
        for account in candidate.accounts:
            reason = account.refusal.reason if account.refusal else "undecided"
            yield f"not rule={account.hit.frame.kind.value} {reason}"
            yield f"not rule={account.hit.diathesis} {reason}"
            yield f"not rule={account.hit.frame.id}"
        yield f"beside rule={view.beside_rule(candidate)}"

    def _borders(self, candidate: Candidate, view: ClusterView, opening: str) -> Iterator[str]:
        words, (first, last) = self._words, view.cluster.body
        start, end = candidate.start, candidate.end
        left = self._border(start - 1) if start > first else "^"
        yield f"left={left}"
        yield f"left+opening={left} {opening}"
        yield f"right={self._border(end) if end < last else '$'}"
        if end + 1 < last:
            yield f"right two={self._border(end)} {self._border(end + 1)}"
        if start - 2 >= first:
            yield f"left two={self._border(start - 2)} {self._border(start - 1)}"
        yield f"first={self._border(start)}"
        yield f"last={words.pos[end - 1]} {words.case[end - 1]}"
        yield f"to the end={not any(words.word[end:last])}"
        yield f"from the start={not any(words.word[first:start])}"
        yield f"whole={not any(words.word[end:last])} {not any(words.word[first:start])}"
        yield f"rest={bucket(last - end)}"
        yield f"before={bucket(start - first)}"

    def _border(self, i: int) -> str:
        if i not in self._edges:
            self._edges[i] = self._told_border(i)
        return self._edges[i]

    def _told_border(self, i: int) -> str:
        words = self._words
        if not words.word[i] or words.low[i] in _BORDERS:
            return words.low[i]
        if words.pos[i] == "VERB":
            return f"VERB {words.form[i]}"
        return f"{words.pos[i]} {words.case[i]}"

    def _inside(self, candidate: Candidate, view: ClusterView) -> Iterator[str]:
        words = self._words
        content = candidate.content
        inner = [i for start, end in content for i in range(start, end)]
        low = [word for start, end in content for word in words.low[start:end]]
        forms = [form for start, end in content for form in words.form[start:end]]
        held = set(low)
        yield f"length={bucket(len(inner))}"
        yield f"fragments={len(candidate.content)}"
        finite, infinitives = forms.count("Fin"), forms.count("Inf")
        yield f"finite inside={min(3, finite)}"
        yield f"infinitives inside={min(3, infinitives)}"
        yield f"commas inside={min(4, low.count(','))}"
        yield f"actions inside={min(3, sum(sum(words.acts[start:end]) for start, end in content))}"
        for word in _TELLING_INSIDE:
            if word in held:
                yield f"inside={word}"
        if low.count("«") != low.count("»") or low.count("(") != low.count(")"):
            yield "inside=unbalanced"
        verb = next((i for i, f in zip(inner, forms, strict=True) if f in ("Inf", "Fin")), None)
        if verb is not None:
            yield f"verb={words.lemma[verb]}"
            yield f"verb place={bucket(verb - candidate.start)}"
            if verb > candidate.start and words.low[verb - 1] == "не":
                yield "verb=negated"
        noun = next((i for i in inner if words.pos[i] in ("NOUN", "PROPN")), None)
        if noun is not None:
            yield f"noun case={words.case[noun]} {words.action(noun)}"
        if verb is None and noun is None:
            yield "inside=no verb or noun"
        yield f"triggers inside={min(2, view.triggers_inside(candidate))}"

    def _governor(self, candidate: Candidate, view: ClusterView, opening: str) -> Iterator[str]:
        """The nearest verb before the content, else the nearest after it."""
        words, (first, last) = self._words, view.cluster.body
        before = range(candidate.start - 1, max(first, candidate.start - _SPEECH_REACH) - 1, -1)
        after = range(candidate.end, min(last, candidate.end + _SPEECH_REACH))
        verb = next((i for i in before if words.finite(i) or words.infinitive(i)), None)
        place = "gov"
        if verb is None:
            verb = next((i for i in after if words.finite(i)), None)
            place = "late gov"
        if verb is None:
            yield f"gov=none {opening}"
            return
        form = f"{words.form[verb]} {words.person[verb]}{words.tense[verb]}{words.number[verb]}"
        yield f"{place} form={form} {words.mood[verb]}"
        yield f"{place} form+opening={form} {opening}"
        yield f"{place} lemma={words.lemma[verb]}"
        yield f"{place} lemma+form={words.lemma[verb]} {form}"
        yield f"{place} voice={words.voice[verb]}"
        distance = candidate.start - verb if place == "gov" else verb - candidate.end
        yield f"{place} distance={bucket(distance)}"
        if verb > first and words.low[verb - 1] == "не":
            yield f"{place}=negated"
        between = range(verb + 1, candidate.start)
        if place == "gov":
            yield (
                f"gov between={' '.join(words.pos[i] for i in between)}"
                if len(between) <= 3
                else "gov far"
            )
            if any(words.case[i] == "Dat" for i in between):
                yield "gov between=dative"

    def _trigger(self, candidate: Candidate, view: ClusterView, opening: str) -> Iterator[str]:
        """The nearest trigger word of a frame, whatever the rules made of it."""
        if word := view.word_before(candidate):
            position, frame = word
            yield f"word={frame.kind.value}"
            yield f"word pos={self._words.pos[position]} {self._words.case[position]}"
            yield f"word+opening={frame.kind.value} {opening}"
            yield f"word distance={bucket(candidate.start - position)}"
        found = view.trigger_of(candidate)
        if found is None:
            yield "trigger=none"
            yield f"trigger=none {opening}"
            return
        account, side, distance = found
        hit = account.hit
        state = (
            account.refusal.reason
            if account.refusal
            else "taken"
            if account.drafts
            else "undecided"
        )
        yield f"trigger={side} {state}"
        yield f"trigger frame={hit.frame.id} {side}"
        yield f"trigger kind={hit.frame.kind.value} {side} {state}"
        yield f"trigger diathesis={hit.diathesis} {side}"
        yield f"trigger diathesis+opening={hit.diathesis} {opening}"
        yield f"trigger kind+opening={hit.frame.kind.value} {opening}"
        yield f"trigger distance={side} {bucket(distance)}"
        if side == "before":
            verbs = sum(self._words.finite(i) for i in range(hit.end, candidate.start))
            yield f"trigger verbs between={min(2, verbs)}"

    def _tree(self, candidate: Candidate) -> Iterator[str]:
        """How the words of the content hang in the tree."""
        words = self._words
        inner = {i for start, end in candidate.content for i in range(start, end)}
        roots = [
            i for i in inner if words.word[i] and (words.head[i] not in inner or words.head[i] == i)
        ]
        yield f"roots={min(4, len(roots))}"
        if not roots:
            return
        root = min(roots, key=lambda i: (words.dep[i] != "ROOT", i))
        if len(roots) == 1:
            head = words.head[root]
            yield f"root dep={words.dep[root]}"
            yield f"root={words.pos[root]} {words.form[root]}"
            if head != root:
                form = f"{words.form[head]} {words.person[head]}{words.tense[head]}"
                yield f"root under={words.pos[head]} {form}"
                yield f"root under lemma={words.lemma[head]}"
