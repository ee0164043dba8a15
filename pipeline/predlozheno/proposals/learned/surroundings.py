"""Features of a sentence and of its document, the same for all candidates in it."""

from __future__ import annotations

from predlozheno.language.answers import told
from predlozheno.proposals.candidates import Candidates, Cluster
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.learned.columns import Columns
from predlozheno.resources import gazetteer

_FIRST_PERSON = frozenset(
    "я мы мне нам меня нас мной нами наш наша наше наши мой моя мое мои".split()
)
_SECOND_PERSON = frozenset("ты вы вас вам тебе тебя вами ваш ваша ваше ваши".split())
_CUES = {
    "past": "past_words",
    "past_adjective": "past_adjectives",
    "report": "report_verbs",
    "condition": "conditions",
    "doubt": "doubt",
    "law": "law_nouns",
    "modal": "modal_verbs",
    "polite": "polite_modals",
    "negation": "negations",
}
_OUTCOMES = (
    "поддерж",
    "отклон",
    "принят",
    "отверг",
    "одобр",
    "снял",
    "снят",
    "единоглас",
    "проголос",
    "голос",
)


_LIMITS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
# Two of them a word are asked for.
_SCALE = [str(next(limit for limit in _LIMITS if n <= limit)) for n in range(_LIMITS[-1] + 1)]


def bucket(number: int) -> str:
    """A number on a coarse scale."""
    return _SCALE[max(number, 0)] if number < len(_SCALE) else "more"


class Surroundings:
    """What the candidates of a document stand in."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._known: dict[int, list[str]] = {}
        self._words: Columns = found.columns
        self._blocks = found.context.blocks
        self._heads = self._list_heads(found.clusters)
        self._last_in_block = {cluster.block: index for index, cluster in enumerate(found.clusters)}
        low = self._words.low
        self._years: list[bool] = told(low, lambda word: word.isdigit() and len(word) == 4)
        self._outcomes: list[bool] = told(low, lambda word: word.startswith(_OUTCOMES))
        lists = gazetteer("qualifiers")
        self._cues = {name: frozenset(lists[key]) for name, key in _CUES.items()}

    def of(self, index: int) -> list[str]:
        """The features of the sentence with this index among the clusters."""
        if index not in self._known:
            cluster = self._found.clusters[index]
            self._known[index] = [
                *self._place(index, cluster),
                *self._head(cluster),
                *self._wording(cluster),
                *self._triggers(cluster),
                *self._neighbours(index),
            ]
        return self._known[index]

    def head_of(self, cluster: Cluster) -> SentenceAccount | None:
        """The trigger of the nearest list head above, or None."""
        parent = self._blocks[cluster.block].parent
        while parent is not None and parent < cluster.block:
            if parent in self._heads:
                return self._heads[parent]
            parent = self._blocks[parent].parent
        return None

    def _list_heads(self, clusters: list[Cluster]) -> dict[int, SentenceAccount]:
        """The last trigger of every block that ends in a colon."""
        heads = {}
        for cluster in clusters:
            accounts = [account for account in cluster.accounts if not account.drafts]
            if accounts and self._last_sign(cluster) == ":":
                heads[cluster.block] = accounts[-1]
        return heads

    def _place(self, index: int, cluster: Cluster) -> list[str]:
        block = self._blocks[cluster.block]
        clusters = self._found.clusters
        opens = index == 0 or clusters[index - 1].block != cluster.block
        closes = self._last_in_block[cluster.block] == index
        parent = self._blocks[block.parent] if block.parent is not None else None
        return [
            f"block={block.kind}",
            f"zone={block.zone}",
            f"level={block.level}",
            f"block+opens={block.kind} {opens}",
            f"opens={opens} closes={closes}",
            f"speaker={block.speaker is not None}",
            f"stage={(block.stage or '').lower()}",
            f"marker={'number' if block.number else block.marker or ''}",
            f"parent={parent.kind if parent else ''}",
            f"section={min(3, len(block.section))}",
        ]

    def _head(self, cluster: Cluster) -> list[str]:
        head = self.head_of(cluster)
        if head is None:
            return ["head="]
        kind = head.hit.frame.kind.value
        block = self._blocks[cluster.block].kind
        return [f"head={kind}", f"head frame={head.hit.frame.id}", f"head+block={kind} {block}"]

    def _wording(self, cluster: Cluster) -> list[str]:
        words, (start, end) = self._words, cluster.body
        low, forms = set(words.low[start:end]), words.form[start:end]
        held = low.union(words.lemma[start:end])
        finite = forms.count("Fin")
        features = [
            f"sign={self._last_sign(cluster)}",
            f"words={bucket(end - start)}",
            f"finite={min(finite, 4)}",
            f"infinitives={min(4, forms.count('Inf'))}",
            f"opening pos={words.pos[start]} {words.case[start]}",
        ]
        features += [
            f"cue={name}" for name, cues in self._cues.items() if not cues.isdisjoint(held)
        ]
        features += [
            f"has={word}" for word in ("бы", "чтобы", "пусть", "давайте", "не", "ли") if word in low
        ]
        features += [] if low.isdisjoint(_FIRST_PERSON) else ["has=first person"]
        features += [] if low.isdisjoint(_SECOND_PERSON) else ["has=second person"]
        features += ["has=imperative"] if "Imp" in words.mood[start:end] else []
        features += ["has=quotes"] if low & {"«", '"', "“"} else []
        features += ["has=year"] if any(self._years[start:end]) else []
        features += ["has=outcome"] if any(self._outcomes[start:end]) else []
        tenses = zip(words.tense[start:end], forms, strict=True)
        told_of = dict.fromkeys(tense for tense, form in tenses if form == "Fin")
        return features + [f"tense={tense}" for tense in told_of]

    def _triggers(self, cluster: Cluster) -> list[str]:
        features = [f"triggers={min(3, len(cluster.accounts))}"]
        taken = any(account.drafts for account in cluster.accounts)
        features.append(f"taken={taken}")
        for account in cluster.accounts:
            state = (
                account.refusal.reason
                if account.refusal
                else "taken"
                if account.drafts
                else "undecided"
            )
            features.append(f"account={state}")
        return features

    def _neighbours(self, index: int) -> list[str]:
        """What the rules made of the sentences around, and how those begin."""
        features, clusters = [], self._found.clusters
        for name, step in (("before", -1), ("after", 1)):
            if not 0 <= index + step < len(clusters):
                features.append(f"{name}=none")
                continue
            other = clusters[index + step]
            same = other.block == clusters[index].block
            kind = self._blocks[other.block].kind
            taken = any(candidate.drafts for candidate in other.candidates)
            features += [f"{name}={kind} {same} {taken}", f"{name} sign={self._last_sign(other)}"]
            if step == 1:
                opening = self._outcomes[other.body[0] : other.body[0] + 6]
                features += ["after=outcome"] if any(opening) else []
        return features

    def _last_sign(self, cluster: Cluster) -> str:
        start, end = cluster.body
        for i in range(end - 1, start - 1, -1):
            if self._words.low[i] not in '»")”' and self._words.low[i].strip():
                return "" if self._words.word[i] else self._words.low[i]
        return ""
