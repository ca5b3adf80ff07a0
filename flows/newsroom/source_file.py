"""What a person says about documents, in the `source.toml` of their folder.

A folder may carry a `source.toml` that says what all its documents have in common:

    organisation = "Anytown Council"
    address = "https://www.example.org/news"
    rights = "ogl"            # own, ogl, press or ask
    category = "policy"

It holds for the folders inside it too, until one of them says otherwise, line by line. One document of a
mixed folder has a table of its own, after the lines for all:

    [file."spring news.txt"]
    rights = "press"
    title = "Respite care reopens"
    published = 2026-03-20
    leave_out = true
    decided = ["privacy"]     # print it all the same, without the passages that are held back

So has a document that lies within another one: [file."letter.eml/minutes.pdf"], and a page of the web that the
folder's links.txt names: [file."https://www.example.org/news"].
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Defaults, LightKind, Rights, Within
from flows.newsroom.settings import read_toml

DEFAULTS_FILE = "source.toml"

_DECIDABLE = frozenset({LightKind.PRIVACY, LightKind.RIGHTS, LightKind.INSTRUCTION})  # of which there are red lights


def is_web_address(name: str) -> bool:
    """Whether a document is named by where it stands on the web."""
    return name.startswith(("https://", "http://"))


def _web_address(address: str) -> str:
    if not is_web_address(address):
        raise ValueError("a web address begins with https://")
    return address


def _may_be_decided(kind: LightKind) -> LightKind:
    if kind not in _DECIDABLE:
        raise ValueError(f"only these can be decided: {', '.join(sorted(_DECIDABLE))}")
    return kind


class _Lines(BaseModel):
    """What may be said of all documents of a folder."""

    model_config = ConfigDict(extra="forbid")

    organisation: str | None = None
    address: Annotated[str, AfterValidator(_web_address)] | None = None
    rights: Rights | None = None
    category: str | None = None


class _FileLines(_Lines):
    """What may be said of one document."""

    title: str | None = None
    published: dt.date | None = None
    leave_out: bool = False
    decided: tuple[Annotated[LightKind, AfterValidator(_may_be_decided)], ...] = ()


class _Table(_Lines):
    """A source.toml, checked."""

    file: dict[str, _FileLines] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person said of a document."""

    defaults: Defaults = field(default_factory=Defaults)
    leave_out: bool = False
    within: tuple[Within, ...] = ()  # of the documents that lie within it
    beside: tuple[str, ...] = ()  # names of the files beside it that are no documents

    def with_lines(self, lines: _Lines, *, is_file: bool = False) -> "Said":
        """The same, with what `lines` say on top."""
        stated = {key: value for key, value in lines if value and key in _KEYS}
        if is_file and lines.rights:
            stated["has_own_rights"] = True
        return Said(
            defaults=replace(self.defaults, **stated), leave_out=isinstance(lines, _FileLines) and lines.leave_out
        )


_KEYS = frozenset(one.name for one in fields(Defaults))


def read_source_file(folder: Path, inherited: Said) -> tuple[Said, dict[str, Said]]:
    """What holds for all documents of `folder`, and for those that have a table of their own, by name or address.

    Raises:
        SettingsError: A line does not fit, or speaks of a file that is not there.
    """
    file = folder / DEFAULTS_FILE
    if not file.is_file():
        return inherited, {}
    try:
        lines = _Table.model_validate(read_toml(file))
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            f"{folder.name}/{DEFAULTS_FILE}: {'.'.join(map(str, first['loc']))} does not fit: {first['msg']}. "
            f"The lines it may have are: {', '.join(_Lines.model_fields)}; "
            f'after [file."a name.txt"] also: {", ".join(_FileLines.__annotations__)}.'
        ) from error
    outer = {name: name if is_web_address(name) else name.partition("/")[0] for name in lines.file}
    if missing := [name for name in outer if not is_web_address(name) and not (folder / outer[name]).exists()]:
        raise SettingsError(
            f"{folder.name}/{DEFAULTS_FILE} speaks of {missing[0]!r}, which is not in that folder. Is the name right?"
        )
    said = inherited.with_lines(lines)
    files = {name: said.with_lines(of_file, is_file=True) for name, of_file in lines.file.items()}
    whole = {name: one for name, one in files.items() if name == outer[name]}
    for name in set(outer.values()):
        whole[name] = with_those_within(name, whole.get(name, said), files)
    return said, whole


def with_those_within(name: str, said: Said, files: Mapping[str, Said]) -> Said:
    """What was said of a document, with what was said of those that lie within it.

    Args:
        name: The document.
        said: What was said of it.
        files: What was said of all, by name: "letter.eml/minutes.pdf" lies within "letter.eml".
    """
    inner = {one.removeprefix(f"{name}/"): files[one] for one in files if one.startswith(f"{name}/")}
    within = (Within(name=one, defaults=inner[one].defaults, leave_out=inner[one].leave_out) for one in inner)
    return replace(said, within=tuple(within))
