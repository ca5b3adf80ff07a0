"""Nothing goes out while there is a reason against it, and all reasons are told at once."""

import datetime as dt
from dataclasses import replace

import pytest

from flows.newsroom.model.postroom import Mailing, MailingKind, MailingState
from flows.newsroom.postroom.approval import MAIL, bind, sign
from flows.newsroom.postroom.interlocks import Case, Draft, Limits, reasons, reasons_of_set_up, reasons_to_stay

DAY = dt.date(2026, 11, 21)
NOW = 1_795_000_000.0
HOUR = 3_600
PDF = b"%PDF-1.7 ... %%EOF\n"

BINDING = bind({"newsletter.pdf": PDF}, ["a", "b"])
DRAFT = Draft(date=DAY, subject="[Forum] 21 November 2026: A new hub", texts=("Hello", "<p>Hello"), pdf=PDF)
MAILING = sign(Mailing(id="2026-11-21", issue=DAY), BINDING, by="The chair", at=NOW)
GOOD = Case(today=DAY, now=NOW, draft=DRAFT, binding=BINDING, mailing=MAILING, approved=BINDING, recipients=2)
LIMITS = Limits(is_live=True)


def of(draft: Draft) -> Case:
    return replace(GOOD, draft=draft)


def test_an_approved_issue_may_go_out() -> None:
    assert reasons(GOOD, LIMITS) == ()


@pytest.mark.parametrize(
    ("case", "words"),
    [
        pytest.param(of(replace(DRAFT, stories=0)), "no stories", id="an empty issue"),
        pytest.param(
            of(replace(DRAFT, undecided=1)), "1 story in the issue cannot be printed", id="a red matter in print"
        ),
        pytest.param(of(replace(DRAFT, pdf=PDF[:-8])), "not whole", id="half a PDF"),
        pytest.param(of(replace(DRAFT, texts=("{{ member }}", ""))), "Signs of a template", id="a template mark"),
        pytest.param(of(replace(DRAFT, subject="")), "subject is empty", id="no subject"),
        pytest.param(of(replace(DRAFT, subject="A subject\r\nBcc: x")), "line break", id="a line break in the subject"),
        pytest.param(of(replace(DRAFT, fault="The PDF is too large.")), "too large", id="no mail can be made"),
        pytest.param(of(replace(DRAFT, mail_bytes=12_500_000)), "12.5 MB, more than 10 ", id="a mail too large"),
        pytest.param(replace(GOOD, today=DAY + dt.timedelta(days=8)), "8 days ago", id="an old issue"),
        pytest.param(replace(GOOD, today=DAY - dt.timedelta(days=8)), "8 days from now", id="an issue to come"),
        pytest.param(replace(GOOD, recipients=0), "Nobody would get it", id="nobody"),
        pytest.param(replace(GOOD, recipients=501), "501 members are more than 500", id="too many"),
        pytest.param(
            replace(GOOD, mailing=replace(MAILING, state=MailingState.FINISHED)), "sent already", id="a second time"
        ),
        pytest.param(replace(GOOD, mailing=None), "Nobody has approved it", id="no mailing"),
        pytest.param(replace(GOOD, approved=None), "Nobody has approved it", id="no approval"),
        pytest.param(
            replace(GOOD, binding=bind({"newsletter.pdf": b"%PDF"}, ["a", "b"])),
            "lapsed: newsletter.pdf has changed",
            id="a changed edition",
        ),
        pytest.param(
            replace(GOOD, binding=bind({"newsletter.pdf": PDF}, ["a", "b", "c"])), "1 member more", id="a member more"
        ),
        pytest.param(replace(GOOD, now=NOW + 48 * HOUR + 1), "older than 48 hours", id="an old approval"),
        pytest.param(
            replace(GOOD, mailing=replace(MAILING, draft_digest="another")), "broken off", id="half an approval"
        ),
    ],
)
def test_a_reason_against_the_mailing_is_told(case: Case, words: str) -> None:
    (reason,) = reasons(case, LIMITS)

    assert words in reason


def test_members_who_have_left_since_the_approval_are_no_reason() -> None:
    fewer = replace(GOOD, binding=bind({"newsletter.pdf": PDF}, ["a"]), recipients=1)

    assert reasons(fewer, LIMITS) == ()


def test_test_mode_and_settings_that_are_missing_are_told() -> None:
    limits = Limits(is_live=False, lacks=("Write the sender.",))

    assert [reason.partition(",")[0] for reason in reasons(GOOD, limits)] == [
        "Standfirst is in test mode",
        "Write the sender.",
    ]
    assert reasons_of_set_up(limits) == reasons(GOOD, limits)


def test_a_list_that_has_doubled_needs_somebody_who_is_sure_of_it() -> None:
    grown = replace(GOOD, recipients=151, recipients_last_time=87, mailing=None)
    automatic = replace(LIMITS, needs_approval=False)

    assert "151 members would get it, and 87 did last time" in reasons(grown, automatic)[0]
    assert reasons(replace(grown, recipients=150), automatic) == ()
    assert reasons(replace(grown, mailing=MAILING), LIMITS) == ()


def test_where_no_approval_is_asked_for_one_that_was_given_still_binds() -> None:
    automatic = replace(LIMITS, needs_approval=False)
    changed = replace(GOOD, binding=bind({"newsletter.pdf": b"%PDF"}, ["a"]))

    assert reasons(replace(changed, mailing=None, approved=None), automatic) == ()
    assert "newsletter.pdf has changed" in reasons(changed, automatic)[0]


def test_all_reasons_are_told_at_once() -> None:
    bad = replace(of(replace(DRAFT, stories=0, subject="")), recipients=0, mailing=None)

    assert len(reasons(bad, Limits())) == 5


def test_a_correction_may_come_late() -> None:
    late = replace(of(replace(DRAFT, kind=MailingKind.CORRECTION)), today=DAY + dt.timedelta(days=40))

    assert reasons(late, LIMITS) == ()


def test_a_correction_is_approved_by_its_own_name() -> None:
    correction = Mailing(id=f"{DAY}-c1", issue=DAY, kind=MailingKind.CORRECTION)
    draft = replace(DRAFT, kind=MailingKind.CORRECTION)

    (reason,) = reasons(replace(of(draft), mailing=correction, approved=None), LIMITS)

    assert f"`standfirst approve --date {DAY}-c1 --by NAME`" in reason


def test_what_was_begun_goes_on_although_the_approval_is_old() -> None:
    later = replace(GOOD, now=NOW + 100 * HOUR, today=DAY + dt.timedelta(days=4))

    assert reasons_to_stay(later, LIMITS) == ()


def test_what_was_begun_goes_on_with_a_sender_that_was_put_right() -> None:
    files = {"newsletter.pdf": PDF}
    then, now = bind({**files, MAIL: b"from x"}, ["a"]), bind(files, ["a"])

    assert reasons_to_stay(replace(GOOD, approved=then, binding=now), LIMITS) == ()


def test_what_was_begun_stays_where_its_bytes_are_spoilt_or_the_day_is_gone() -> None:
    spoilt = replace(GOOD, binding=bind({"newsletter.pdf": b""}, ["a", "b"]))

    assert "is not what was approved" in reasons_to_stay(spoilt, LIMITS)[0]
    late = reasons_to_stay(replace(GOOD, today=DAY + dt.timedelta(days=8)), LIMITS)[0]
    assert "8 days ago" in late
    assert "names those who have not got it" in late
    assert "Draft" not in late
    assert "test mode" in reasons_to_stay(GOOD, replace(LIMITS, is_live=False))[0]
