"""What the PDF of an issue carries inside, for programs of others."""

from flows.newsroom.model import Issue
from flows.newsroom.press.order import Supplement
from flows.newsroom.record import issue_json, readers_record


def supplements(issue: Issue) -> tuple[Supplement, ...]:
    """The files inside: the issue as data, without what is for the coordinator's eyes alone."""
    record = issue_json(readers_record(issue))
    return (Supplement(name="issue.json", description="This issue as data", content=record),)
