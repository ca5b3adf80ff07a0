"""Measures everything that is said of speed, memory and quality: `make bench`; or a chapter by its name.

python -m tests.bench [CHAPTER ...]

A chapter is a module here with a function `show`, which prints its table. What cannot be measured on this
computer (a peer or public data that is not there) is named, and the rest goes on.
"""

import sys
from importlib import import_module

from rich.console import Console

CHAPTERS = (
    "drafting",
    "reading",
    "headers",
    "sentences",
    "summaries",
    "topics",
    "faithfulness",
    "paper",
    "editions",
    "duplicates",
    "delivery",
)


def main() -> None:
    """Show the chapters that the arguments name, all if there are none."""
    wanted = sys.argv[1:] or CHAPTERS
    if unknown := [name for name in wanted if name not in CHAPTERS]:
        sys.exit(f"There is no chapter {unknown[0]!r}. These there are: {', '.join(CHAPTERS)}.")
    screen = Console(width=140, highlight=False)
    for name in wanted:
        screen.rule(name)
        import_module(f"tests.bench.{name}").show(screen)


if __name__ == "__main__":
    main()
