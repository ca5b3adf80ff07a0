"""Everything that the work on a batch depends on besides its documents."""

import datetime as dt
import hashlib
import sys
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match
from typing import NamedTuple

import flows
from flows.newsroom import categorisers, renderers, summarisers
from flows.newsroom.batches import Batch
from flows.newsroom.categorisers import Categoriser, NeedsModel
from flows.newsroom.cleaning import Lexicon, default_lexicon, extend_lexicon
from flows.newsroom.containment import ReadingRoom
from flows.newsroom.corrections import Corrections, read_corrections
from flows.newsroom.errors import ModelUnavailableError, SettingsError
from flows.newsroom.glossary import Glossary, default_glossary, read_glossary
from flows.newsroom.logo import read_logo
from flows.newsroom.model import Masthead, Stage, Taxonomy
from flows.newsroom.plugins import load_plugin
from flows.newsroom.renderers import Renderer
from flows.newsroom.rewriting.endpoint import Format, LanguageModel
from flows.newsroom.settings import LanguageModelSettings, Lengths, PluginChoice, Settings
from flows.newsroom.sources import CORRECTIONS_FILE, FURNITURE_FILE, GLOSSARY_FILE
from flows.newsroom.summarisers import Summariser
from flows.newsroom.taxonomies import default_taxonomy, read_taxonomy
from flows.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How documents become stories in one run."""

    seeds: Path
    fetched: Path  # the folder of pages that were fetched
    reading_room: ReadingRoom
    shelf: Shelf
    date: dt.date
    feed_days: int
    lexicon: Lexicon
    taxonomy: Taxonomy
    glossary: Glossary
    summariser: Summariser
    language_model: LanguageModel | None
    categoriser: Categoriser
    corrections: Corrections
    digest: str  # the same only if the same documents must give the same stories
    notes: tuple[str, ...] = ()  # what is out of the ordinary in this run, in words for the coordinator

    def name_of(self, batch: Batch) -> str:
        """The name under which the articles of `batch` lie on the shelf."""
        return f"{Stage.CLEAN}-{self.digest[:24]}-{batch.digest[:24]}"


def following(stage: Stage, before: str) -> str:
    """The name under which the work of `stage` lies on the shelf: it follows from the name of what it is made of."""
    return f"{stage}-{before.partition('-')[2]}"


def make_recipe(settings: Settings, date: dt.date) -> Recipe:
    """Build the parts that `settings` name.

    Raises:
        SettingsError: A part does not exist or does not take its options.
    """
    taxonomy = make_taxonomy(settings)
    additions = _furniture(settings)
    categoriser, notes = _categoriser(settings.categories)
    summariser = _summariser(settings)
    chosen = f"{settings.documents!r} {summariser!r} {settings.categories!r} {categoriser!r}"
    language_model = _language_model(settings.language_model)
    corrections = _corrections(settings.folders.seeds / CORRECTIONS_FILE, taxonomy)
    choices = f"{chosen} {language_model!r} {corrections!r} {taxonomy!r} {additions!r} {date}"
    return Recipe(
        seeds=settings.folders.seeds,
        fetched=settings.folders.state / "fetched",
        reading_room=ReadingRoom(),
        shelf=Shelf(folder=settings.folders.state / "shelf"),
        date=date,
        feed_days=settings.documents.feed_days,
        lexicon=extend_lexicon(default_lexicon(), additions.text, additions.name) if additions else default_lexicon(),
        taxonomy=taxonomy,
        glossary=_glossary(settings.folders.seeds / GLOSSARY_FILE),
        summariser=summariser,
        language_model=language_model,
        categoriser=categoriser,
        corrections=corrections,
        digest=hashlib.sha256(f"{_code_digest()} {choices}".encode()).hexdigest(),
        notes=notes,
    )


def make_renderers(settings: Settings) -> dict[str, Renderer]:
    """The editions that `settings` name, by their names.

    Raises:
        SettingsError: There is no such edition.
    """
    templates = settings.folders.templates
    options = {"templates": templates} if templates else {}
    lengths = _lengths_of_editions(settings.lengths)
    return {
        name: load_plugin(renderers.__name__, name, {**options, **lengths.get(name, {})})
        for name in settings.issue.editions
    }


def _lengths_of_editions(lengths: Lengths) -> dict[str, dict[str, int]]:
    """The options of those editions that print less of a story than the issue holds."""
    mail = {"lead_words": lengths.mail_lead, "story_words": lengths.mail_story}
    return {
        "email_html": mail,
        "email_text": mail,
        "noticeboard": {"words": lengths.noticeboard},
        "briefing": {"words": lengths.briefing},
    }


def make_masthead(settings: Settings) -> Masthead:
    """The masthead of the settings, with the logo that they name.

    Raises:
        SettingsError: The logo is no picture that can be printed.
    """
    masthead, style = settings.masthead, settings.style
    if style.logo is None or style.logo_shows is None:
        return masthead
    return replace(masthead, look=replace(masthead.look, logo=read_logo(style.logo, style.logo_shows)))


def make_taxonomy(settings: Settings) -> Taxonomy:
    """The categories of the settings.

    Raises:
        SettingsError: Their file cannot be read.
    """
    file = settings.categories.file
    if file is None:
        return default_taxonomy()
    try:
        return read_taxonomy(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The categories in {file.name} cannot be read. Is the file there, saved as UTF-8?"
        ) from error


class _Additions(NamedTuple):
    """What a coordinator wrote about furniture."""

    name: str  # of the file, as errors call it
    text: str


def _furniture(settings: Settings) -> _Additions | None:
    """The coordinator's own furniture: the file that the settings name, or the one among the seeds, if there is one."""
    file = settings.documents.furniture or settings.folders.seeds / FURNITURE_FILE
    if settings.documents.furniture is None and not file.is_file():
        return None
    name = f"{file.parent.name}/{file.name}"
    try:
        return _Additions(name=name, text=file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name} cannot be read. Is the file there, saved as UTF-8?") from error


