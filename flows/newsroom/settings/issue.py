"""What an issue holds: the tables [issue], [summary] and [categories]."""

from pydantic import Field

from flows.newsroom.settings.base import OptionalPath, Table

ALL_EDITIONS = (
    "web",
    "pdf",
    "large_print",
    "noticeboard",
    "briefing",
    "text",
    "email_html",
    "email_text",
    "calendar",
    "stories",
    "record",
    "proof",
)


class IssueSettings(Table):
    """What an issue holds and which forms it takes."""

    most_stories: int = Field(default=60, ge=1, le=1_000)
    first_number: int = Field(default=0, ge=0, le=100_000)
    from_archive: bool = True
    editions: tuple[str, ...] = Field(default=ALL_EDITIONS, min_length=1)


class PluginChoice(Table):
    """Which plug-in does a job, and with what options."""

    method: str
    options: dict[str, object] = Field(default_factory=dict)


class Categories(PluginChoice):
    """How the subject of a story is found, and among which subjects."""

    method: str = "hybrid"
    file: OptionalPath = None
