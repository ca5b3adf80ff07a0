"""What a coordinator may change without touching code: newsletter.toml, checked.

Arguments go before the environment (`STANDFIRST_FOLDERS__SEEDS`), the environment before the file.
"""

import difflib
import re
import tomllib
from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import Annotated, ClassVar, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from flows.newsroom.contrast import HEX, LEAST_FOR_TEXT, NIGHT, WHITE, contrast, nearest_shade
from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Imprint, Look, Masthead, Shade
from flows.newsroom.model.postroom import Sender
from flows.newsroom.settings.base import Optional, Table, public_address
from flows.newsroom.settings.delivery import DeliverySettings

FILE_NAME = "newsletter.toml"
ALL_EDITIONS = (
    "web",
    "pdf",
    "large_print",
    "noticeboard",
    "briefing",
    "text",
    "email_html",
    "email_text",
    "calendar",
    "stories",
    "record",
    "proof",
)


SECRETS = {
    ("language_model", "key"): "the language model's key",
    ("delivery", "server", "password"): "the mail account's password",
    ("delivery", "letterbox", "password"): "the letterbox's password",
}


class Newsletter(Table):
    """Who publishes the newsletter."""

    name: str = Field(default="Newsletter", min_length=1, max_length=80)
    strapline: Optional = None
    publisher: Optional = None
    editor: Optional = None
    contact: Optional = None


class Folders(Table):
    """Where things lie; relative to the folder of newsletter.toml."""

    seeds: Path = Path("seeds")
    output: Path = Path("output")
    state: Path = Path(".standfirst")
    templates: Annotated[Path | None, BeforeValidator(lambda text: text or None)] = None


def _known_colour(colour: str | None) -> str | None:
    if colour and not HEX.fullmatch(colour):
        raise ValueError("write a colour as # and six figures, such as #0b3c49")
    return colour


HexColour = Annotated[Optional, AfterValidator(_known_colour)]


class Style(Table):
    """The look of the newsletter; every colour must stand out from the paper behind it."""

    brand: HexColour = None
    public: HexColour = None
    practice: HexColour = None
    people: HexColour = None
    brand_dark: HexColour = None
    public_dark: HexColour = None
    practice_dark: HexColour = None
    people_dark: HexColour = None
    headings: Literal["serif", "sans"] = "serif"
    logo: Annotated[Path | None, BeforeValidator(lambda text: text or None)] = None
    logo_shows: Optional = None

    @model_validator(mode="after")
    def _tells_of_the_logo(self) -> Self:
        if self.logo and not self.logo_shows:
            raise ValueError("say in logo_shows what the logo shows, for readers who do not see it")
        return self

    @model_validator(mode="after")
    def _stands_out(self) -> Self:
        for name in ("brand", "public", "practice", "people"):
            light, dark = getattr(self, name), getattr(self, f"{name}_dark")
            if dark and not light:
                raise ValueError(f"{name}_dark goes with {name}; name both, or {name} alone")
            for key, colour, paper in ((name, light, WHITE), (f"{name}_dark", dark, NIGHT)):
                if colour and contrast(colour, paper) < LEAST_FOR_TEXT:
                    raise ValueError(_too_weak(key, colour, paper))
        return self

    @property
    def look(self) -> Look:
        """The same, as the newsroom knows it; a colour for the dark that was not named is a lighter shade."""
        return Look(
            brand=_shade(self.brand, self.brand_dark),
            public=_shade(self.public, self.public_dark),
            practice=_shade(self.practice, self.practice_dark),
            people=_shade(self.people, self.people_dark),
            has_serif_headings=self.headings == "serif",
        )


def _too_weak(key: str, colour: str, paper: str) -> str:
    ratio = floor(contrast(colour, paper) * 100) / 100
    return (
        f"{key} = {colour} has a contrast of {ratio}:1 with the paper {paper}, and words need "
        f"{LEAST_FOR_TEXT}:1; the nearest shade that can be read is {nearest_shade(colour, paper)}"
    )


def _shade(light: str | None, dark: str | None) -> Shade | None:
    return Shade(light=light, dark=dark or nearest_shade(light, NIGHT, 7)) if light else None


