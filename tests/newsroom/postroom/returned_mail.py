"""Makers of mail that comes in after an issue, as servers, machines and people write it."""

from collections.abc import Sequence

VERP = "bounces+20261121.4f2a9c01d7be@example.org"
MESSAGE_ID = "<2026-11-21.7bfa9fa0c4483a0fb71eafc89f231fa9@example.org>"


def a_bounce(  # noqa: PLR0913 - each argument is what a test is about
    *,
    status: str | None = "5.1.1",
    action: str | None = "failed",
    to: str = VERP,
    diagnostic: str | None = None,
    report: str = "message/delivery-status",
    returned: str = "message/rfc822",
    message_id: str | None = MESSAGE_ID,
) -> bytes:
    """A report by RFC 3464 on one recipient."""
    fields = {"Action": action, "Status": status, "Diagnostic-Code": diagnostic}
    block = "".join(f"{name}: {text}\n" for name, text in fields.items() if text is not None)
    return a_report([block], to=to, report=report, returned=returned, message_id=message_id)


def a_report(
    blocks: Sequence[str],
    *,
    to: str = VERP,
    report: str = "message/delivery-status",
    returned: str = "message/rfc822",
    message_id: str | None = MESSAGE_ID,
) -> bytes:
    """A report by RFC 3464 with a block of fields for each recipient, and the mail that came back."""
    about = "\n".join(f"Final-Recipient: rfc822; somebody@example.com\n{block}" for block in blocks)
    original = f"Message-ID: {message_id}\n" if message_id else ""
    return f"""\
Return-Path: <>
Delivered-To: {to}
From: Mail Delivery System <MAILER-DAEMON@example.com>
Subject: Undelivered Mail Returned to Sender
To: {to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

--=_b
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--=_b
Content-Type: {report}

Reporting-MTA: dns; mx.example.com
Arrival-Date: Sat, 21 Nov 2026 21:03:05 +0000

{about}
--=_b
Content-Type: {returned}

From: A Forum <news@example.org>
To: somebody@example.com
Subject: A Forum: 21 November 2026
{original}
the newsletter

--=_b--
""".encode()


def a_mail(*, body: str = "Hello.\n", **headers: str) -> bytes:
    """A mail with these headers (an underscore stands for a hyphen)."""
    lines = [f"{name.replace('_', '-')}: {text}" for name, text in headers.items()]
    return ("\n".join(lines) + "\n\n" + body).encode()


def a_complaint(*, to: str = VERP, message_id: str = MESSAGE_ID) -> bytes:
    """A feedback report of a mailbox provider, by RFC 5965."""
    return f"""\
From: feedback@example.net
To: {to}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="=_b"

--=_b
Content-Type: text/plain

This is an abuse report.

--=_b
Content-Type: message/feedback-report

Feedback-Type: abuse
Version: 1

--=_b
Content-Type: message/rfc822

From: A Forum <news@example.org>
Message-ID: {message_id}

the newsletter

--=_b--
""".encode()
