"""Filling a template: strict about what is missing, and deaf to markup in what is filled in."""

import base64
import hashlib
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, select_autoescape
from markupsafe import Markup

from flows.newsroom.errors import IssueError, MachineError
from flows.newsroom.press import wording
from flows.newsroom.press.letters import foldable, neutral


def fill(templates: Path, name: str, /, **values: object) -> str:
    """Fill the template called `name` with `values`.

    In a template for HTML every value is escaped; only `Markup`, which we make of our own
    stylesheets alone, passes as it is. In a template for text nothing is escaped.

    Raises:
        IssueError: The template is at fault: it asks for something that is not there, or cannot be read as a template.
        MachineError: There is no such template.
    """
    try:
        return _environment(templates).get_template(name).render(values)
    except TemplateNotFound as error:
        raise MachineError(
            f"The template {error.name or name} is missing. Put it back into the templates folder, "
            "or install the program again."
        ) from error
    except TemplateError as error:
        raise IssueError(
            f"The template {name} is at fault at line {_line(error, templates)}: {error.message}. "
            "Undo the last change to it, or ask whoever keeps the templates to mend it."
        ) from error


def house_style(templates: Path, name: str) -> Markup:
    """A stylesheet or script of ours, as it may stand in a page.

    Raises:
        MachineError: There is no such file.
    """
    try:
        return Markup((templates / name).read_text(encoding="utf-8"))  # noqa: S704 - a file of ours, no document's words
    except OSError as error:
        raise MachineError(
            f"The file {name} cannot be read. Put it back into the templates folder, or install the program again."
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script of ours and its digest, by which a page's policy lets it run and no other."""

    text: Markup
    policy: str  # such as "sha256-..."


def inline_script(templates: Path, name: str) -> Script:
    """A script of ours, as it may stand in a page.

    Raises:
        MachineError: There is no such script.
    """
    text = house_style(templates, name)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return Script(text=text, policy=f"sha256-{digest}")


@cache
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.jinja",), ("txt.jinja",), default=True),
        finalize=_neutral,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["foldable"] = foldable
    environment.filters["site"] = wording.site
    environment.filters["bare"] = wording.bare
    environment.filters["opening"] = wording.opening
    environment.filters["stop"] = wording.stop
    environment.filters["wrapped"] = wording.wrapped
    environment.tests["mailbox"] = wording.is_mailbox
    return environment


def _neutral(value: object) -> object:
    return neutral(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _line(error: TemplateError, templates: Path) -> int | None:
    """The line of the template that raised `error`: in a fault of its grammar it is named, else it is on the stack."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename).is_relative_to(templates)]
    return getattr(error, "lineno", None) or (lines[-1] if lines else None)
