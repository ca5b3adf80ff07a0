"""When an issue is made by itself, how the work is spread and where things lie: [schedule], [run] and [folders]."""

import difflib
import re
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field

from flows.newsroom.settings.base import OptionalPath, Table


class Folders(Table):
    """Where things lie; relative to the folder of newsletter.toml."""

    seeds: Path = Path("seeds")
    output: Path = Path("output")
    state: Path = Path(".standfirst")
    templates: OptionalPath = None


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
