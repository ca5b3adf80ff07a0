"""Documents of the size of a real one, all different, the same every time."""

import random
import re
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCES, WORDS_A_SENTENCE = 30, 20


def write_documents(folder: Path, count: int) -> None:
    """Write `count` documents of about 600 words, made of the words of the seeds in chance order.

    A word is as common as it is there: much of a text is "the" and "of".
    """
    folder.mkdir(parents=True)
    vocabulary = _vocabulary()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - no secret
        lines = [f"{chance.randint(1, 28)} March 2026"]
        lines += [_sentence(chance, vocabulary) for _ in range(SENTENCES)]
        (folder / f"{number:05}.txt").write_text("\n".join(lines), encoding="utf-8")


def _vocabulary() -> list[str]:
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return sorted(re.findall(r"[a-z]{2,}", text))


def _sentence(chance: random.Random, vocabulary: list[str]) -> str:
    words = chance.choices(vocabulary, k=WORDS_A_SENTENCE)
    return " ".join(words).capitalize() + "."
