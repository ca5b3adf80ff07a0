"""issue.json: the whole issue with its provenance, for people who build on it."""

from dataclasses import dataclass
from pathlib import Path

from flows.newsroom.model import Edition, Issue
from flows.newsroom.record import issue_json, issue_record


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEdition:
    """Writes an issue as JSON, by the schema in docs/issue.schema.json."""

    templates: Path | None = None  # every edition is offered the folder; this one has no template

    def __call__(self, issue: Issue) -> Edition:
        """Render `issue`."""
        content = issue_json(issue_record(issue))
        return Edition(filename="issue.json", media_type="application/json", content=content)


plugin = RecordEdition