class ImprintSettings(Table):
    """What readers are told at the end of every issue."""

    host: Optional = None
    phone: Optional = None
    charity_number: Optional = None
    deadline: Optional = None
    next_issue: Optional = None
    leave: Optional = None
    privacy: Annotated[Optional, AfterValidator(public_address)] = None
    formats: Optional = None


class Archive(Table):
    """The site of back issues in the output folder."""

    address: Annotated[Optional, AfterValidator(public_address)] = None


class Documents(Table):
    """What is turned away, and what is furniture."""

    furniture: Annotated[Path | None, BeforeValidator(lambda text: text or None)] = None
    largest_megabytes: int = Field(default=10, ge=1, le=1_000)
    stop_above_percent: int = Field(default=90, ge=0, le=100)
    feed_days: int = Field(default=45, ge=1, le=10_000)


class Links(Table):
    """Which pages and feeds of the web are fetched, and how."""

    fetch: bool = True
    addresses: tuple[str, ...] = ()
    most: int = Field(default=100, ge=0, le=1_000)
    pause_seconds: float = Field(default=1.0, ge=0, le=60)
    trusted_hosts: tuple[str, ...] = ()


class IssueSettings(Table):
    """What an issue holds and which forms it takes."""

    most_stories: int = Field(default=60, ge=1, le=1_000)
    first_number: int = Field(default=0, ge=0, le=100_000)
    editions: tuple[str, ...] = Field(default=ALL_EDITIONS, min_length=1)


class PluginChoice(Table):
    """Which plug-in does a job, and with what options."""

    method: str
    options: dict[str, object] = Field(default_factory=dict)


class Categories(PluginChoice):
    """How the subject of a story is found, and among which subjects."""

    method: str = "hybrid"
    file: Annotated[Path | None, BeforeValidator(lambda text: text or None)] = None


