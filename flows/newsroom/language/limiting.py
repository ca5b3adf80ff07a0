"""Sentences that limit what the one before them says: for whom it does not hold, or that it is not settled."""

import re

_AGAINST = re.compile(
    r"(?:but|however|yet(?! (?:another|again))|nevertheless|nonetheless|even so|that said|having said that|still,"
    r"|on the other hand|then again|unless|except|only (?:if|when|where|after|those)|not (?:all|every|yet)\w*"
    r"|none of (?:this|it|them|these|those|the)|nothing (?:has|is|was|will)"
    r"|no (?:\w+ )?(?:decisions?|dates?|funding|money)|subject to|provided|until (?:then|that))\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?:he|she|it|they|this|that|these|those|both|neither|the (?:changes?|closure|dates?|decisions?"
    r"|figures?|moves?|numbers?|offer|plans?|proposals?|results?|scheme))\b(?!-)",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|never|no longer|cannot|yet to|still to be|subject to|only (?:if|when|where|after)|unless|until(?! now)"
    r"|depends?|provisional(?:ly)?|may|might)\b|n['’]t\b"
)


def limits(text: str) -> bool:
    """Whether a sentence speaks against the one before it, as "But not yet", or denies or hedges what it points to."""
    return _AGAINST.match(text) is not None or (
        _POINTS_BACK.match(text) is not None and _NOT_SO.search(text) is not None
    )
