"""The archive's own pages in the output folder, as the settings want them."""

from dataclasses import replace

from flows.newsroom.archive import Site, make_site, publish_pages, read_back_issues
from flows.newsroom.model import PLEASE_CHECK, PLEASE_CHECK_TITLE
from flows.newsroom.settings import Settings
from flows.recipe import make_masthead, make_taxonomy


def update_archive(settings: Settings) -> None:
    """Bring the pages and feeds of the archive up to date with the issues that lie there.

    Raises:
        IssueError: They cannot be written.
    """
    output = settings.folders.output
    publish_pages(output, make_site(read_back_issues(output), _site(settings)))


def _site(settings: Settings) -> Site:
    sections = {category.key: category.name for category in make_taxonomy(settings).categories}
    site = Site(
        masthead=make_masthead(settings),
        address=settings.archive.address,
        sections={**sections, PLEASE_CHECK: PLEASE_CHECK_TITLE},
    )
    return replace(site, templates=settings.folders.templates) if settings.folders.templates else site
