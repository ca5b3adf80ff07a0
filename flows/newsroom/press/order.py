"""What the press is told to print, and what it tells of it: files in a folder that two processes share."""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """A file that a PDF carries inside."""

    name: str
    description: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Pages to print one of: each takes a little less room than the one before, by closer type or by saying less."""

    pages: tuple[str, ...]  # whole pages of HTML
    day: dt.date | None = None  # of the files inside
    supplements: tuple[Supplement, ...] = ()
    most_pages: int | None = None  # sheets of paper; None: the first one, or one that saves a nearly empty last sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an order."""

    chosen: int  # index of the page that was printed
    sheets: int  # how many sheets of paper it takes
    has_good_tags: bool  # whether the tags were repaired; otherwise they are as WeasyPrint makes them


def paper(folder: Path) -> Path:
    """Where the PDF is put."""
    return folder / "paper.pdf"


def leave_order(folder: Path, order: Order) -> None:
    """Write an order for the press."""
    for number, page in enumerate(order.pages):
        (folder / f"page-{number}.html").write_text(page, encoding="utf-8")
    for number, supplement in enumerate(order.supplements):
        (folder / f"supplement-{number}").write_bytes(supplement.content)
    content = {
        "pages": len(order.pages),
        "day": order.day and order.day.isoformat(),
        "supplements": [[supplement.name, supplement.description] for supplement in order.supplements],
        "most_pages": order.most_pages,
    }
    (folder / "order.json").write_text(json.dumps(content), encoding="utf-8")


def take_order(folder: Path) -> Order:
    """Read an order, as the press does."""
    content = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    files = (
        Supplement(name=name, description=description, content=(folder / f"supplement-{number}").read_bytes())
        for number, (name, description) in enumerate(content["supplements"])
    )
    return Order(
        pages=tuple((folder / f"page-{n}.html").read_text(encoding="utf-8") for n in range(content["pages"])),
        day=dt.date.fromisoformat(content["day"]) if content["day"] else None,
        supplements=tuple(files),
        most_pages=content["most_pages"],
    )


def leave_outcome(folder: Path, outcome: Outcome) -> None:
    """Write what came of an order."""
    (folder / "outcome.json").write_text(json.dumps(asdict(outcome)), encoding="utf-8")


def take_outcome(folder: Path) -> Outcome:
    """Read what came of an order."""
    return Outcome(**json.loads((folder / "outcome.json").read_text(encoding="utf-8")))
