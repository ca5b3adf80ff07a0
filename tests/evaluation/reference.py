"""Writes the reference collection of the hybrid categoriser: python -m tests.evaluation.reference.

It holds a vector for each document of `develop` and `practice`, and nothing of `judge`.
"""

from pathlib import Path

import numpy as np

from flows.newsroom import categorisers
from flows.newsroom.categorisers._likeness import vector_of
from tests.evaluation.chain import made_of
from tests.evaluation.corpus import Half

FILE = Path(categorisers.__path__[0]) / "reference.npy"


def main() -> None:
    """Encode the documents and write their vectors, in two bytes a number."""
    drafts = [made.draft for half in (Half.DEVELOP, Half.PRACTICE) for made in made_of(half) if made.draft]
    vectors = np.stack([vector_of(draft.article) for draft in drafts])
    np.save(FILE, vectors.astype(np.float16), allow_pickle=False)


if __name__ == "__main__":
    main()
