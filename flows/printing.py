"""From an issue that is edited to what lies in the output folder: its editions, its report and the archive."""

import logging
from dataclasses import dataclass, replace

from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.archiving import update_archive
from flows.artifacts import leave_artifacts
from flows.newsroom.archive import ask_about, issue_folder, previous_issue, publish
from flows.newsroom.duplicates import Fingerprint
from flows.newsroom.editorial import notes_on
from flows.newsroom.model import Edition, Issue, MissingEdition
from flows.newsroom.remembering import note_draft
from flows.newsroom.renderers import MADE_LAST
from flows.newsroom.report import Report, make_report, report_editions
from flows.newsroom.settings import Settings
from flows.newsroom.store import open_store
from flows.outcomes import Outcome
from flows.recipe import Recipe, make_renderers
from flows.render import render

log = logging.getLogger("standfirst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """An issue, and what is remembered of its stories once it is sent."""

    issue: Issue
    fingerprints: tuple[Fingerprint, ...]


def bring_out(edited: Edited, recipe: Recipe, settings: Settings) -> State[None]:
    """Render, publish and report; too many documents turned away mean that something else is wrong."""
    issue = edited.issue
    problem = _why_no_issue(make_report(issue, recipe.taxonomy), settings)
    made = [] if problem else _render_all(issue, settings)
    missing = [one for one in made if isinstance(one, MissingEdition)]
    editions = [one for one in made if isinstance(one, Edition)]
    notes = (
        *recipe.notes,
        *notes_on(issue.editorial),
        *ask_about(issue.revisited),
        *(f"{edition.filename}: {note}" for edition in editions for note in edition.notes),
    )
    report = make_report(issue, recipe.taxonomy, missing, notes)
    published = publish(issue_folder(settings.folders.output, issue.date), [*editions, *report_editions(report)])
    update_archive(settings)
    if not problem:
        with open_store(settings.folders.state) as connection:
            note_draft(connection, issue, edited.fingerprints)
    leave_artifacts(report, published)
    log.info("render: %d editions and a report", len(editions))
    if problem:
        return Failed(message=problem)
    is_whole = not report.turned_away and not missing
    counts = f"{len(report.stories)} stories, {len(report.left_out)} left out, {report.decisions} to look at"
    return Completed(name=None if is_whole else Outcome.MADE_WITH_SKIPS, message=counts)


def _render_all(issue: Issue, settings: Settings) -> list[Edition | MissingEdition | None]:
    """Every edition in the order of the settings; those that speak of the others are made after them."""
    renderers = make_renderers(settings)
    made = {name: render(name, renderers[name], issue) for name in renderers if name not in MADE_LAST}
    placed = replace(
        issue,
        previous=previous_issue(settings.folders.output, issue.date),
        companions=tuple(edition.as_companion for edition in made.values() if isinstance(edition, Edition)),
    )
    made |= {name: render(name, renderers[name], placed) for name in renderers if name in MADE_LAST}
    return [made[name] for name in renderers]


def _why_no_issue(report: Report, settings: Settings) -> str | None:
    if not report.stories:
        return "None of the documents could be made into a story, so there is no issue. report.md says why."
    limit = settings.documents.stop_above_percent
    if 100 * len(report.turned_away) > limit * report.documents:
        return (
            f"{len(report.turned_away)} of {report.documents} documents were turned away, more than {limit} %, "
            "so there is no issue. report.md says why (documents.stop_above_percent in newsletter.toml)."
        )
    return None
