"""What a coordinator may change without touching code: newsletter.toml, checked.

Arguments go before the environment (`STANDFIRST_FOLDERS__SEEDS`), the environment before the file.
"""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Imprint, Masthead
from flows.newsroom.model.postroom import Sender
from flows.newsroom.settings.delivery import DeliverySettings
from flows.newsroom.settings.documents import Documents, Links
from flows.newsroom.settings.file import FILE_NAME, read_toml, without_secrets
from flows.newsroom.settings.issue import Categories, IssueSettings, Lengths, PluginChoice, Summarising
from flows.newsroom.settings.language_model import LanguageModelSettings
from flows.newsroom.settings.publisher import Archive, ImprintSettings, Newsletter
from flows.newsroom.settings.running import Folders, Run, Schedule
from flows.newsroom.settings.style import Style

__all__ = [
    "FILE_NAME",
    "Categories",
    "LanguageModelSettings",
    "Lengths",
    "PluginChoice",
    "Settings",
    "read_settings",
    "read_toml",
]


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
    lengths: Lengths = Lengths()
    summary: Summarising = Summarising()
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
        stated = without_secrets(read_toml(file)) if file.exists() else {}

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


def _resolved(folders: Folders, base: Path) -> Folders:
    paths = {name: path and (base / path) for name, path in folders.model_dump().items()}
    return Folders.model_construct(**paths)


_HOW_TO_WRITE = dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "write a whole number, such as 30")
_HOW_TO_WRITE |= dict.fromkeys(("float_type", "float_parsing"), "write a number, such as 0.5")
_HOW_TO_WRITE |= dict.fromkeys(("bool_type", "bool_parsing"), "write true or false, without quotation marks")
_HOW_TO_WRITE |= {
    "tuple_type": 'write a list in square brackets, such as ["North", "Students"]',
    "string_type": 'write it in quotation marks, such as "North"',
}


_BOUNDS = {
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
    "greater_than": "write more than {gt}",
    "less_than": "write less than {lt}",
}


def _in_words(problem: ErrorDetails) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(problem["loc"][-1]), _known_keys(problem["loc"][:-1]), n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Take the line out."
        return f"{FILE_NAME} does not know {where!r}. {hint}"
    bound = _BOUNDS.get(problem["type"], "").format(**problem.get("ctx", {}))
    words = _HOW_TO_WRITE.get(problem["type"]) or bound or problem["msg"].removeprefix("Value error, ").rstrip(".?")
    return f"{FILE_NAME}: {where} does not fit: {words}."


def _known_keys(path: tuple[int | str, ...]) -> list[str]:
    table: type[BaseModel] = Settings
    for part in path:
        inner = table.model_fields[str(part)].annotation if str(part) in table.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        table = inner
    return list(table.model_fields)
