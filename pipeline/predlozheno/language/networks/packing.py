"""Lays natasha's weights out for `convolution`: taps side by side, normalisation folded in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from predlozheno.errors import ModelsError
from predlozheno.language.networks.convolution import NETWORKS
from predlozheno.language.networks.packed import Arrays
from predlozheno.language.networks.vocabulary import pack_words

Array = NDArray[Any]


def build(files: Mapping[str, Path]) -> Arrays:
    """The arrays of vectors and networks, from natasha's files.

    Raises:
        ModelsError: where the networks were not made for each other.
    """
    import slovnet
    from navec import Navec

    vectors = Navec.load(files["vectors"])
    arrays: dict[str, Array] = {
        "vectors.indexes": vectors.pq.indexes,
        "vectors.codes": vectors.pq.codes,
        "vectors.unknown": np.array(vectors.vocab.unk_id),
        **pack_words(vectors.vocab.words),
    }
    loaders = {"morph": slovnet.Morph, "syntax": slovnet.Syntax, "ner": slovnet.NER}
    shapes: list[str] | None = None
    for name in NETWORKS:
        infer = loaders[name].load(files[name]).infer
        known = infer.encoder.shapes_vocab.items
        if infer.encoder.words_vocab.items != vectors.vocab.words or known != (shapes or known):
            raise ModelsError(f"{files[name]}: made for other word vectors")
        shapes = known
        labels = infer.decoder.rels_vocab if name == "syntax" else infer.decoder.tags_vocab
        arrays[f"{name}.labels"] = _strings(labels.items)
        for key, array in (_encoder(infer.model) | _HEADS[name](infer.model)).items():
            arrays[f"{name}.{key}"] = np.ascontiguousarray(array)
    return arrays | {"shapes": _strings(shapes or [])}


def _strings(items: list[str]) -> Array:
    return np.array(items, dtype=np.str_)


def _single(array: Array) -> Array:
    return array.astype(np.float32)


def _taps(weight: Array) -> Array:
    """A kernel, filters × inputs × taps, as inputs × (filters of the first tap, the second, …)."""
    return np.concatenate([weight[:, :, tap].T for tap in range(weight.shape[2])], axis=1)


def _encoder(model: Any) -> dict[str, Array]:
    """The three layers: convolution, then `max(0, x) * scale + offset`.

    Scale and offset of the first two are folded into the next convolution. A position between two
    sentences must stay zero after them, so its value before them is told as `rest`.
    """
    vector_size = model.emb.word.codes.array
    layers = [layer.conv.weight.array.astype(np.float64) for layer in model.encoder.layers]
    biases = [layer.conv.bias.array.astype(np.float64) for layer in model.encoder.layers]
    norms = [_norm(layer.norm) for layer in model.encoder.layers]
    del vector_size
    shape_table = model.emb.shape.weight.array.astype(np.float64)
    inputs = layers[0].shape[1] - shape_table.shape[1]
    taps = _taps(layers[0])
    filters = len(biases[0])
    shape = shape_table @ taps[inputs:]
    # Every position has one centre, so the bias goes there.
    shape[:, filters : 2 * filters] += biases[0]
    packed = {"first.word": taps[:inputs], "first.shape": shape}
    for index, name in ((1, "second"), (2, "third")):
        (scale, offset), weight = norms[index - 1], layers[index]
        packed[f"{name}.weight"] = _taps(weight * scale[None, :, None])
        packed[f"{name}.bias"] = biases[index] + np.einsum("fik,i->f", weight, offset)
        packed[f"{name}.rest"] = -offset / scale
    packed["scale"], packed["offset"] = norms[2]
    return {name: _single(array) for name, array in packed.items()}


def _norm(norm: Any) -> tuple[Array, Array]:
    scale = norm.weight.array.astype(np.float64) / norm.std.array
    return scale, norm.bias.array - norm.mean.array * scale


def _tags(model: Any) -> dict[str, Array]:
    return {"out.weight": model.head.proj.weight.array, "out.bias": model.head.proj.bias.array}


def _names(model: Any) -> dict[str, Array]:
    return _tags(model) | {"transitions": model.head.crf.transitions.array}


def _arcs(model: Any) -> dict[str, Array]:
    """The two scorers, each with its projections of head and tail side by side."""
    packed = {}
    for name, scorer in (("arc", model.head), ("rel", model.rel)):
        sides = (scorer.head.proj, scorer.tail.proj)
        packed[f"{name}.weight"] = np.concatenate([side.weight.array for side in sides], axis=1)
        packed[f"{name}.bias"] = np.concatenate([side.bias.array for side in sides])
        packed[f"{name}.root"] = scorer.root.array
        packed[f"{name}.kernel"] = scorer.kernel.array
    return packed


_HEADS = {"morph": _tags, "syntax": _arcs, "ner": _names}
