"""The file newsletter.toml, as a person wrote it."""

import re
import tomllib
from pathlib import Path

from flows.newsroom.errors import SettingsError

FILE_NAME = "newsletter.toml"
_TWICE = re.compile("twice|overwrite")  # as the standard library says it
SECRETS = {
    ("language_model", "key"): "the language model's key",
    ("delivery", "server", "password"): "the mail account's password",
    ("delivery", "letterbox", "password"): "the letterbox's password",
}
"""What stands in the environment only, by its place among the settings."""


def read_toml(file: Path) -> dict[str, object]:
    """The content of a TOML file that a person wrote.

    Raises:
        SettingsError: It cannot be opened, is no text, or is no TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))  # Windows' Notepad puts a mark in front
    except tomllib.TOMLDecodeError as error:
        if _TWICE.search(str(error)):
            raise SettingsError(
                f"{_short(file)}: a table or a setting stands there twice ({error}). Keep one, with all its lines."
            ) from error
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


def without_secrets(stated: dict[str, object]) -> dict[str, object]:
    """What the file says, which holds no secret: files are mailed and copied.

    Raises:
        SettingsError: It holds one.
    """
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
