"""Letters that may be printed: none that steer the page, and on paper none that our fonts lack."""

import re
import unicodedata

# Characters that are no letters: control codes, and marks that turn the direction of everything after them.
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# A sign of this kind changes the look of the one before it, and has no look of its own.
MODIFIERS = re.compile("[\u200c-\u200f\u2060\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]")

BREAK_HERE = "\N{ZERO WIDTH SPACE}"
ENDLESS = re.compile(r"\S{40}(?=\S{20})")  # forty letters of a word of sixty or more

# Signs that our fonts lack, and the ones that stand for them without loss.
TWINS = str.maketrans({"‐": "-", "‑": "-", "−": "–", "―": "—", "′": "’", "″": "”", "ﬁ": "fi", "ﬂ": "fl"})  # fmt: skip
SCRIPTS = {"Cjk": "Chinese or Japanese"}  # as Unicode names them, and as readers do


def neutral(text: str) -> str:
    """`text` without the characters that could steer a page rather than be read."""
    return STEERING.sub("", text)


def foldable(text: str) -> str:
    """`text` with places to break in words that no line can hold: the press would try them for minutes."""
    return ENDLESS.sub(lambda found: found[0] + BREAK_HERE, text)


def legible(text: str, known: frozenset[str]) -> str:
    """`text` with every run of letters outside `known` named instead, as in "[Arabic letters]".

    A letter without a shape is drawn as an empty box, which says nothing to a reader and
    fails PDF/UA-1 (ISO 14289-1, 7.21.8).
    """
    plain = MODIFIERS.sub("", unicodedata.normalize("NFC", text).translate(TWINS))
    unknown = {letter for letter in plain if letter not in known and letter != BREAK_HERE and not letter.isspace()}
    if not unknown:
        return plain
    run = "[" + "".join(map(re.escape, sorted(unknown))) + "]"
    return re.sub(f"{run}(?: *{run})*", lambda found: _named(found[0]), plain)


def _named(run: str) -> str:
    """What a run of letters is, in words."""
    if run[0].isalpha():
        script = unicodedata.name(run[0], "unknown").split()[0].capitalize()
        return f"[{SCRIPTS.get(script, script)} letters]"
    signs = dict.fromkeys(unicodedata.name(sign, "sign").lower() for sign in run if sign != " ")
    return f"[{', '.join(signs)}]"