def _summariser(settings: Settings) -> Summariser:
    options = {"words": settings.lengths.longest, **settings.summary.options}
    summariser: Summariser = load_plugin(summarisers.__name__, settings.summary.method, options)
    return summariser


def _categoriser(choice: PluginChoice) -> tuple[Categoriser, tuple[str, ...]]:
    """The categoriser of the settings; where its model cannot be used, who does without, and a note that says so."""
    chosen: Categoriser = load_plugin(categorisers.__name__, choice.method, choice.options)
    if not isinstance(chosen, NeedsModel):
        return chosen, ()
    try:
        chosen.prepare()
    except ModelUnavailableError as error:
        return chosen.without_model(), (f"Subjects were found by keywords alone, which are right less often. {error}",)
    return chosen, ()


def _language_model(chosen: LanguageModelSettings) -> LanguageModel | None:
    if chosen.base is None or chosen.model is None:
        return None
    key = chosen.key.get_secret_value() if chosen.key else None
    return LanguageModel(base=chosen.base, model=chosen.model, format=Format(chosen.format), key=key)


def _corrections(file: Path, taxonomy: Taxonomy) -> Corrections:
    """What a person decided about single documents, if the file is among the seeds."""
    if not file.is_file():
        return Corrections()
    try:
        return read_corrections(file.read_text(encoding="utf-8-sig"), taxonomy)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file.name} among the seeds cannot be read. Is it saved as UTF-8?") from error


def _glossary(file: Path) -> Glossary:
    """The abbreviations of the field, with the forum's own if they are among the seeds."""
    if not file.is_file():
        return default_glossary()
    try:
        return default_glossary().extended(read_glossary(file.read_text(encoding="utf-8-sig"), f"seeds/{file.name}"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file.name} among the seeds cannot be read. Is it saved as UTF-8?") from error


@cache
def _code_digest() -> str:
    """A hash of our own files and of the versions of what they stand on.

    Work that an older program finished must never be taken for this one's, and a version number
    that somebody has to remember to raise would one day be forgotten.
    """
    folder = Path(flows.__path__[0])
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".toml", ".npy"})
    code = b"".join(path.relative_to(folder).as_posix().encode() + path.read_bytes() for path in files)
    return hashlib.sha256(code + " ".join(_versions()).encode()).hexdigest()


def _versions() -> list[str]:
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    try:
        wanted = requires("standfirst") or []
    except PackageNotFoundError:  # run from a checkout that was not installed
        return [python]
    names = sorted({found.group() for line in wanted if (found := match(r"[\w.-]+", line))})
    return [python, *(f"{name} {_version(name)}" for name in names)]


def _version(package: str) -> str:
    """The version of a package; one that is missing does not stop what can do without it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
