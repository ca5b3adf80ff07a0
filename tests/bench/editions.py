"""Every edition of an issue of twelve stories: what each costs, and whether it has the same bytes again.

python -m tests.bench.editions makes each once, in a process of its own, and prints JSON.
"""

import hashlib
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.newsroom import renderers
from flows.newsroom.plugins import load_plugin
from flows.newsroom.settings.issue import ALL_EDITIONS
from tests.web.sites import a_generated_issue

STORIES = 12
HASH_SEEDS = ("1", "2")  # what Python makes of a set must not show
ROOT = Path(__file__).parents[2]


def show(screen: Console) -> None:
    """Make every edition twice, in two processes, and print the table."""
    first, second = map(measure, HASH_SEEDS)
    table = Table(
        "edition", "CPU s", "KB", "the same bytes twice",
        title=f"Every edition of {STORIES} stories; the start of those on paper is counted",
    )  # fmt: skip
    for name in ALL_EDITIONS:
        cost, size, digest = first[name]
        table.add_row(name, f"{cost:.2f}", f"{size // 1000}", "yes" if digest == second[name][2] else "no")
    together = sum(cost for cost, *_ in first.values())
    is_same = all(digest == second[name][2] for name, (*_, digest) in first.items())
    table.add_section()
    table.add_row("all", f"{together:.2f}", "", "yes" if is_same else "no")
    screen.print(table)


def measure(hash_seed: str) -> dict[str, tuple[float, int, str]]:
    """Of each edition the processor time in seconds, the size in bytes and the digest."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.editions"],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hash_seed}, text=True, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Make every edition once and say what each cost and is."""
    issue = a_generated_issue(STORIES)
    made = {}
    for name in ALL_EDITIONS:
        before = spent()
        edition = load_plugin(renderers.__name__, name)(issue)
        made[name] = (spent() - before, len(edition.content), hashlib.sha256(edition.content).hexdigest())
    print(json.dumps(made))  # noqa: T201 - this is its answer


def spent() -> float:
    """The processor time of this process and of those that it started and that have ended, in seconds."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


if __name__ == "__main__":
    main()
