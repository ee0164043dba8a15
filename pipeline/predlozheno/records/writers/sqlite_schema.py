"""The tables of `proposals.sqlite`. The comments go into the file: its `.schema` is its manual."""

from __future__ import annotations

SCHEMA = """
-- One row a record, in the order of the documents' names and of the text. Every start and end is a
-- half-open offset, in characters, into the document's text in sources/.
CREATE TABLE proposals (
    number INTEGER PRIMARY KEY,     -- 1, 2, 3 ... in that order
    id TEXT NOT NULL,               -- of document, trigger and content; the same in every format
    document TEXT NOT NULL,
    meeting_title TEXT,
    meeting_body TEXT,
    meeting_number TEXT,
    meeting_date TEXT,              -- ISO 8601 date or interval
    meeting_place TEXT,
    kind TEXT NOT NULL,             -- proposal, recommendation, request, assignment, decision ...
    status TEXT NOT NULL,           -- proposed, adopted, rejected, postponed, withdrawn
    polarity TEXT NOT NULL,         -- for, against
    procedural INTEGER NOT NULL,    -- 1 where it only runs the meeting
    trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, trigger_text TEXT NOT NULL,
    content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, content_text TEXT NOT NULL,
    action TEXT,                    -- lemma of the content's head
    purpose_start INTEGER, purpose_end INTEGER, purpose_text TEXT,
    outcome_start INTEGER, outcome_end INTEGER, outcome_text TEXT,
    outcome_by TEXT,                -- id of the record that settled it
    vote_start INTEGER, vote_end INTEGER, vote_text TEXT,
    vote_for INTEGER, vote_against INTEGER, vote_abstained INTEGER, vote_unanimous INTEGER,
    speaker TEXT,                   -- label of the turn
    item TEXT,                      -- agenda and list numbers
    evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL, evidence_text TEXT NOT NULL,
    head_start INTEGER, head_end INTEGER, head_text TEXT,   -- the list head that it continues
    page INTEGER,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX proposals_by_id ON proposals (id);
CREATE INDEX proposals_by_document ON proposals (document);

-- Who proposes, in the order of the text. `name` is in the nominative, `canonical` resolved.
CREATE TABLE parties (
    proposal INTEGER NOT NULL REFERENCES proposals (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    name TEXT NOT NULL,
    canonical TEXT NOT NULL,
    type TEXT NOT NULL,             -- PER, ORG, LOC, ROLE, GROUP
    source TEXT NOT NULL,           -- stated, speaker, context
    PRIMARY KEY (proposal, position)
);

-- Whom it is about: addressee, executor, established, reformed, joined, host, partner.
CREATE TABLE targets (
    proposal INTEGER NOT NULL REFERENCES proposals (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    name TEXT NOT NULL,
    canonical TEXT NOT NULL,
    type TEXT NOT NULL,
    source TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (proposal, position)
);

CREATE TABLE timings (
    proposal INTEGER NOT NULL REFERENCES proposals (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT NOT NULL,             -- deadline, period, recurrence
    value TEXT,                     -- ISO 8601 date, interval or duration
    PRIMARY KEY (proposal, position)
);

-- Headings above it, outermost first.
CREATE TABLE sections (
    proposal INTEGER NOT NULL REFERENCES proposals (number),
    position INTEGER NOT NULL,
    heading TEXT NOT NULL,
    PRIMARY KEY (proposal, position)
);

-- Where the content is discontinuous: its parts.
CREATE TABLE fragments (
    proposal INTEGER NOT NULL REFERENCES proposals (number),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (proposal, position)
);
"""

_SPAN = ("start", "end", "text")

# What is nested in a record and stands flat in its row, under names such as `vote_for`.
SPANS = {
    "meeting": ("title", "body", "number", "date", "place"),
    "trigger": _SPAN,
    "content": _SPAN,
    "purpose": _SPAN,
    "outcome": (*_SPAN, "by"),
    "vote": (*_SPAN, "for", "against", "abstained", "unanimous"),
    "evidence": _SPAN,
    "head": _SPAN,
}

# The tables of what a record has several of, and the fields that they hold.
LISTS = {
    "parties": "proposers",
    "targets": "targets",
    "timings": "timing",
    "sections": "section",
    "fragments": "fragments",
}
