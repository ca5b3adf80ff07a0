"""Asking a person, in the run keeper's web page, to approve a mailing and to let it go.

The run is suspended until somebody has answered; its process ends and another one goes on. What was shown is kept in
the state folder, so that an answer never counts for anything that has changed since.
"""

from prefect.flow_runs import suspend_flow_run
from prefect.input import RunInput, delete_flow_run_input, keyset_from_base_key, read_flow_run_input
from pydantic import Field, create_model

from flows.assessing import Assessment
from flows.newsroom.errors import InterlockError
from flows.newsroom.language.calendar import in_words
from flows.newsroom.model.postroom import Mailing
from flows.newsroom.postroom.approval import changes
from flows.newsroom.postroom.interlocks import phrase, reasons, reasons_against_draft, reasons_of_set_up
from flows.office import Office
from flows.releasing import approve, release

KEY = "release"
_ANSWER = keyset_from_base_key(f"suspended-{KEY}")["response"]


class Release(RunInput):
    """A person's word."""

    name: str = Field(min_length=2, max_length=80, description="Who approves this issue")
    confirm: str


def ask_for_release(office: Office, assessment: Assessment) -> None:
    """Suspend the run until a person has approved the mailing and let it go.

    Raises:
        InterlockError: It could not be sent, or has changed while the question was open.
        prefect.exceptions.Pause: To end the process; not to be caught.
    """
    case, limits, mailing_id = assessment.case, assessment.limits, assessment.mailing.id
    if against := (*reasons_of_set_up(limits), *reasons_against_draft(case, limits)):
        raise InterlockError("\n".join(against))
    if read_flow_run_input(_ANSWER) is None:
        _note_what_is_shown(office, assessment)
    shown = office.approvals.binding(mailing_id) or case.binding
    answer = suspend_flow_run(
        wait_for_input=_form(assessment, len(shown.members)), key=KEY, timeout=limits.approval_hours * 3600
    )
    try:
        if changed := changes(shown, case.binding):
            raise InterlockError(f"It is not what was shown any more: {'; '.join(changed)}. Ask for it again.")
        release(office, _signed(office, assessment, answer.name), assessment)
    finally:
        delete_flow_run_input(_ANSWER)  # Prefect need not keep anybody's name


def _note_what_is_shown(office: Office, assessment: Assessment) -> None:
    """Keep it beside what was approved: unless that is the same, the question replaces an older approval."""
    if _is_approved(assessment):
        return
    office.ledger.save_mailing(Mailing(id=assessment.mailing.id, issue=assessment.mailing.issue))
    office.approvals.keep(assessment.mailing.id, assessment.case.binding)


def _signed(office: Office, assessment: Assessment, name: str) -> Mailing:
    return assessment.mailing if _is_approved(assessment) else approve(office, assessment, by=name)


def _is_approved(assessment: Assessment) -> bool:
    return not reasons(assessment.case, assessment.limits)


def _form(assessment: Assessment, members: int) -> type[Release]:
    """What is asked, with the number that must be typed."""
    words = phrase(members)
    confirm = Field(pattern=f"^{words}$", description=f"To let it go, type: {words}")
    form = create_model("Release", __base__=Release, confirm=(str, confirm))
    return form.with_initial_data(description=_question(assessment, members))


def _question(assessment: Assessment, members: int) -> str:
    """No name, no address, no word of a document: Prefect keeps it."""
    waiting, others = len(assessment.questions.waiting), assessment.questions.others
    return (
        f"The issue of {in_words(assessment.mailing.issue)}, for {members} members by e-mail. "
        f"Its report asks {others} things, and {waiting} documents were left out because they wait for a decision. "
        f"Read it in the folder {assessment.mailing.id} of the output folder before you sign it."
    )
