"""Generous: every span that could be a content, with what speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Span

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.learned.columns import Columns, columns
from predlozheno.proposals.learned.constructions import Spans
from predlozheno.proposals.learned.enabled import is_enabled
from predlozheno.proposals.slots.content import find_contents
from predlozheno.proposals.tasks import is_done

Fragments = tuple[TokenSpan, ...]


@dataclass(slots=True)
class Candidate:
    """A span that could be a content.

    Attributes:
        content: token spans in the order of the text.
        sources: the constructions that suggest it; "rule" where a rule made a draft of it, "refused"
            and "undecided" where a trigger that came to nothing would want it.
        drafts: the rules' drafts with just this content.
        accounts: the triggers that came to nothing and would want it.
    """

    content: Fragments
    sources: set[str] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)
    accounts: list[SentenceAccount] = field(default_factory=list)

    @property
    def start(self) -> int:
        """First token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Behind the last token of the content."""
        return self.content[-1][1]


@dataclass(slots=True)
class Cluster:
    """The candidates of one sentence.

    Attributes:
        body: the sentence without list marker and labels, token span.
        block: index of its block.
        accounts: all its triggers.
        words: (position, frame) of every word of a frame in it, in whatever construction.
        candidates: in the order of the text, none twice.
    """

    body: TokenSpan
    block: int
    accounts: list[SentenceAccount]
    words: list[tuple[int, Frame]]
    candidates: list[Candidate]


@dataclass(slots=True)
class Candidates:
    """All candidates of a document, sentence by sentence, over one reading of its Doc."""

    context: Context
    columns: Columns
    clusters: list[Cluster]


def find_sentences(
    context: Context, drafts: Iterable[Draft], accounts: Iterable[SentenceAccount]
) -> Candidates:
    """All sentences with the candidates that the rules made.

    Args:
        context: the document.
        drafts: what the rules made of it.
        accounts: what became of each trigger.
    """
    words = columns(context.doc)
    made, noted = _by_sentence(context, drafts), defaultdict(list)
    for account in accounts:
        noted[context.doc[account.hit.start].sent.start].append(account)
    clusters = []
    for sentence in context.doc.sents:
        block = context.block_index(sentence.start)
        body = _body(context, sentence, block)
        if body is None:
            continue
        known = [
            (i, form.frame)
            for i in range(body.start, body.end)
            for form in context.lexicon.find(words.text[i])[:1]
        ]
        found: dict[Fragments, Candidate] = {}
        _add_drafts(found, made[sentence.start])
        place = (body.start, body.end)
        clusters.append(Cluster(place, block, noted[sentence.start], known, _ordered(found)))
    return Candidates(context, words, clusters)


def widen(found: Candidates, indices: Iterable[int]) -> None:
    """Adds to sentences what constructions, and triggers that came to nothing, suggest.

    Args:
        found: by `find_sentences`; changed in place.
        indices: of the sentences.
    """
    context = found.context
    spans = Spans(context, found.columns, next(iter(context.lexicon.frames)))
    for cluster in (found.clusters[index] for index in indices):
        if context.blocks[cluster.block].zone == "tail" or is_done(context, cluster.block):
            continue
        body = context.doc[cluster.body[0] : cluster.body[1]]
        known = {candidate.content: candidate for candidate in cluster.candidates}
        _add_refused(context, known, body, cluster.accounts)
        ends = {a.hit.end for a in cluster.accounts} | {i + 1 for i, _ in cluster.words}
        for span, name in spans.of(body, {end for end in ends if end < body.end}):
            if (span,) not in known and is_enabled(found.columns, span, body.start):
                continue
            _candidate(known, (span,)).sources.add(name)
        cluster.candidates = _ordered(known)


def _ordered(found: dict[Fragments, Candidate]) -> list[Candidate]:
    return sorted(found.values(), key=lambda candidate: candidate.content)


def _by_sentence(context: Context, drafts: Iterable[Draft]) -> defaultdict[int, list[Draft]]:
    made: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        made[context.doc[draft.sentence[0]].sent.start].append(draft)
    return made


def _body(context: Context, sentence: Span, index: int) -> Span | None:
    """The sentence without the marker and labels that its block begins with."""
    start, body = sentence.start, context.blocks[index].body
    while start < sentence.end and context.doc[start].idx < body:
        start += 1
    return context.doc[start : sentence.end] if start < sentence.end else None


def _candidate(found: dict[Fragments, Candidate], content: Fragments) -> Candidate:
    if content not in found:
        found[content] = Candidate(content)
    return found[content]


def _add_drafts(found: dict[Fragments, Candidate], drafts: list[Draft]) -> None:
    for draft in drafts:
        candidate = _candidate(found, tuple(draft.content))
        candidate.sources.add("rule")
        candidate.drafts.append(draft)


def _add_refused(
    context: Context, found: dict[Fragments, Candidate], body: Span, accounts: list[SentenceAccount]
) -> None:
    """What the triggers would want that came to nothing."""
    hits = [account.hit for account in accounts]
    for account in accounts:
        if account.drafts or not body.start <= account.hit.start < body.end:
            continue
        for content in find_contents(context, account.hit, body, hits).contents:
            candidate = _candidate(found, tuple(content))
            candidate.sources.add("refused" if account.refusal else "undecided")
            candidate.accounts.append(account)
