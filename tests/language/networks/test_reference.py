"""Word for word what slovnet predicts with the same weights, over the whole corpus."""

from __future__ import annotations

import numpy as np
import pytest

from predlozheno.language.arborescence import best_tree
from predlozheno.language.morphology import fold
from predlozheno.language.networks import networks
from predlozheno.language.tagging import _parsed, lemma

pytestmark = pytest.mark.slow


def by_length(sentences, encoder):
    """Slovnet's batches, of like length so that the test does not take minutes."""
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    for start in range(0, len(order), 8):
        batch = order[start : start + 8]
        yield batch, encoder.input([encoder.item(sentences[index]) for index in batch])


@pytest.fixture(scope="module")
def labels(sentences):
    return list(networks().morphology(sentences))


def test_parts_of_speech_and_features(sentences, slovnet, labels):
    assert sum(map(len, sentences)) > 40_000
    names = slovnet.morph.decoder.tags_vocab.items
    for batch, given in by_length(sentences, slovnet.morph.encoder):
        best = slovnet.morph.model(given.word_id, given.shape_id, given.pad_mask).argmax(-1)
        for index, row in zip(batch, best, strict=True):
            expected = [names[number] for number in row[: len(sentences[index])]]
            assert labels[index] == expected, sentences[index]


def test_heads_and_relations(sentences, slovnet):
    """Slovnet's scores, decoded into trees as ours are; its own heads wherever they are a tree.

    Where a word stands in one sentence several times between the same neighbours («%» in a row of
    percentages), two trees are exactly as good by the arithmetic, and the last bit of a sum decides.
    Only there another tree is let pass, and only if slovnet's scores call it as good.
    """
    ours, ties = list(networks().syntax(sentences)), 0
    model, names = slovnet.syntax.model, slovnet.syntax.decoder.rels_vocab.items
    for batch, given in by_length(sentences, slovnet.syntax.encoder):
        states = model.encoder(model.emb(given.word_id, given.shape_id), given.pad_mask)
        scores = model.head(states)
        heads = np.zeros(given.word_id.shape, dtype=np.int64)
        for row, index in enumerate(batch):
            size = len(sentences[index])
            heads[row, :size] = best_tree(scores[row, :size, : size + 1].astype(np.float64))
        relations = model.rel(states, heads).argmax(-1)
        for row, index in enumerate(batch):
            size = len(sentences[index])
            found = [head for head, _ in ours[index]]
            if found != heads[row, :size].tolist():
                table, words = scores[row].astype(np.float64), range(size)
                best = table[words, heads[row, :size]].sum()
                assert abs(table[words, found].sum() - best) < 1e-5, sentences[index]
                ties += 1
                continue
            expected = [(int(heads[row, i]), names[relations[row, i]]) for i in range(size)]
            assert ours[index] == expected, sentences[index]
    assert ties * 1000 <= len(sentences)


def test_names(passages, slovnet):
    """Slovnet reads each paragraph as a whole; its names, cut where a sentence ends."""
    ours = networks().names(passages)
    labels = slovnet.ner.decoder.tags_vocab.items
    for passage in passages:
        (given,) = slovnet.ner.encoder([passage.words])
        scores = slovnet.ner.model(given.word_id, given.shape_id, given.pad_mask)
        (tags,) = slovnet.ner.model.head.crf.decode(scores, ~given.pad_mask)
        for start, end in passage.sentences:
            expected = [labels[number] for number in tags[start:end]]
            assert next(ours) == expected, passage.words[start:end]
    assert next(ours, None) is None


def test_lemmas(sentences, labels):
    """Natasha's lemmas of the same words with the same tags: at most one in 10,000 may differ."""
    from natasha import MorphVocab

    stock, words, different = MorphVocab(), set(), 0
    for sentence, tags in zip(sentences, labels, strict=True):
        words |= set(zip(map(fold, sentence), tags, strict=True))
    for word, label in words:
        pos, features = _parsed(label)
        different += lemma(word, pos, features) != stock.lemmatize(word, pos, dict(features))
    assert different * 10_000 <= len(words)
