"""What a run leaves in Prefect for whoever looks at it there: counts, ids and places, never names or text."""

from collections.abc import Sequence
from pathlib import Path

from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact

from flows.newsroom.report import Report


def leave_artifacts(report: Report, published: Sequence[Path]) -> None:
    """Leave a summary, the table of documents that were left out, and a link to each edition."""
    create_markdown_artifact(
        key="newsletter-summary",
        markdown=f"{report.documents} documents: {len(report.stories)} stories, {len(report.left_out)} left out, "
        f"{report.decisions} things for the coordinator to look at.",
        description=f"The issue of {report.date}",
    )
    create_table_artifact(
        key="newsletter-left-out",
        table=[{"document": one.document, "stage": one.stage.value, "reason": one.reason} for one in report.left_out],
        description="Documents that are not in the issue, by the SHA-256 of their bytes",
    )
    for path in published:
        create_link_artifact(
            key=f"newsletter-{path.stem.lower()}-{path.suffix.removeprefix('.')}",
            link=path.resolve().as_uri(),
            link_text=path.name,
        )
