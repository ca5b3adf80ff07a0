"""Letters of a made-up forum, from a real issue and its real editions."""

from functools import cache

from flows.newsroom.model.postroom import Member, Sender
from flows.newsroom.postroom.keys import Keys
from flows.newsroom.postroom.message import Papers, Stationery
from flows.newsroom.press.house import house_templates
from flows.newsroom.record import issue_record
from flows.newsroom.renderers.email_html import EmailHtml
from flows.newsroom.renderers.email_text import EmailText
from tests.newsroom.renderers.sample_issues import MASTHEAD, rich_issue

KEYS = Keys(addresses=b"addresses of a test", links=b"links of a test")
MEMBER = Member(id="4f2a9c01d7be", email="jane.archer@example.org", name="Jane Archer")
DATE = "Sat, 21 Nov 2026 09:00:00 +0000"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
SENDER = Sender(
    address="news@forum.example.org",
    name="Practice Matters",
    reply_to="editor@forum.example.org",
    bounces="bounces@forum.example.org",
    list_id="news.forum.example.org",
    leave="leave@forum.example.org",
    postal_address="1 High Street, Eastmarsh EM1 1AA",
)
STATIONERY = Stationery(masthead=MASTHEAD, sender=SENDER, templates=house_templates())


@cache
def sample_papers() -> Papers:
    """An issue as it lies in the output folder; its PDF is one in name only."""
    issue = rich_issue()
    return Papers(
        record=issue_record(issue),
        html=EmailHtml()(issue).content.decode(),
        text=EmailText()(issue).content.decode(),
        pdf=PDF,
    )
