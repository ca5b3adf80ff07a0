"""The model gives the vectors of its full-precision original, the same every time, or says why it cannot."""

import json
from pathlib import Path

import numpy as np
import pytest

from flows.newsroom.embedding import DIMENSIONS, MODEL_DIGEST, encode
from flows.newsroom.embedding.minilm import checked, weights_of
from flows.newsroom.errors import ModelUnavailableError

REFERENCE = json.loads(Path(__file__).with_name("reference_vectors.json").read_text(encoding="utf-8"))
"""Twelve texts and their vectors, made once with the original model in full precision."""


def test_the_vectors_are_those_of_the_original_model() -> None:
    wanted = np.array([row["vector"] for row in REFERENCE])

    found = encode([row["text"] for row in REFERENCE])

    assert found.shape == (12, DIMENSIONS)
    assert (found * wanted).sum(axis=1).min() > 0.995


def test_a_vector_does_not_depend_on_the_texts_beside_it() -> None:
    text = REFERENCE[0]["text"]

    assert encode([text]).tobytes() == encode([REFERENCE[11]["text"], text])[1].tobytes()


def test_a_text_without_words_has_a_vector_too() -> None:
    assert np.linalg.norm(encode([""])) == pytest.approx(1, abs=1e-5)


def test_a_package_that_is_not_there_is_named_with_the_remedy() -> None:
    with pytest.raises(ModelUnavailableError, match=r"no-such-weights is not installed\. Install the project again"):
        weights_of("no-such-weights")


def test_other_weights_than_the_measured_ones_are_refused() -> None:
    with pytest.raises(ModelUnavailableError, match="not the one that was measured"):
        checked(b"weights of somebody else", MODEL_DIGEST)
