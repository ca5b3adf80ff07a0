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
    author = "Ann Archer"
    published = 2026-03-20
    days = { "17 August" = 2026-08-17 }    # a day in its text, as it stands there, and which one it is
    leave_out = true
    decided = ["privacy"]     # print it all the same, without the passages that are held back

So has a document that lies within another one: [file."letter.eml/minutes.pdf"], and a page of the web that the
folder's links.txt names: [file."https://www.example.org/news"].

The lines of one document may stand in a file of their own beside it, named after it: "spring news.txt.toml".
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Defaults, LightKind, Rights, SettledDay, Within
from flows.newsroom.settings import read_toml

DEFAULTS_FILE = "source.toml"

_SIDECAR = ".toml"

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
    author: str | None = None
    published: dt.date | None = None
    days: dict[str, dt.date] = Field(default_factory=dict)
    leave_out: bool = False
    decided: tuple[Annotated[LightKind, AfterValidator(_may_be_decided)], ...] = ()


class _Table(_Lines):
    """A source.toml, checked."""

    file: dict[str, _FileLines] = Field(default_factory=dict)


_AnyLines = TypeVar("_AnyLines", bound=_Lines)


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
        if isinstance(lines, _FileLines) and lines.days:
            stated["days"] = tuple(SettledDay(words=words, date=date) for words, date in lines.days.items())
        if is_file and lines.rights:
            stated["has_own_rights"] = True
        leaves_out = isinstance(lines, _FileLines) and lines.leave_out
        return Said(defaults=replace(self.defaults, **stated), leave_out=self.leave_out or leaves_out)


_KEYS = frozenset(one.name for one in fields(Defaults))


def is_sidecar(name: str) -> bool:
    """Whether a file speaks of the one beside it: "minutes.pdf.toml" of "minutes.pdf"."""
    return name.endswith(_SIDECAR) and bool(Path(_spoken_of(name)).suffix)


def _spoken_of(sidecar: str) -> str:
    return sidecar.removesuffix(_SIDECAR)


def read_source_file(folder: Path, inherited: Said) -> tuple[Said, dict[str, Said]]:
    """What holds for all documents of `folder`, and for those that have lines of their own, by name or address.

    What stands beside a document goes before what its folder says of it.

    Raises:
        SettingsError: A line does not fit, or speaks of a file that is not there.
    """
    file = folder / DEFAULTS_FILE
    lines = _read(file, _Table) if file.is_file() else _Table()
    outer = {name: name if is_web_address(name) else name.partition("/")[0] for name in lines.file}
    if missing := [name for name in outer if not is_web_address(name) and not (folder / outer[name]).exists()]:
        raise SettingsError(
            f"{folder.name}/{DEFAULTS_FILE} speaks of {missing[0]!r}, which is not in that folder. Is the name right?"
        )
    said = inherited.with_lines(lines)
    files = {name: said.with_lines(of_file, is_file=True) for name, of_file in lines.file.items()}
    for name, of_file in _sidecars(folder):
        files[name] = files.get(name, said).with_lines(of_file, is_file=True)
        outer[name] = name
    whole = {name: one for name, one in files.items() if name == outer[name]}
    for name in set(outer.values()):
        whole[name] = with_those_within(name, whole.get(name, said), files)
    return said, whole


def _sidecars(folder: Path) -> Iterator[tuple[str, _FileLines]]:
    """The lines that stand beside documents, with the names of those."""
    for file in sorted(folder.glob(f"[!.~]*{_SIDECAR}")):
        if is_sidecar(file.name) and file.is_file():
            name = _spoken_of(file.name)
            if not (folder / name).exists():
                raise SettingsError(
                    f"{folder.name}/{file.name} speaks of {name!r}, which is not beside it. "
                    "Put the document there, give this file its name with .toml behind it, or delete this file."
                )
            yield name, _read(file, _FileLines)


def _read(file: Path, kind: type[_AnyLines]) -> _AnyLines:
    try:
        return kind.model_validate(read_toml(file))
    except ValidationError as error:
        first = error.errors()[0]
        of_folder, of_file = ", ".join(_Lines.model_fields), ", ".join(_FileLines.__annotations__)
        lines = (
            f"{of_folder}, {of_file}"
            if kind is _FileLines
            else f'{of_folder}; after [file."a name.txt"] also: {of_file}'
        )
        raise SettingsError(
            f"{file.parent.name}/{file.name}: {'.'.join(map(str, first['loc']))} does not fit: {first['msg']}. "
            f"The lines it may have are: {lines}."
        ) from error


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
