"""Domains of addresses that are likely a slip of the keys: nearly one that many people use, but not quite."""

from collections import Counter
from collections.abc import Iterable

ENOUGH = 4  # addresses that make a domain one of the forum's own

# Of mailboxes that people in Britain have. Their slips are registered by others, so that mail would arrive somewhere.
_COMMON = frozenset({
    "btinternet.com", "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "icloud.com", "live.co.uk",
    "nhs.net", "outlook.com", "talktalk.net", "virginmedia.com", "yahoo.com", "yahoo.co.uk",
})  # fmt: skip
_NEAR_AND_RIGHT = frozenset({"ymail.com", "mail.com", "email.com"})


class Domains:
    """The domains of a list's addresses."""

    def __init__(self, addresses: Iterable[str]) -> None:
        self._counts = Counter(map(_domain, addresses))
        self._usual = _COMMON | {domain for domain, count in self._counts.items() if count >= ENOUGH}

    def likely(self, address: str) -> str | None:
        """The domain that was likely meant by one that few have; None: it is not near to any that many have."""
        domain = _domain(address)
        if domain in self._usual or domain in _NEAR_AND_RIGHT:
            return None
        return next((usual for usual in sorted(self._usual) if _is_one_slip(domain, usual)), None)


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _is_one_slip(written: str, meant: str) -> bool:
    """Whether one letter is missing, too many or another, or two have changed places."""
    shorter = min(len(written), len(meant))
    start = next((place for place in range(shorter) if written[place] != meant[place]), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if written[-1 - place] != meant[-1 - place]), rest)
    one, other = written[start : len(written) - end], meant[start : len(meant) - end]
    return max(len(one), len(other)) == 1 or (len(one) == len(other) == 2 and one == other[::-1])  # noqa: PLR2004 - a pair
