"""The flow that drafts an issue.

    fetch -> discover -> batches -> clean -> summarise -> categorise -> choose -> compose -> render -> report

Tasks work on batches and hand each other names; see `flows.shelf`. The choice looks at a short description
of every document, and only those that are printed are taken out whole.
"""

import datetime as dt
import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import deployment, flow_run
from prefect.states import Completed
from prefect.utilities.annotations import opaque
from pydantic import Field

from flows.categorise import Parcel, categorise
from flows.clean import clean
from flows.fetch import fetch_all
from flows.handover import ask_to_send
from flows.ingest import ingest
from flows.late_runs import is_superseded
from flows.learning import learn
from flows.lifeline import end_with_parent
from flows.newsroom.archive import count_before, read_back_issues, revisit
from flows.newsroom.batches import Batch, make_batches
from flows.newsroom.desk import compose
from flows.newsroom.editorial import read_editorial
from flows.newsroom.following import followed
from flows.newsroom.memory import Memory
from flows.newsroom.model import Issue, Lengths, Rejection, Revisited
from flows.newsroom.remembering import is_on_its_way, remembered
from flows.newsroom.selection import choose
from flows.newsroom.settings import Settings, read_settings
from flows.newsroom.store import open_store
from flows.outcomes import Outcome
from flows.printing import Edited, bring_out
from flows.recipe import Recipe, make_masthead, make_recipe
from flows.runners import task_runner
from flows.sealing import sealed
from flows.summarise import summarise

log = logging.getLogger("standfirst")

SCHEDULED = "scheduled"  # the deployment that runs by the clock

_DAY_OF_A_MONTH = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])"

# Prefect's server refuses a value that does not fit the schema before a run exists, but it knows no dates.
DATE = Field(
    default=None,
    description="The date of the issue, such as 2026-11-30; empty: today",
    json_schema_extra={"pattern": f"^[0-9]{{4}}-({_DAY_OF_A_MONTH})$"},
)
SEEDS = Field(default=None, description="The folder with the documents; empty: as in the settings")
OUTPUT = Field(default=None, description="Where issues are made; empty: as in the settings")


def _run_name() -> str:
    return f"newsletter-{flow_run.parameters.get('date') or _day_of_run(read_settings(Path.cwd()))}"


@flow(name="newsletter", flow_run_name=_run_name, persist_result=False)
@sealed
def newsletter(date: dt.date | None = DATE, seeds: str | None = SEEDS, output: str | None = OUTPUT) -> State[None]:
    """Draft the issue of a date. Drafting again gives the same issue; nothing is ever sent from here."""
    if deployment.id:
        end_with_parent()
    if deployment.name == SCHEDULED and is_superseded(UUID(deployment.id), flow_run.scheduled_start_time):
        return Completed(name=Outcome.SUPERSEDED, message="A newer issue is due as well, and is made instead.")
    settings = read_settings(Path.cwd(), _folders(seeds, output))
    recipe = make_recipe(settings, date or _day_of_run(settings))
    with open_store(settings.folders.state) as connection:
        if is_on_its_way(connection, recipe.date):
            return Completed(
                name=Outcome.ALREADY_SENT,
                message="This issue was sent; what members hold in their hands is not changed.",
            )
        memory = remembered(connection, recipe.date)
    recipe.shelf.tidy(time.time())
    fetched = fetch_all(settings, dt.datetime.now(settings.schedule.zone).date())
    discovery = fetched + ingest(recipe.seeds, settings.documents.largest_megabytes * 1_000_000)
    log.info("ingest: %d documents, %d turned away", len(discovery.sources), len(discovery.rejections))
    if not discovery.sources and not discovery.rejections:
        return Completed(name=Outcome.NOTHING_TO_DO, message="There are no documents, so there is no issue.")
    recipe = learn(recipe, discovery.sources)
    finished = _work_through(make_batches(discovery.sources), recipe, settings)
    edited = _edit(finished, discovery.rejections, recipe, settings, memory)
    if edited is None:
        return Completed(name=Outcome.NOTHING_NEW, message="Members have read every one of the documents.")
    state = bring_out(edited, recipe, settings)
    if deployment.name == SCHEDULED and settings.delivery.approval == "automatic" and state.is_completed():
        ask_to_send(recipe.date.isoformat(), dt.datetime.now(dt.UTC))
    return state


def _work_through(batches: Sequence[Batch], recipe: Recipe, settings: Settings) -> list[str]:
    """Send every batch through the stages; its stages wait for each other, batches do not."""
    names = []
    with task_runner(settings.run.task_runner) as runner:
        futures = []
        for batch in batches:
            # Prefect would look for futures in every field of every source.
            common = {"recipe": opaque(recipe)}
            articles = runner.submit(clean, {**common, "batch": opaque(batch)})
            summaries = runner.submit(summarise, {**common, "articles": articles})
            drafts = runner.submit(categorise, {**common, "articles": articles, "summaries": summaries})
            futures.append((articles, summaries, drafts))
        for number, stages in enumerate(futures, 1):
            names.append([future.result() for future in stages][-1])  # in their order: the first fault is the cause
            log.info("read and understood: %d of %d batches", number, len(batches))
    return names


def _edit(
    finished: Sequence[str], turned_away: Sequence[Rejection], recipe: Recipe, settings: Settings, memory: Memory
) -> Edited | None:
    """Choose what is printed, and put it together; None: members have read everything."""
    outcomes = [outcome for name in finished for outcome in recipe.shelf.take(name)]
    parcels = [outcome for outcome in outcomes if isinstance(outcome, Parcel)]
    rejections = [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    choice = choose([parcel.brief for parcel in parcels], settings.issue.most_stories, memory)
    if choice.has_old_news_only and not turned_away and not rejections:
        return None
    printed = [parcel.open() for parcel in parcels if parcel.brief.path in choice.printed]
    left_out = [*turned_away, *rejections, *choice.left_out]
    log.info("compose: %d stories, %d documents left out", len(printed), len(left_out))
    issue = compose(
        make_masthead(settings),
        recipe.date,
        printed,
        left_out,
        recipe.taxonomy,
        glossary=recipe.glossary,
        tellings=choice.tellings,
        earlier=choice.earlier,
        last_issue=memory.last_issue,
        lengths=Lengths(
            lead=settings.lengths.shorter(settings.lengths.lead), story=settings.lengths.shorter(settings.lengths.story)
        ),
    )
    return Edited(
        issue=replace(
            issue,
            revisited=_from_archive(issue, settings, memory),
            number=_number(issue, settings),
            editorial=read_editorial(recipe.seeds, recipe.date),
            promises=followed(memory.promises, issue.stories),
        ),
        fingerprints=tuple(parcel.brief.fingerprint for parcel in parcels if parcel.brief.path in choice.printed),
    )


def _number(issue: Issue, settings: Settings) -> int | None:
    first = settings.issue.first_number
    return first + count_before(settings.folders.output, issue.date) if first else None


def _from_archive(issue: Issue, settings: Settings, memory: Memory) -> Revisited | None:
    if not settings.issue.from_archive or not memory.sent:
        return None
    return revisit(read_back_issues(settings.folders.output), memory.sent, issue)


def _folders(seeds: str | None, output: str | None) -> dict[str, dict[str, object]]:
    given = {"seeds": seeds, "output": output}
    return {"folders": {name: path for name, path in given.items() if path}}


def _day_of_run(settings: Settings) -> dt.date:
    """The day for which the run was due, on the forum's clock: a run that is late keeps its date."""
    due: dt.datetime = flow_run.scheduled_start_time
    return due.astimezone(settings.schedule.zone).date()
