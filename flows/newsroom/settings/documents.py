"""What comes in: the tables [documents] and [links]."""

from pydantic import Field

from flows.newsroom.settings.base import OptionalPath, Table


class Documents(Table):
    """What is turned away, and what is furniture."""

    furniture: OptionalPath = None
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
