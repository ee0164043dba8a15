"""The spaCy components of this package, for its own pipeline and for anybody's `spacy.blank("ru")`."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from predlozheno.language import entities, parties, tagging, trees
from predlozheno.language.networks.threads import one_thread
from predlozheno.language.tokens import TextTokenizer

NAMES = (
    "predlozheno_tagger",
    "predlozheno_parser",
    "predlozheno_ner",
    "predlozheno_parties",
)


@Language.component(
    "predlozheno_tagger", assigns=["token.pos", "token.morph", "token.lemma", "token.is_sent_start"]
)
def tagger(doc: Doc) -> Doc:
    """Morphology and lemmas; sets sentences by razdel where there are none."""
    with one_thread():
        return tagging.tag(doc)


@Language.component(
    "predlozheno_parser", assigns=["token.head", "token.dep", "token.is_sent_start"]
)
def parser(doc: Doc) -> Doc:
    """Dependency trees, one a sentence."""
    with one_thread():
        return trees.parse(doc)


@Language.component("predlozheno_ner", assigns=["doc.ents"])
def ner(doc: Doc) -> Doc:
    """Names of people, places and organisations."""
    with one_thread():
        return entities.recognise(doc)


@Language.component("predlozheno_parties", requires=["token.pos", "token.morph", "doc.ents"])
def party_finder(doc: Doc) -> Doc:
    """Mentions of parties in `doc.spans["parties"]`."""
    return parties.find_parties(doc)


def make_pipeline() -> Language:
    """A fresh pipeline of all components, which tokenizes as `annotate` does."""
    pipeline = spacy.blank("ru")
    pipeline.tokenizer = TextTokenizer(pipeline.vocab)
    for name in NAMES:
        pipeline.add_pipe(name)
    return pipeline