def _known_timezone(name: str) -> str:
    if name not in available_timezones():
        near = difflib.get_close_matches(name, sorted(available_timezones()), n=1)
        raise ValueError(f"there is no time zone {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return name


def _known_cron(expression: str) -> str:
    parts = expression.split()
    if len(parts) != 5 or not all(re.fullmatch(r"[\w*/,-]+", part) for part in parts):  # noqa: PLR2004 - minute to weekday
        raise ValueError("write five parts, such as 0 7 * * MON for Mondays at seven")
    return expression


def _known_address(address: str | None) -> str | None:
    if address is None:
        return None
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query:
        raise ValueError("write an address such as https://models.example.org/v1, without a name, a key or a question")
    return address


class LanguageModelSettings(Table):
    """The language model that may reword summaries; off unless both base and model are named."""

    base: Annotated[Optional, AfterValidator(_known_address)] = None
    model: Optional = None
    format: Literal["auto", "json_schema", "json_object", "text"] = "auto"
    key: SecretStr | None = None  # only from the environment: STANDFIRST_LANGUAGE_MODEL__KEY

    @field_validator("key")
    @classmethod
    def _of_plain_letters(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and not re.fullmatch(r"[!-~]+", key.get_secret_value()):
            raise ValueError("a key has no blanks, line ends or accents; copy it again")
        return key

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.base is None) != (self.model is None):
            raise ValueError("name both base and model, or neither")
        return self


class Schedule(Table):
    """When `standfirst serve` makes an issue by itself."""

    cron: Annotated[str, AfterValidator(_known_cron)] = "0 7 * * MON"
    timezone: Annotated[str, AfterValidator(_known_timezone)] = "Europe/London"
    active: bool = True

    @property
    def zone(self) -> ZoneInfo:
        """The time zone whose day an issue is dated."""
        return ZoneInfo(self.timezone)


class Run(Table):
    """How the work is spread."""

    task_runner: str = Field(default="threads:2", pattern=r"^(threads:[1-9]\d*|dask:[1-9]\d*|dask:tcp://\S+|ray)$")


class Settings(BaseSettings):
    """Everything that a run needs to know."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, env_prefix="STANDFIRST_", env_nested_delimiter="__")
    stated: ClassVar[dict[str, object]] = {}  # what the file says

    newsletter: Newsletter = Newsletter()
    folders: Folders = Folders()
    style: Style = Style()
    imprint: ImprintSettings = ImprintSettings()
    archive: Archive = Archive()
    documents: Documents = Documents()
    links: Links = Links()
    issue: IssueSettings = IssueSettings()
    summary: PluginChoice = PluginChoice(method="centroid", options={"words": 85})
    categories: Categories = Categories()
    language_model: LanguageModelSettings = LanguageModelSettings()
    schedule: Schedule = Schedule()
    delivery: DeliverySettings = DeliverySettings()
    run: Run = Run()

    @property
    def masthead(self) -> Masthead:
        """Who publishes the newsletter and where, as the newsroom knows it."""
        return Masthead(
            **self.newsletter.model_dump(),
            address=self.archive.address,
            timezone=self.schedule.timezone,
            look=self.style.look,
            imprint=Imprint(**self.imprint.model_dump()),
        )

    @property
    def sender(self) -> Sender | None:
        """Whom the newsletter comes from, as the postroom knows it; None: nobody was named."""
        return self.delivery.sender_of(self.newsletter.name, self.newsletter.contact)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic names the parameters
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - likewise
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let arguments go before the environment, and the environment before the file."""
        stated = settings_cls.stated if issubclass(settings_cls, Settings) else {}
        return init_settings, env_settings, InitSettingsSource(settings_cls, init_kwargs=stated)


def read_settings(folder: Path, overrides: Mapping[str, Mapping[str, object]] | None = None) -> Settings:
    """Read the newsletter.toml of `folder`, if it has one.

    Args:
        folder: The forum's folder; relative folders in the settings are taken from here.
        overrides: Values that go before the file's and the environment's, by table.

    Raises:
        SettingsError: A key is not known, a value does not fit, or the file is no TOML.
    """
    file = folder / FILE_NAME

    class FromFolder(Settings):
        stated = _without_key(read_toml(file)) if file.exists() else {}

    try:
        settings = FromFolder.model_validate(dict(overrides or {}))
    except ValidationError as error:
        raise SettingsError("\n".join(_in_words(problem) for problem in error.errors())) from error
    documents = settings.documents
    if documents.furniture is not None:
        documents = documents.model_copy(update={"furniture": folder / documents.furniture})
    style = settings.style
    if style.logo is not None:
        style = style.model_copy(update={"logo": folder / style.logo})
    folders = _resolved(settings.folders, folder)
    delivery = settings.delivery.with_files_of(folder)
    return settings.model_copy(
        update={"folders": folders, "documents": documents, "style": style, "delivery": delivery}
    )


def _without_key(stated: dict[str, object]) -> dict[str, object]:
    """What the file says, unless it holds a secret: files are mailed and copied."""
    for path, words in SECRETS.items():
        table: object = stated
        for name in path[:-1]:
            table = table.get(name) if isinstance(table, dict) else None
        if isinstance(table, dict) and path[-1] in table:
            raise SettingsError(
                f"{FILE_NAME} must not hold {words}. Take the line out and set the environment variable "
                f"STANDFIRST_{'__'.join(path).upper()} instead."
            )
    return stated


def read_toml(file: Path) -> dict[str, object]:
    """The content of a TOML file that a person wrote.

    Raises:
        SettingsError: It cannot be opened, is no text, or is no TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))  # Windows' Notepad puts a mark in front
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{_short(file)} cannot be understood: {error}. Look near there for a missing quotation mark or bracket: "
            'text stands in quotation marks, as in rights = "ogl".'
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{_short(file)} is not plain text. Save it as text in UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{_short(file)} cannot be opened: {error.strerror}.") from error


def _short(file: Path) -> str:
    """A file's name with the folder it lies in, which tells it from others of the same name."""
    return f"{file.parent.name}/{file.name}" if file.parent.name else file.name


def _resolved(folders: Folders, base: Path) -> Folders:
    paths = {name: path and (base / path) for name, path in folders.model_dump().items()}
    return Folders.model_construct(**paths)


def _in_words(problem: ErrorDetails) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(problem["loc"][-1]), _known_keys(problem["loc"][:-1]), n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Take the line out."
        return f"{FILE_NAME} does not know {where!r}. {hint}"
    return f"{FILE_NAME}: {where} does not fit: {problem['msg'].removeprefix('Value error, ').rstrip('.?')}."


def _known_keys(path: tuple[int | str, ...]) -> list[str]:
    table: type[BaseModel] = Settings
    for part in path:
        inner = table.model_fields[str(part)].annotation if str(part) in table.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        table = inner
    return list(table.model_fields)
