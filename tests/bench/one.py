"""One measurement in a process of its own, so that its processor time and memory are its own; prints JSON.

python -m tests.bench.one plain|flow FOLDER
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

import psutil

DAY = "2026-11-21"


def main() -> None:
    """Measure what the arguments say."""
    way, folder = sys.argv[1], Path(sys.argv[2])
    os.chdir(folder)
    result = plain() if way == "plain" else through_prefect()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({**result, "peak_megabytes": peak / 1024}))  # noqa: T201 - this is its answer


def plain() -> dict[str, float]:
    """The same work as the flow's, in a loop: from files to the text edition and the record."""
    import datetime as dt

    from flows.categorise import Parcel, parcel_or_rejection
    from flows.clean import articles_or_rejections
    from flows.newsroom.desk import compose
    from flows.newsroom.plugins import load_plugin
    from flows.newsroom.readers import media_types
    from flows.newsroom.selection import choose
    from flows.newsroom.settings import read_settings
    from flows.newsroom.sources import discover
    from flows.recipe import make_recipe
    from flows.summarise import summary_or_rejection

    started = time.process_time()
    settings = read_settings(Path.cwd())
    recipe = make_recipe(settings, dt.date.fromisoformat(DAY))
    parcels = []
    found = discover(recipe.seeds, media_types(), 10_000_000)
    warmed = False
    for source in found.sources:
        for article in articles_or_rejections(source, recipe):
            outcome = parcel_or_rejection(article, summary_or_rejection(article, recipe), recipe)
            if isinstance(outcome, Parcel):
                parcels.append(outcome)
        if not warmed:  # models and patterns are loaded with the first document
            warmed, started_warm = True, time.process_time()
    understood = time.process_time()
    choice = choose([parcel.brief for parcel in parcels], settings.issue.most_stories)
    printed = [parcel.open() for parcel in parcels if parcel.brief.path in choice.printed]
    issue = compose(settings.masthead, recipe.date, printed, choice.left_out, recipe.taxonomy)
    for name in settings.issue.editions:
        load_plugin("flows.newsroom.renderers", name)(issue)
    ended = time.process_time()
    documents = max(1, len(found.sources) - 1)
    return {"cpu": ended - started, "cpu_a_document": (understood - started_warm + ended - understood) / documents}


def through_prefect() -> dict[str, float]:
    """The flow, with what its server spends while it runs and until it is quiet."""
    from flows.local_server import local_server
    from flows.surroundings import prepare

    home = prepare(Path(".standfirst"), level="CRITICAL")
    assert home.exists()
    with local_server():
        import datetime as dt

        from flows.newsletter import newsletter

        server = psutil.Process().children()[0]
        _wait_until_quiet(server)
        before, server_before = time.process_time(), _cpu(server)
        wall = time.perf_counter()
        state = newsletter(date=dt.date.fromisoformat(DAY), return_state=True)
        assert state.is_completed(), state.message
        wall = time.perf_counter() - wall
        spent = time.process_time() - before
        _wait_until_quiet(server)
        return {"cpu": spent, "server_cpu": _cpu(server) - server_before, "wall": wall}


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _wait_until_quiet(server: psutil.Process) -> None:
    for _ in range(60):
        before = _cpu(server)
        time.sleep(1)
        if _cpu(server) - before < 0.05:
            return


if __name__ == "__main__":
    main()
