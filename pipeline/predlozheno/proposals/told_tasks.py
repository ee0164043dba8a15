"""Items of a resolution that tell who does what: «Таймер вводим с понедельника, следит Кирилл»."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import skip_right
from predlozheno.proposals.grammar import is_finite, trim
from predlozheno.proposals.heads import Head
from predlozheno.proposals.lines import make_draft
from predlozheno.proposals.undertakings import undertaken


def told_in_items(
    context: Context, head: Head, sentence: Span, block: int, start: int
) -> list[Draft]:
    """The tasks of an item, and before them what is resolved without anybody named.

    Args:
        context: the document.
        head: of the list, a decision or an assignment.
        sentence: the item.
        block: its index.
        start: token behind what opens the item.

    Returns:
        Nothing where behind the tasks something else is told.
    """
    if any(token.text == ";" for token in sentence[0].sent):
        # What stands between semicolons is read together.
        return []
    tasks = undertaken(context, sentence, block)
    stop = trim(context.doc, start, skip_right(context, start, sentence.end)[0])[1]
    if not tasks or max(task.content[-1][1] for task in tasks) < stop:
        return []
    for task in tasks:
        task.head, task.is_draft_decision = head.trigger, head.draft
    lead = trim(context.doc, start, min(task.content[0][0] for task in tasks))
    if lead[0] >= lead[1] or not any(map(is_finite, context.doc[slice(*lead)])):
        return tasks
    return [make_draft(context, head, sentence, block, [lead]), *tasks]
