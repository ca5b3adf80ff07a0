"""What a refusal is about, by its code or its words."""

import pytest

from flows.newsroom.postroom.statuses import Blame, blame, is_about_the_sender, read_status


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("5.1.1 <a@example.org>: unknown", "5.1.1"),
        ("no such user", None),
        ("5.1.1.1 x", None),
        ("4.7.650", "4.7.650"),
        ("sorry, not in my list of allowed hosts (#5.7.1)", "5.7.1"),
    ],
)
def test_the_enhanced_code_stands_at_the_beginning_or_in_brackets(words: str, code: str | None) -> None:
    assert read_status(words) == code


@pytest.mark.parametrize(
    ("status", "about"),
    [
        ("5.1.1", Blame.GONE),
        ("5.4.4", Blame.GONE),
        ("5.2.2", Blame.FULL),
        ("5.1.8", Blame.SENDER),
        ("5.4.1", Blame.SENDER),
        ("4.4.1", Blame.ROUTE),
        ("4.7.28", Blame.SENDER),
        ("5.3.4", Blame.SENDER),
        ("5.3.0", Blame.ROUTE),
        ("5.0.0", Blame.UNCLEAR),
        (None, Blame.UNCLEAR),
    ],
)
def test_a_code_says_what_it_is_about(status: str | None, about: Blame) -> None:
    assert blame(status) is about


@pytest.mark.parametrize(
    "words",
    [
        "relay not permitted",
        "Client host [192.0.2.1] blocked using zen.example.org",
        "SPF check failed",
        "Sender verify failed",
        "rejected due to policy",
        "5.0.0 message looks like spam",
    ],
)
def test_where_no_code_does_words_speak_of_the_sender(words: str) -> None:
    assert is_about_the_sender(read_status(words), words)


@pytest.mark.parametrize(
    "words",
    [
        "no such user here",
        "User unknown in relay recipient table",
        "mailbox unavailable",
        "5.1.1 access denied",
        "address rejected: mailbox not found by policy",
        "",
    ],
)
def test_words_about_the_mailbox_do_not(words: str) -> None:
    assert not is_about_the_sender(read_status(words), words)
