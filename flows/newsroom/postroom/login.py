"""Logging in to a mail account: one try with one mechanism, so that a wrong password never locks an account.

PLAIN (RFC 4616), LOGIN, or XOAUTH2 with an access token that a command of the coordinator's choice prints.
"""

import base64
import shlex
import smtplib
import subprocess
from dataclasses import dataclass, field

from flows.newsroom.errors import StoppedError
from flows.newsroom.postroom.answers import Answer, Step, judge
from flows.newsroom.postroom.statuses import read_status

_TOKEN_SECONDS = 60.0
_WELCOME, _GO_ON = 235, 334


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Who we are at the mail server: a password, or the command line that prints an access token."""

    user: str = field(repr=False)
    password: str | None = field(default=None, repr=False)
    token_command: str | None = field(default=None, repr=False)


def log_in(smtp: smtplib.SMTP, login: Login) -> None:
    """Log in, after EHLO.

    Raises:
        StoppedError: Refused, not offered, or the token's command failed.
        ServerAwayError: Not now.
        smtplib.SMTPException, OSError: The connection broke.
    """
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if login.token_command:
        code, text = _with_token(smtp, login.user, access_token(login.token_command))
    elif "PLAIN" in offered:
        words = f"\0{login.user}\0{login.password or ''}"
        code, text = smtp.docmd("AUTH", f"PLAIN {_encoded(words)}")
    elif "LOGIN" in offered:
        code, text = _step_by_step(smtp, login)
    else:
        raise StoppedError(
            "The mail server offers none of the ways to log in that we know (PLAIN, LOGIN, XOAUTH2). "
            "Ask its provider which port is for sending mail."
        )
    if code != _WELCOME:
        judge(Answer(step=Step.LOGIN, code=code, enhanced=read_status(text.decode("ascii", "replace"))))


def _step_by_step(smtp: smtplib.SMTP, login: Login) -> tuple[int, bytes]:
    code, text = smtp.docmd("AUTH", "LOGIN")
    for secret in (login.user, login.password or ""):
        if code != _GO_ON:
            break
        code, text = smtp.docmd(_encoded(secret))
    return code, text


def _with_token(smtp: smtplib.SMTP, user: str, token: str) -> tuple[int, bytes]:
    words = f"user={user}\x01auth=Bearer {token}\x01\x01"
    code, text = smtp.docmd("AUTH", f"XOAUTH2 {_encoded(words)}")
    return smtp.docmd("") if code == _GO_ON else (code, text)  # 334 holds the reason; the refusal follows


def access_token(command: str) -> str:
    """What the command prints: a token for a single login.

    Raises:
        StoppedError: It failed, or printed none.
    """
    try:
        done = subprocess.run(  # noqa: S603 the coordinator's own command, by its settings
            shlex.split(command), capture_output=True, check=True, timeout=_TOKEN_SECONDS
        )
        token = done.stdout.decode("ascii").strip()
    except (OSError, ValueError, subprocess.SubprocessError):
        token = ""
    if not token or len(token.split()) > 1:
        raise StoppedError(
            "The command that fetches the access token (token_command) failed or printed no token. Nothing was sent. "
            "Run it by hand and see what it says."
        )
    return token


def _encoded(words: str) -> str:
    return base64.b64encode(words.encode()).decode("ascii")
