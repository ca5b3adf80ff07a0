"""`standfirst send`: show whom it would reach, ask for the number, send, and say what became of it."""

from pathlib import Path

import typer

from flows.assessing import Assessment, assess
from flows.channel import outbox_folder
from flows.commands.collect import look_before_sending
from flows.commands.telling import tell_counts, tell_reasons, tell_tally
from flows.commands.who import show_standing
from flows.console import say, shown
from flows.newsroom.errors import InterlockError
from flows.newsroom.model.postroom import Counts, Mailing, MailingState, Member
from flows.newsroom.postroom.custody import keep_sample
from flows.newsroom.postroom.interlocks import phrase, reasons
from flows.newsroom.postroom.message import envelope, test_letter
from flows.newsroom.postroom.standing import heading, noun
from flows.newsroom.settings import read_settings
from flows.newsroom.settings.delivery import is_mail_address
from flows.office import Office, is_under_way, open_office
from flows.postage import NO_SENDER, letter_of
from flows.publishing import stamp_if_correction
from flows.releasing import release
from flows.sending import NOBODY, deliver_test, run_delivery
from flows.whereabouts import send_from_here


def send_mailing(mailing_id: str | None, typed: str | None, *, level: str, from_here: bool = False) -> Counts:
    """Release a mailing if nobody has, and send what is due of it.

    Args:
        mailing_id: Which mailing; None: the newest issue.
        typed: What a script would type; None: somebody is asked.
        level: How much Prefect says on the screen.
        from_here: From now on mail goes out from here, whatever was sent from elsewhere or known before.

    Raises:
        NewsletterError: It may not go out, or not all of it went.
    """
    settings = read_settings(Path.cwd())
    with open_office(settings) as office:
        name = mailing_id or office.newest()
        if from_here and (doubts := send_from_here(office)):
            say(f"Of {doubts} copies that were under way nobody knows who has them: standfirst who names them.")
        mailing = office.mailing(name)
        if is_under_way(mailing):
            _say_how_far(office, mailing)
        else:
            look_before_sending(office)
            _release(office, name, typed)
    try:
        counts = run_delivery(settings, name, level=level)
    except KeyboardInterrupt:
        say(f"Stopped. Nobody gets it twice. To go on: standfirst send --date {name}")
        raise
    finally:
        show_standing(name)
    if settings.delivery.channel == "outbox":
        with open_office(settings) as office:
            say(f"The mails lie in {shown(outbox_folder(office, name))}, a file a member.")
    return counts


def rehearse(mailing_id: str | None) -> None:
    """Say what would be sent and what stands against it, and lay one mail down to look at; nothing is sent."""
    with open_office(read_settings(Path.cwd())) as office:
        assessment = assess(office, mailing_id or office.newest())
        _show(assessment)
        if against := reasons(assessment.case, assessment.limits):
            say(tell_reasons("It could not be sent as things stand:", against))
        else:
            say("Nothing stands against it.")
        if assessment.letter:
            for member in assessment.members:
                envelope(assessment.letter, member, office.keys)
            sample = envelope(assessment.letter, Member(id=NOBODY, email="member@example.org"), office.keys)
            path = keep_sample(office.state, assessment.mailing.id, sample.head + sample.tail)
            say(f"{len(assessment.members)} mails can be made. One to nobody, to look at: {shown(path)}")
        say("Nothing was sent.")


def send_test(mailing_id: str | None, address: str) -> None:
    """Send the identical mail, marked as a test, to one address; no member's copy is touched.

    Raises:
        NewsletterError: It was not sent.
    """
    if not is_mail_address(address):
        raise InterlockError(f"{address!r} is not one e-mail address, such as carol@example.org. Nothing was sent.")
    with open_office(read_settings(Path.cwd())) as office:
        mailing = office.mailing(mailing_id or office.newest())
        assessment = None if is_under_way(mailing) else assess(office, mailing.id)
        letter = assessment.letter if assessment else letter_of(office, mailing)
        if letter is None:
            raise InterlockError(NO_SENDER)
        deliver_test(office, test_letter(letter), address)
        if assessment:
            office.approvals.note_test(mailing.id, assessment.case.binding.draft_digest, office.clock.now())
    say("Sent, marked [TEST]. Nothing else has changed.")
    if assessment and mailing.approved_at is None:
        say(f"Next: standfirst approve --date {mailing.id} --by NAME")


def _say_how_far(office: Office, mailing: Mailing) -> None:
    so_far = tell_counts(office.ledger.counts(mailing.id))
    if mailing.state is MailingState.FINISHED:
        stamp_if_correction(office, mailing.id)  # again, if the page was put back or could not be written
        raise InterlockError(
            f"{heading(mailing)} was sent already ({so_far}), and nobody gets the same {noun(mailing)} "
            f"twice. `standfirst who --date {mailing.id}` names whoever has not got it."
        )
    say(f"Going on: {so_far}.")


def _release(office: Office, mailing_id: str, typed: str | None) -> None:
    assessment = assess(office, mailing_id)
    _show(assessment)
    if against := reasons(assessment.case, assessment.limits):
        raise InterlockError(tell_reasons("Nothing was sent:", against))
    wanted = phrase(len(assessment.members))
    question = f"To send it now, type: {wanted}"
    given = typed if typed is not None else typer.prompt(question, default="", show_default=False)
    if " ".join(given.split()).lower() != wanted:
        raise InterlockError(f"Nothing was sent: that was not the right line. It is: {wanted}")
    release(office, assessment.mailing, assessment)


def _show(assessment: Assessment) -> None:
    say(f"{heading(assessment.mailing)}: {tell_tally(assessment.tally)}")
    if assessment.letter:
        say(f"  Subject: {assessment.letter.subject}")
