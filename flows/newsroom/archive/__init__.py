"""The archive: the output folder as a site of back issues that works from a disk and from any web server.

issue.json of every date | back issues | pages, search, feeds | written where they changed

A page of an issue that was sent stays as it is; a correction is a stamp upon it.
"""

from flows.newsroom.archive.back_issues import BackIssue, count_before, previous_issue, read_back_issues
from flows.newsroom.archive.folders import (
    FOR_THE_COORDINATOR,
    copy_for_readers,
    issue_folder,
    publish,
    publish_pages,
    replace_editions,
)
from flows.newsroom.archive.listing import Site
from flows.newsroom.archive.revisiting import ask_about, revisit
from flows.newsroom.archive.site import make_site
from flows.newsroom.archive.stamping import is_as_sent, stamp_issue

__all__ = [
    "FOR_THE_COORDINATOR",
    "BackIssue",
    "Site",
    "ask_about",
    "copy_for_readers",
    "count_before",
    "is_as_sent",
    "issue_folder",
    "make_site",
    "previous_issue",
    "publish",
    "publish_pages",
    "read_back_issues",
    "replace_editions",
    "revisit",
    "stamp_issue",
]
