"""The archive: the output folder as a site of back issues that works from a disk and from any web server.

issue.json of every date | back issues | pages, search, feeds | written where they changed
"""

from flows.newsroom.archive.back_issues import BackIssue, count_before, previous_issue, read_back_issues
from flows.newsroom.archive.folders import FOR_THE_COORDINATOR, copy_for_readers, issue_folder, publish, publish_pages
from flows.newsroom.archive.site import Site, make_site

__all__ = [
    "FOR_THE_COORDINATOR",
    "BackIssue",
    "Site",
    "copy_for_readers",
    "count_before",
    "issue_folder",
    "make_site",
    "previous_issue",
    "publish",
    "publish_pages",
    "read_back_issues",
]
