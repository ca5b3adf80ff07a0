"""What of an issue goes into a mail, read from the folder in which it lies."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from flows.newsroom.errors import IssueError
from flows.newsroom.record import IssueRecord, issue_json

RECORD, HTML, TEXT, PDF = "issue.json", "email.html", "email.txt", "newsletter.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """An issue as it was approved: its record and the editions that are mailed."""

    record: IssueRecord
    html: str = field(repr=False)
    text: str = field(repr=False)
    pdf: bytes | None = field(default=None, repr=False)  # None: no PDF is made of the issues

    def files(self) -> dict[str, bytes]:
        """The same as files by name, from which `read_papers` makes it again."""
        words = {RECORD: issue_json(self.record), HTML: self.html.encode(), TEXT: self.text.encode()}
        return words if self.pdf is None else words | {PDF: self.pdf}


def read_papers(folder: Path) -> Papers:
    """The papers of the issue that lies in `folder`.

    Raises:
        IssueError: One of them is missing, or is not what it should be.
    """
    pdf = folder / PDF
    try:
        return Papers(
            record=IssueRecord.model_validate_json((folder / RECORD).read_bytes()),
            html=(folder / HTML).read_text(encoding="utf-8"),
            text=(folder / TEXT).read_text(encoding="utf-8"),
            pdf=pdf.read_bytes() if pdf.exists() else None,
        )
    except OSError as error:
        raise IssueError(
            f"The issue of {folder.name} cannot be mailed: {Path(error.filename or folder).name} is missing or cannot "
            "be read. Its editions must include record, email_html and email_text; draft it again."
        ) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise IssueError(
            f"The issue of {folder.name} cannot be mailed: one of its files is damaged, or was made by another version "
            "of Standfirst. Draft it again."
        ) from error
