"""Corrections on the page of an issue that was sent: a stamp that is laid on it, and can be taken off again.

What was sent stays as it is; a stamp only adds, between two marks, and what is left without it are the sent bytes.
So a stamp can always be told from a page that somebody has changed.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from flows.newsroom.archive.back_issues import PAGE, RECORD
from flows.newsroom.errors import IssueError
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model import Edition, Erratum
from flows.newsroom.press.environment import fill, house_style

_BEGIN, _END = "<!--correction-->", "<!--/correction-->"  # a document's words are escaped, and never hold them
_STAMP = re.compile(f"{_BEGIN}.*?{_END}", re.DOTALL)
_HEAD, _MASTHEAD, _HEADLINE = "</head>", "</header>", "</h3>"
_STYLE = "correction.css"


def stamp_issue(sent: Mapping[str, bytes], errata: Sequence[Erratum], templates: Path) -> tuple[Edition, ...]:
    """The page and the record of an issue with its corrections on them; the PDFs and the mail have no stamp.

    Args:
        sent: The files of the issue as they were sent, by name.
        errata: All corrections of it, the oldest first.
        templates: The folder of templates.

    Raises:
        IssueError: The page that was sent is none of ours.
        MachineError: A template is missing.
    """
    stamped = []
    if PAGE in sent:
        page = _stamp_page(sent[PAGE].decode(), errata, templates, has_pdf=any(name.endswith(".pdf") for name in sent))
        stamped.append(Edition(filename=PAGE, media_type="text/html", content=page.encode()))
    if RECORD in sent:
        record = json.loads(sent[RECORD]) | {"corrections": list(map(_record, errata))}
        content = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
        stamped.append(Edition(filename=RECORD, media_type="application/json", content=content.encode()))
    return tuple(stamped)


def is_as_sent(name: str, present: bytes, sent: bytes) -> bool:
    """Whether a file of an issue is as it was sent, but for stamps."""
    if present == sent:
        return True
    if name == PAGE:
        return _STAMP.sub("", present.decode(errors="replace")).encode() == sent
    return name == RECORD and _without_corrections(present) == _without_corrections(sent) is not None


def _stamp_page(page: str, errata: Sequence[Erratum], templates: Path, *, has_pdf: bool) -> str:
    style = Markup("<style>{}</style>").format(house_style(templates, _STYLE))
    page = _put(page, page.find(_HEAD), style)
    top = fill(templates, "corrections.html.jinja", errata=errata, has_pdf=has_pdf, in_words=in_words)
    masthead = page.find(_MASTHEAD)
    page = _put(page, masthead + len(_MASTHEAD) if masthead >= 0 else -1, top)
    for erratum in reversed(errata):
        article = page.find(f'<article id="{erratum.story_anchor}"')
        headline = page.find(_HEADLINE, article) if article >= 0 else -1
        if headline >= 0:
            note = fill(templates, "correction.html.jinja", erratum=erratum, in_words=in_words)
            page = _put(page, headline + len(_HEADLINE), note)
    return page


def _put(page: str, place: int, stamp: str) -> str:
    if place < 0:
        raise IssueError(
            f"{PAGE} of that issue is no page that Standfirst has made, so no correction can be put on it. "
            "Add it by hand."
        )
    return f"{page[:place]}{_BEGIN}{stamp}{_END}{page[place:]}"


def _record(erratum: Erratum) -> dict[str, object]:
    return {
        "number": erratum.number,
        "day": erratum.day.isoformat(),
        "story": erratum.story,
        "paragraphs": list(erratum.paragraphs),
    }


def _without_corrections(record: bytes) -> object:
    try:
        read = json.loads(record)
    except ValueError:
        return None
    return {name: value for name, value in read.items() if name != "corrections"} if isinstance(read, dict) else None
