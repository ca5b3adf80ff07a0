"""A member whom somebody puts on the list by hand."""

from collections.abc import Iterable

from flows.newsroom.errors import MemberError
from flows.newsroom.model.postroom import Channel, Consent, Member
from flows.newsroom.postroom.addresses import read_address
from flows.newsroom.postroom.member_files.entries import LONGEST_NAME, merged_groups, plain


def new_member(  # noqa: PLR0913 - what somebody may say of a member
    name: str,
    address: str | None,
    *,
    organisation: str | None = None,
    groups: Iterable[str] = (),
    on_paper: bool = False,
    consent: Consent | None = None,
) -> Member:
    """A member by what somebody typed, who has no id as yet.

    Raises:
        MemberError: The address is none, or there is neither an address nor a name.
    """
    read = None
    if address:
        try:
            read = read_address(address)
        except MemberError as error:
            raise MemberError(f"The address {error}") from None
    called = plain(name, LONGEST_NAME) or (plain(read.name or "", LONGEST_NAME) if read else "")
    if not read and not called:
        raise MemberError("Give a name, an address, or both.")
    return Member(
        id="",
        email=read.text if read else None,
        name=called or None,
        organisation=plain(organisation or "") or None,
        groups=merged_groups(filter(None, map(plain, groups))),
        channel=Channel.EMAIL if read and not on_paper else Channel.PRINT,
        consent=consent or Consent(),
    )
