"""What speaks for and against a candidate, as readable names: «gov lemma=просить», «right=,»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from sys import intern

from predlozheno.proposals.candidates import Candidate, Candidates, Cluster
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.learned.beside import ClusterView
from predlozheno.proposals.learned.surroundings import Surroundings, bucket

_SPEECH_REACH = 14
_VERBAL = frozenset(["Inf", "Fin"])
_BORDERS = frozenset(
    "и а но или чтобы чтоб что как если который когда не бы о об за на в во к по с от у для до же ли"
    " это он она они я мы вы".split()
)


_TELLING_INSIDE = frozenset(
    "; : – — . ? ! ( « который чтобы что если бы не уже будет был было".split()
)


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
        # A sentence has twenty candidates, but only a few places where they begin or end.
        self._starts: dict[tuple[int, str], list[str]] = {}
        self._ends: dict[int, list[str]] = {}

    def of_cluster(self, index: int) -> list[list[str]]:
        """For each candidate of the sentence its features; none twice."""
        cluster = self._found.clusters[index]
        if not cluster.candidates:
            return []
        shared = list(map(intern, dict.fromkeys(self._around.of(index))))
        head = self.head_of(cluster)
        view = ClusterView(cluster, head.hit.frame.kind.value if head else "")
        self._starts.clear()
        self._ends.clear()
        return [
            [*shared, *dict.fromkeys(self._of(candidate, view))] for candidate in cluster.candidates
        ]

    def head_of(self, cluster: Cluster) -> SentenceAccount | None:
        """The trigger of the nearest list head above a sentence, or None."""
        return self._around.head_of(cluster)

    def _of(self, candidate: Candidate, view: ClusterView) -> Iterator[str]:
        opening = self._opening(candidate)
        place, end = (candidate.start, opening), candidate.end
        if place not in self._starts:
            self._starts[place] = list(map(intern, self._from_start(*place, view)))
        if end not in self._ends:
            self._ends[end] = list(map(intern, self._to_end(end, view)))
        own = (
            *self._suggested(candidate, view, opening),
            *self._whole(candidate, view),
            *self._inside(candidate, view),
            *self._governor(candidate, view, opening),
            *self._trigger(candidate, view, opening),
            *self._tree(candidate),
        )
        return chain(self._starts[place], self._ends[end], map(intern, own))

    def _from_start(self, start: int, opening: str, view: ClusterView) -> Iterator[str]:
        """What hangs on where the content begins, and how."""
        words, first = self._words, view.cluster.body[0]
        yield "bias"
        yield f"opening form={opening}"
        yield f"head+opening={view.head} {opening}"
        left = self._border(start - 1) if start > first else "^"
        yield f"left={left}"
        yield f"left+opening={left} {opening}"
        if start - 2 >= first:
            yield f"left two={self._border(start - 2)} {self._border(start - 1)}"
        yield f"first={self._border(start)}"
        yield f"from the start={not any(words.word[first:start])}"
        yield f"before={bucket(start - first)}"
        if word := view.word_before(start):
            position, frame = word
            yield f"word={frame.kind.value}"
            yield f"word pos={words.pos[position]} {words.case[position]}"
            yield f"word+opening={frame.kind.value} {opening}"
            yield f"word distance={bucket(start - position)}"

    def _to_end(self, end: int, view: ClusterView) -> Iterator[str]:
        """What hangs on where the content ends."""
        words, last = self._words, view.cluster.body[1]
        yield f"right={self._border(end) if end < last else '$'}"
        if end + 1 < last:
            yield f"right two={self._border(end)} {self._border(end + 1)}"
        yield f"last={words.pos[end - 1]} {words.case[end - 1]}"
        yield f"to the end={not any(words.word[end:last])}"
        yield f"rest={bucket(last - end)}"

    def _whole(self, candidate: Candidate, view: ClusterView) -> Iterator[str]:
        words, (first, last) = self._words.word, view.cluster.body
        ended, begun = any(words[candidate.end : last]), any(words[first : candidate.start])
        yield f"whole={not ended} {not begun}"

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
        verbs = finite + infinitives
        yield f"finite inside={min(3, finite)}"
        yield f"infinitives inside={min(3, infinitives)}"
        yield f"commas inside={min(4, low.count(','))}"
        yield f"actions inside={min(3, sum(sum(words.acts[start:end]) for start, end in content))}"
        yield from (f"inside={word}" for word in sorted(_TELLING_INSIDE & held))
        if low.count("«") != low.count("»") or low.count("(") != low.count(")"):
            yield "inside=unbalanced"
        verb = next((i for i in inner if words.form[i] in _VERBAL), None) if verbs else None
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
        forms = words.form
        before = range(candidate.start - 1, max(first, candidate.start - _SPEECH_REACH) - 1, -1)
        after = range(candidate.end, min(last, candidate.end + _SPEECH_REACH))
        verb = next((i for i in before if forms[i] in _VERBAL), None)
        place = "gov"
        if verb is None:
            verb = next((i for i in after if forms[i] == "Fin"), None)
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
            verbs = self._words.form[hit.end : candidate.start].count("Fin")
            yield f"trigger verbs between={min(2, verbs)}"

    def _tree(self, candidate: Candidate) -> Iterator[str]:
        """How the words of the content hang in the tree."""
        words, heads = self._words, self._words.head
        if len(candidate.content) == 1:
            # As below, without a set: so nearly all candidates are.
            start, end = candidate.content[0]
            roots = [
                i
                for i in range(start, end)
                if not (start <= heads[i] < end and heads[i] != i) and words.word[i]
            ]
        else:
            inner = {i for start, end in candidate.content for i in range(start, end)}
            roots = [i for i in inner if words.word[i] and (heads[i] not in inner or heads[i] == i)]
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
