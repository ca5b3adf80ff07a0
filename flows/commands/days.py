"""Days as a person types them on the command line."""

import datetime as dt

import typer


def day_if_given(text: str | None) -> dt.date | None:
    """The day that `--date` names; None where it is not given."""
    return day_of(text, "--date") if text else None


def day_of(text: str, where: str) -> dt.date:
    """The day that somebody typed as `where`.

    Raises:
        BadParameter: It is no day.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no day. Write the year first, and a day that the month has: 2026-11-30.", param_hint=where
        ) from error
