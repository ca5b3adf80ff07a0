"""`standfirst who`: who got it, who did not and why, who is in doubt, what to do next."""

from contextlib import suppress
from pathlib import Path

from flows.assessing import draft_folder
from flows.console import say, shown
from flows.newsroom.errors import InterlockError, IssueError
from flows.newsroom.model.postroom import Mailing, MailingKind
from flows.newsroom.postroom.custody import keep_page
from flows.newsroom.postroom.lock import only_sender
from flows.newsroom.postroom.standing import Circumstances, Standing, noun, tell
from flows.newsroom.press.environment import fill
from flows.newsroom.press.house import house_templates
from flows.newsroom.settings import read_settings
from flows.office import Office, open_office

_NAMED = 3  # of the mailings there are, where another was asked for
_MOST_ON_SCREEN = 50  # of those of whom the same is to be said; the page names all


def show_standing(mailing_id: str | None) -> None:
    """Say how a mailing stands, on the screen and on a page for its owner; None: the newest one.

    Raises:
        IssueError: There is no such mailing, nor a draft of it.
    """
    with open_office(read_settings(Path.cwd())) as office:
        mailing = office.mailing(mailing_id or _newest(office))
        _expect_that_it_exists(office, mailing)
        _sort_out_what_was_in_hand(office, mailing.id)
        standing = standing_of(office, mailing)
        page = fill(house_templates(), "standing.html.jinja", standing=standing)
        path = keep_page(office.state, mailing.id, page.encode())
    _print(standing)
    say(f"The same as a page, for your eyes only: {shown(path)}")


def standing_of(office: Office, mailing: Mailing) -> Standing:
    """How a mailing stands."""
    is_issue = mailing.kind is MailingKind.ISSUE
    around = Circumstances(
        now=office.now,
        on_paper=office.roster.on_paper(office.settings.delivery.groups) if is_issue else (),
        came_back=office.came_back(mailing.id),
    )
    return tell(mailing, office.ledger.deliveries(mailing.id), office.roster.listing, around)


def _sort_out_what_was_in_hand(office: Office, mailing_id: str) -> None:
    """Call a doubt what a sender that died left behind, also where no other run may follow, so that it is named."""
    counts = office.ledger.counts(mailing_id)
    if counts.sending or counts.committing:
        with suppress(InterlockError), only_sender(office.state, mailing_id):  # unless the sender lives
            office.ledger.recover(mailing_id)


def _expect_that_it_exists(office: Office, mailing: Mailing) -> None:
    if office.ledger.mailing(mailing.id) is None and not draft_folder(office, mailing).is_dir():
        there_are = ", ".join(one.id for one in office.ledger.mailings()[-_NAMED:])
        known = f"The newest that were approved or sent: {there_are}." if there_are else "Nothing was approved so far."
        raise IssueError(f"There is no {noun(mailing)} that is called {mailing.id}. {known}")


def _newest(office: Office) -> str:
    """The newest mailing; where there is none, the newest issue."""
    mailings = office.ledger.mailings()
    return mailings[-1].id if mailings else office.newest()


def _print(standing: Standing) -> None:
    say("")
    say(standing.heading, is_heading=True)
    for words in standing.summary:
        say(f"  {words}")
    for group in standing.groups:
        say(group.title, is_heading=True)
        for line in group.lines[:_MOST_ON_SCREEN]:
            say(f"  {line.name} ({line.member}): {line.words}")
        if more := len(group.lines[_MOST_ON_SCREEN:]):
            say(f"  and {more} more, on the page")
    if standing.steps:
        say("Next", is_heading=True)
        for step in standing.steps:
            say(f"  {step}")
