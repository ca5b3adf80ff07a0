"""How the letter of a mailing is made, by the settings."""

import datetime as dt
from dataclasses import dataclass, replace
from email.utils import format_datetime

from flows.newsroom.errors import InterlockError
from flows.newsroom.model.postroom import Mailing
from flows.newsroom.postroom.custody import mailing_folder
from flows.newsroom.postroom.dkim import Signer, read_signer
from flows.newsroom.postroom.message import Letter, Papers, Stationery, make_letter, read_papers, why_no_letter
from flows.newsroom.press.house import house_templates
from flows.newsroom.settings import Settings
from flows.newsroom.settings.delivery import DeliverySettings
from flows.office import Office

NO_SENDER = (
    "Nobody is named from whom it comes. Write an address of yours into newsletter.toml, under [delivery]: "
    'sender = "news@example.org".'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A letter, and why it does not bring all that belongs to it."""

    letter: Letter | None = None  # None: nobody is named from whom it comes
    fault: str | None = None


def try_letter(settings: Settings, papers: Papers, mailing: Mailing) -> Attempt:
    """Make the letter of a mailing as far as one can be made."""
    stationery = _stationery(settings)
    if stationery is None:
        return Attempt()
    fault = why_no_letter(papers, stationery)
    # Until it is released it bears noon of its day: the same letter each time somebody looks at it.
    date = mailing.date_header or format_datetime(dt.datetime.combine(mailing.issue, dt.time(12), dt.UTC))
    whole = replace(papers, pdf=None) if fault else papers
    return Attempt(letter=make_letter(whole, stationery, date_header=date, mailing=mailing.id), fault=fault)


def letter_of(office: Office, mailing: Mailing) -> Letter:
    """The letter of a released mailing, from what is kept of it: the same bytes at every try.

    Raises:
        IssueError: What is kept cannot be read.
        InterlockError: No letter can be made of it as the settings are now.
    """
    papers = read_papers(mailing_folder(office.state, mailing.id))
    attempt = try_letter(office.settings, papers, mailing)
    if attempt.letter is None or attempt.fault:
        raise InterlockError(attempt.fault or NO_SENDER)
    # Its mails are known by what they were called when it was let go, whatever domain the settings name since.
    return replace(attempt.letter, id_domain=office.ledger.id_domain(mailing.id))


def signer_of(delivery: DeliverySettings, domain: str) -> Signer | None:
    """Who signs the mails of `domain`; None: we do not.

    Raises:
        SettingsError: There is no key in the file that is named.
    """
    dkim = delivery.dkim
    if dkim.key_file is None or dkim.selector is None:
        return None
    return read_signer(dkim.key_file, domain=dkim.domain or domain, selector=dkim.selector)


def _stationery(settings: Settings) -> Stationery | None:
    delivery, sender = settings.delivery, settings.sender
    if sender is None:
        return None
    return Stationery(
        masthead=settings.masthead,
        sender=sender,
        templates=settings.folders.templates or house_templates(),
        largest_megabytes=delivery.largest_mail_megabytes,
        signer=signer_of(delivery, sender.domain),
    )
