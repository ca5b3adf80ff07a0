"""`standfirst explain`: what Standfirst reads in one document, and why."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from flows.console import screen
from flows.newsroom.errors import SettingsError
from flows.newsroom.explanation import Chapter, explain
from flows.newsroom.model import Draft, Rejection
from flows.newsroom.readers import media_types
from flows.newsroom.settings import Settings, read_settings
from flows.newsroom.sources import Discovery, discover
from flows.surroundings import prepare

if TYPE_CHECKING:
    from flows.recipe import Recipe


def explain_document(document: Path, date: dt.date | None) -> None:
    """Print what is read in `document`, and in the documents within it, as for the issue of `date`.

    Nothing is made and nothing is remembered.

    Raises:
        SettingsError: There is no such file, or the settings do not fit.
    """
    settings = read_settings(Path.cwd())
    prepare(settings.folders.state)
    if not document.is_file():
        raise SettingsError(f"There is no file {document}. Is the name right, as seen from this folder?")
    day = date or dt.datetime.now(settings.schedule.zone).date()
    for path, chapters in explanations(settings, document, day):
        screen.rule(Text(path), align="left")
        for chapter in chapters:
            screen.print(Text(chapter.title, style="bold"))
            for line in chapter.lines:
                screen.print(Text(f"  {line}"), soft_wrap=True)


def explanations(settings: Settings, document: Path, day: dt.date) -> Iterator[tuple[str, tuple[Chapter, ...]]]:
    """The path and the explanation of `document` and of each document within it, in their order."""
    from flows.recipe import make_recipe  # only now: Prefect reads its settings when it is imported

    with _seeds_with(document, settings.folders.seeds) as (seeds, path):
        folders = settings.folders.model_copy(update={"seeds": seeds})
        recipe = make_recipe(settings.model_copy(update={"folders": folders}), day)
        found = discover(seeds, media_types(), settings.documents.largest_megabytes * 1_000_000)
        for outcome in _outcomes(found, path, recipe):
            if isinstance(outcome, Rejection):
                yield outcome.path, (Chapter(title="Left out", lines=(outcome.reason,)),)
            else:
                yield outcome.article.source.path, explain(outcome, recipe.taxonomy)


@contextmanager
def _seeds_with(document: Path, seeds: Path) -> Iterator[tuple[Path, str]]:
    """The seeds and the document's path in them; of one that lies elsewhere, a folder with nothing but a copy of it."""
    if document.resolve().is_relative_to(seeds.resolve()):
        yield seeds, document.resolve().relative_to(seeds.resolve()).as_posix()
        return
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copy(document, scratch)
        yield Path(scratch), document.name


def _outcomes(found: Discovery, path: str, recipe: "Recipe") -> Iterator[Draft | Rejection]:
    from flows.categorise import Parcel, parcel_or_rejection
    from flows.clean import articles_or_rejections
    from flows.summarise import summary_or_rejection

    yield from (rejection for rejection in found.rejections if rejection.path == path)
    for source in found.sources:
        if source.path == path:
            for article in articles_or_rejections(source, recipe):
                outcome = parcel_or_rejection(article, summary_or_rejection(article, recipe), recipe)
                yield outcome.open() if isinstance(outcome, Parcel) else outcome
