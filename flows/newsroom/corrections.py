"""What a person decided about the subject or the form of single documents: seeds/corrections.toml.

    ["minutes/carers forum.txt"]        # a document, by its path among the seeds or by its id in report.json
    category = "voluntary"              # the key of a category
    form = "meeting note"

A correction holds exactly for its document. Taking the lines out takes it back: nothing else was changed by it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Classification, Form, Source, Taxonomy, Topic

_FILE = "corrections.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A decision; `None` where nothing was decided."""

    category: str | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """All decisions, by the path or the id of their document."""

    by_document: Mapping[str, Correction] = field(default_factory=dict)

    def of(self, source: Source) -> Correction:
        """What was decided about a document; what is said of its id goes before what is said of its path."""
        return self.by_document.get(source.id) or self.by_document.get(source.path) or Correction()

    def concern(self, source: Source) -> bool:
        """Whether anything was decided about a document, or about one that lies within it."""
        return source.id in self.by_document or any(
            name == source.path or name.startswith(f"{source.path}/") for name in self.by_document
        )

    def apply(self, source: Source, found: Classification) -> Classification:
        """The classification with what a person decided in place of what was found."""
        decided = self.of(source)
        if decided.category is not None:
            topic = Topic(category=decided.category, confidence=1.0, evidence=())
            found = replace(found, topics=(topic,), doubt=None, is_settled=True)
        if decided.form is not None:
            found = replace(found, form=decided.form, form_evidence=())
        return found


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    category: str | None = None
    form: Form | None = None


def read_corrections(toml: str, taxonomy: Taxonomy) -> Corrections:
    """Read the text of a corrections.toml.

    Raises:
        SettingsError: It is no TOML, or names a category, a form or a key that does not exist.
    """
    try:
        tables = TypeAdapter(dict[str, _Table]).validate_python(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{_FILE} cannot be understood: {error}. Look near there for a missing quotation mark or bracket: "
            'a document\'s path stands in both, as in ["minutes of May.txt"].'
        ) from error
    except ValidationError as error:
        raise SettingsError(f"{_FILE}: {_wrong(error)}") from error
    keys = [category.key for category in taxonomy.categories]
    for document, table in tables.items():
        if table.category is not None and table.category not in keys:
            near = get_close_matches(table.category, keys, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Choose one of: {', '.join(keys)}."
            raise SettingsError(f"{_FILE}: there is no category {table.category!r} (for {document!r}). {hint}")
    return Corrections(
        by_document={name: Correction(category=table.category, form=table.form) for name, table in tables.items()}
    )


def _wrong(error: ValidationError) -> str:
    """The first thing that does not fit, and where."""
    problem = error.errors()[0]
    document, *line = (str(part) for part in problem["loc"])
    if not line:
        return f"{document!r} must be a table: write the document's path in square brackets, on a line of its own."
    if problem["type"] == "extra_forbidden":
        return f"{line[0]!r} (for {document!r}) is not known; a correction has a category, a form, or both."
    forms = ", ".join(Form)
    return f"{line[0]!r} (for {document!r}) does not fit." + (f" The forms are: {forms}." if line[0] == "form" else "")
