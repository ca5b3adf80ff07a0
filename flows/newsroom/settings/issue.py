"""What an issue holds: the tables [issue], [lengths], [summary] and [categories]."""

from pydantic import Field, field_validator

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


class Lengths(Table):
    """About how many words of a story are printed, by the place where it stands."""

    lead: int = Field(default=85, ge=20, le=400)
    story: int = Field(default=85, ge=20, le=400)
    mail_lead: int = Field(default=110, ge=10, le=400)
    mail_story: int = Field(default=40, ge=10, le=400)
    noticeboard: int = Field(default=45, ge=10, le=100)
    briefing: int = Field(default=40, ge=10, le=100)

    @property
    def longest(self) -> int:
        """The length for which summaries are made; all others are cut from it."""
        return max(self.lead, self.story)

    def shorter(self, words: int) -> int | None:
        """To how many words a summary is cut for a place of so many; None: it was made for such a place."""
        return words if words < self.longest else None


class PluginChoice(Table):
    """Which plug-in does a job, and with what options."""

    method: str
    options: dict[str, object] = Field(default_factory=dict)


class Summarising(PluginChoice):
    """How summaries are made."""

    method: str = "centroid"

    @field_validator("options")
    @classmethod
    def _has_no_length(cls, options: dict[str, object]) -> dict[str, object]:
        if "words" in options:
            raise ValueError("how long a summary is stands in the table [lengths], as lead and story; take words out")
        return options


class Categories(PluginChoice):
    """How the subject of a story is found, and among which subjects."""

    method: str = "hybrid"
    file: OptionalPath = None
