"""Embedding: texts as vectors that point the same way where texts mean the same.

`minilm` finds, checks and runs the model; `wordpiece` turns a text into what the model reads.
"""

from flows.newsroom.embedding.minilm import DIMENSIONS, MODEL_DIGEST, encode, load_model

__all__ = ["DIMENSIONS", "MODEL_DIGEST", "encode", "load_model"]
