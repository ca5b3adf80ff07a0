"""The categories of a forum, read from TOML that a coordinator may edit."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Category, Form, Taxonomy

_FILE = "The file of categories"

_OF_A_KEY = "[key]"  # where pydantic says that the key of a table is what does not fit

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]


_OfTen = Annotated[float, Field(ge=0, le=10)]


def _not_empty(entries: tuple[object, ...]) -> tuple[object, ...]:
    if not entries:
        raise PydanticCustomError("empty", "needs at least one entry")
    return entries


class _Table(BaseModel):
    """A table of the file: read-only, and strict about its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Category(_Table):
    key: _Key
    name: _Text
    line: _Text
    words: Annotated[tuple[_Text, ...], AfterValidator(_not_empty)]
    texts: tuple[_Text, ...] = ()
    forms: dict[Form, _OfTen] = Field(default_factory=dict)
    family: Literal["public", "practice", "people"] = "public"


class _Taxonomy(_Table):
    house: tuple[_Text, ...] = ()
    category: Annotated[tuple[_Category, ...], AfterValidator(_not_empty)]


_MEANINGS = {
    "missing": "is missing",
    "string_too_short": "is empty",
    "string_too_long": "is too long",
    "string_type": "must be text in quotation marks",
    "tuple_type": "must be a list in square brackets",
    "empty": "needs at least one entry",
    "string_pattern_mismatch": "may hold only letters a to z, figures and hyphens, and starts with a letter",
    "literal_error": "must be one of public, practice and people",
    "enum": "is no form of a document",
    "greater_than_equal": "must lie between 0 and 10",
    "less_than_equal": "must lie between 0 and 10",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "dict_type": 'must be a table such as { "news" = 2 }',
    "model_type": "must be a table under [[category]]",
}


def read_taxonomy(toml: str) -> Taxonomy:
    """Read the categories from the text of a TOML file such as taxonomy.toml beside this module.

    Raises:
        SettingsError: The text is no TOML, a line is not known, missing or does not fit, or two categories share a key
            or a name.
    """
    try:
        content = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{_FILE} cannot be understood: {error}. Look near there for a missing quotation mark or bracket."
        ) from error
    try:
        table = _Taxonomy.model_validate(content)
    except ValidationError as error:
        raise SettingsError("\n".join(_in_words(problem, content) for problem in error.errors())) from error
    _refuse_doubles("key", [category.key for category in table.category])
    _refuse_doubles("name", [category.name.casefold() for category in table.category])
    return Taxonomy(
        categories=tuple(
            Category(**category.model_dump(exclude={"forms"}), forms=tuple(category.forms.items()))
            for category in table.category
        ),
        house=table.house,
    )


@cache
def default_taxonomy() -> Taxonomy:
    """The ten categories that come with the newsroom."""
    return read_taxonomy(files(__package__).joinpath("taxonomy.toml").read_text(encoding="utf-8"))


def _refuse_doubles(field: str, values: list[str]) -> None:
    doubled = [value for value, count in Counter(values).items() if count > 1]
    if doubled:
        raise SettingsError(f"{_FILE} gives the {field} {doubled[0]!r} to two categories. Change one of them.")


def _in_words(problem: ErrorDetails, content: Mapping[str, Any]) -> str:
    *path, last = problem["loc"]
    within = _category_of(problem["loc"], content)
    if problem["type"] == "extra_forbidden":
        near = get_close_matches(str(last), (_Category if within else _Taxonomy).model_fields, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Take the line out."
        return f"{_FILE} does not know {last!r}{within}. {hint}"
    meaning = _MEANINGS.get(problem["type"], f"does not fit: {problem['msg'].rstrip('.')}")
    named = next(part for part in (last, *reversed(path)) if isinstance(part, str) and part != _OF_A_KEY)
    return f"{_FILE}: {named!r}{'' if named == 'category' else within} {meaning}."


def _category_of(path: tuple[int | str, ...], content: Mapping[str, Any]) -> str:
    """Where the trouble is: the category by its key, or by its place where it has none."""
    if path[0] != "category" or len(path) == 1:
        return ""
    place = int(path[1])
    entry = content["category"][place]
    key = entry.get("key") if isinstance(entry, dict) else None
    return f" in the category {key!r}" if isinstance(key, str) else f" in category {place + 1}"
