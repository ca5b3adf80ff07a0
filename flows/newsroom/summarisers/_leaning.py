"""Sentences that a reader understands only after the one before them."""

import re

_LEANS = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|hers|their|its|both|neither|and|but|so|or|however|also|then|such"
    r"|others|another|instead|similarly|as a result|to do this|for example|in addition)\b(?!-)",
    re.IGNORECASE,
)
"""How a sentence begins that a reader understands only after the one before it."""


def leans(text: str) -> bool:
    """Whether a sentence opens with a word that points back, such as "She" or "However"."""
    return _LEANS.match(text) is not None
