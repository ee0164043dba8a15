"""What is timed: each contestant loads, then goes through texts; loading is not counted."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

Contestant = Callable[[Sequence[Path]], object]


def _texts(paths: Sequence[Path]) -> list[str]:
    from predlozheno.reading.readers import read

    return [read(path, name=path.name).source for path in paths]


def _dictionary() -> None:
    """Where pymorphy2 finds its dictionary without setuptools."""
    import pymorphy2_dicts_ru

    path = Path(pymorphy2_dicts_ru.__file__).parent / "data"
    os.environ.setdefault("PYMORPHY2_DICT_PATH", str(path))


def natasha() -> Contestant:
    """Natasha as pip installs it: sentences, words, morphology, lemmas, syntax, names."""
    _dictionary()
    from natasha import (
        Doc,
        MorphVocab,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    vectors, segmenter, vocabulary = NewsEmbedding(), Segmenter(), MorphVocab()
    morph, syntax = NewsMorphTagger(vectors), NewsSyntaxParser(vectors)
    ner = NewsNERTagger(vectors)

    def run(paths: Sequence[Path]) -> object:
        for text in _texts(paths):
            doc = Doc(text)
            doc.segment(segmenter)
            doc.tag_morph(morph)
            for token in doc.tokens:
                token.lemmatize(vocabulary)
            doc.parse_syntax(syntax)
            doc.tag_ner(ner)
        return None

    return run


def yargy() -> Contestant:
    """Ten rules for «X предложил сделать» and its like in Yargy's grammar."""
    _dictionary()
    from yargy import Parser, or_, rule
    from yargy.predicates import gram, normalized
    from yargy.tokenizer import MorphTokenizer

    verbs = "предложить рекомендовать просить поручить решить требовать считать".split()
    wanting = [rule(normalized(verb), gram("INFN")) for verb in verbs]
    nouns = [rule(normalized(noun), gram("INFN")) for noun in ("предложение", "просьба")]
    own = rule(or_(gram("NPRO"), gram("NOUN")), normalized("предлагать"))
    parser = Parser(or_(*wanting, *nouns, own), tokenizer=MorphTokenizer())

    def run(paths: Sequence[Path]) -> object:
        return sum(1 for text in _texts(paths) for _ in parser.findall(text))

    return run


def spacy_matcher() -> Contestant:
    """A blank Russian pipeline of spaCy with pymorphy3's lemmas, and a Matcher over them."""
    import spacy
    from spacy.matcher import Matcher

    pipeline = spacy.blank("ru")
    pipeline.max_length = 100_000_000
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("lemmatizer", config={"mode": "pymorphy3_lookup"})
    pipeline.initialize()
    matcher = Matcher(pipeline.vocab)
    verbs = "предложить рекомендовать просить поручить решить требовать считать".split()
    matcher.add("wish", [[{"LEMMA": verb}, {"OP": "?"}, {"IS_ALPHA": True}] for verb in verbs])

    def run(paths: Sequence[Path]) -> object:
        return sum(len(matcher(doc)) for doc in pipeline.pipe(_texts(paths)))

    return run


def pullenti() -> Contestant:
    """PullEnti's standard analysers, where the user has them (their licence is non-commercial)."""
    from pullenti.ner.ProcessorService import ProcessorService
    from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
    from pullenti.Sdk import Sdk

    Sdk.initialize_all()
    processor = ProcessorService.create_processor()

    def run(paths: Sequence[Path]) -> object:
        return [processor.process(SourceOfAnalysis(text), None, None) for text in _texts(paths)]

    return run


def _load_ours() -> None:
    """Dictionary, weights and word lists, which are loaded when they are first needed."""
    import predlozheno

    predlozheno.extract("Комитет предложил Иванову А.Б. создать комиссию до 1 марта 2025 года.")


def ours_layers() -> Contestant:
    """From text to a Doc with the layers that Natasha gives."""
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.vocab import Vocab

    from predlozheno.language.entities import recognise
    from predlozheno.language.sentences import runs
    from predlozheno.language.tagging import tag
    from predlozheno.language.tokens import make_doc
    from predlozheno.language.trees import parse
    from predlozheno.reading.readers import read
    from predlozheno.reading.segmentation import segment

    _load_ours()
    vocab = Vocab(lex_attr_getters=dict(LEX_ATTRS))

    def run(paths: Sequence[Path]) -> object:
        for path in paths:
            doc = make_doc(segment(read(path, name=path.name)), vocab)
            found = runs(doc)
            recognise(parse(tag(doc, found), found), found)
        return None

    return run


def ours_doc() -> Contestant:
    """From text to the Doc that our rules work on: the same layers, noun phrases, people, parties."""
    from predlozheno.language import annotate
    from predlozheno.reading.readers import read
    from predlozheno.reading.segmentation import segment

    _load_ours()

    def run(paths: Sequence[Path]) -> object:
        for path in paths:
            annotate(segment(read(path, name=path.name)))
        return None

    return run


def ours_records(*, rules_only: bool = False) -> Contestant:
    """From files to records, with the ranking or by the rules alone."""
    import predlozheno

    _load_ours()
    extractor = predlozheno.load(rules_only=rules_only)

    def run(paths: Sequence[Path]) -> object:
        return sum(len(extractor.extract(path)) for path in paths)

    return run


CONTESTANTS: dict[str, tuple[str, Callable[[], Contestant]]] = {
    "natasha": ("Natasha, all its layers", natasha),
    "layers": ("predlozheno, the same layers in a spaCy Doc", ours_layers),
    "doc": ("predlozheno, with people and parties", ours_doc),
    "records": ("predlozheno, from files to records", ours_records),
    "rules": (
        "predlozheno, from files to records, by rules alone",
        lambda: ours_records(rules_only=True),
    ),
    "yargy": ("Yargy, ten rules", yargy),
    "matcher": ("spaCy blank, pymorphy3, Matcher", spacy_matcher),
    "pullenti": ("PullEnti", pullenti),
}
NEEDS = {"matcher": "pymorphy3", "pullenti": "pullenti"}


def available() -> list[str]:
    """The contestants that are installed."""
    return [name for name in CONTESTANTS if find_spec(NEEDS.get(name, "predlozheno"))]
