"""Addresses that a reader may be led to."""

import pytest

from flows.newsroom.formats.addresses import whole_address

BASE = "https://www.northgate.example/news/today"


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("/a", "https://www.northgate.example/a"),
        ("../a b", "https://www.northgate.example/a%20b"),
        ("//cdn.example/x", "https://cdn.example/x"),
        (" http://x.example/?q=1&r=2#part ", "http://x.example/?q=1&r=2#part"),
        ("mailto:forum@northgate.example?subject=Hello", "mailto:forum@northgate.example?subject=Hello"),
        ("https://example.org/café", "https://example.org/café"),
    ],
)
def test_a_reference_becomes_a_whole_address(reference: str, address: str) -> None:
    assert whole_address(reference, BASE) == address


@pytest.mark.parametrize("reference", ["ftp://x.example/", "tel:020", "javascript:1", "#a", "http://u:p@x.example/"])
def test_an_address_that_is_not_safe_to_print_is_none(reference: str) -> None:
    assert whole_address(reference, BASE) is None
