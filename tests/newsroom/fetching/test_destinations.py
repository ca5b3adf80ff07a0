"""Only computers of the public internet are asked, and those that the settings name."""

import pytest

from flows.newsroom.errors import FetchError, ServerDownError
from flows.newsroom.fetching.destinations import checked_addresses, checked_url, is_public, port_of, resolve

INWARD = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://192.0.0.8/",
    "http://198.18.0.1/",
    "http://240.0.0.1/",
    "http://224.0.0.1/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[::]/",
    "http://user:pw@127.0.0.1/",
    "http://a.example@127.0.0.1/",
    "http://127.0.0.1#@a.example/",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://a.example:22/",
    "//127.0.0.1/x",
    "http:///127.0.0.1",
    "HTTP://LOCALHOST./",
    "https://[",
    "http://a.example:99999/",
    "javascript:1",
]


def whom_to_ask(address: str) -> tuple[str, ...]:
    url = checked_url(address)
    return checked_addresses(url.host, port_of(url))


@pytest.mark.parametrize("address", INWARD)
def test_an_address_that_leads_inwards_or_is_none_is_refused(address: str) -> None:
    with pytest.raises(FetchError):
        whom_to_ask(address)


def test_every_number_that_a_name_leads_to_must_be_public() -> None:
    numbers = ("93.184.215.14", "10.0.0.1")

    with pytest.raises(FetchError, match="not on the public internet"):
        checked_addresses("a.example", 443, resolver=lambda *_: numbers)
    assert checked_addresses("a.example", 443, resolver=lambda *_: numbers[:1]) == numbers[:1]


def test_a_name_that_leads_nowhere_may_lead_somewhere_another_day() -> None:
    def fail(*_: object) -> list[str]:
        raise OSError

    with pytest.raises(ServerDownError, match="leads to no computer"):
        checked_addresses("a.example", 443, resolver=fail)


def test_a_computer_that_the_settings_name_may_stand_inside_at_a_port_of_its_own() -> None:
    trusted = ("intranet.example:8080",)

    url = checked_url("http://intranet.example:8080/news", trusted)

    assert checked_addresses(url.host, 8080, trusted_hosts=trusted, resolver=lambda *_: ["10.0.0.1"]) == ("10.0.0.1",)
    with pytest.raises(FetchError, match="port 8081"):
        checked_url("http://intranet.example:8081/news", trusted)
    with pytest.raises(FetchError, match="not on the public internet"):
        checked_addresses("intranet.example", 80, trusted_hosts=trusted, resolver=lambda *_: ["10.0.0.1"])


def test_public_numbers_are_public_in_either_form() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
    assert not is_public("no number")


def test_the_system_knows_this_computer() -> None:
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}
