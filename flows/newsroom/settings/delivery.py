"""How an approved issue reaches the members: the table [delivery] and those below it in newsletter.toml."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, StringConstraints, model_validator

from flows.newsroom.model.postroom import Sender
from flows.newsroom.settings.base import Optional, OptionalPath, Table, public_address


def is_mail_address(address: str | None) -> bool:
    """Whether it is one e-mail address, and nothing else."""
    return bool(
        address and re.fullmatch(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+", address)
    )


def _mail_address(address: str | None) -> str | None:
    if address and not is_mail_address(address):
        raise ValueError("write one e-mail address, in letters without accents, such as news@example.org")
    return address


def _list_name(name: str | None) -> str | None:
    if name and not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", name):
        raise ValueError("write a name of small letters, figures, hyphens and dots, such as newsletter.example.org")
    return name


def _secure_address(address: str | None) -> str | None:
    if public_address(address) and not str(address).startswith("https://"):
        raise ValueError("a page through which people leave must be safe: its address begins with https://")
    if address and not re.fullmatch(r"[!-~]{1,200}", address):
        raise ValueError("write the address of the page in at most 200 plain letters, without blanks or accents")
    return address


MailAddress = Annotated[Optional, AfterValidator(_mail_address)]
TestAddress = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_mail_address)]


class ServerSettings(Table):
    """The mail server that takes our mail; its password is never here but in the environment."""

    host: Optional = None
    port: int = Field(default=587, ge=1, le=65_535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: Optional = None
    password: SecretStr | None = None  # only from the environment: STANDFIRST_DELIVERY__SERVER__PASSWORD
    token_command: Optional = None
    connections: int = Field(default=1, ge=1, le=4)
    per_minute: int = Field(default=30, ge=1, le=100_000)
    postfix_log: Optional = None

    @model_validator(mode="after")
    def _has_one_way_to_log_in(self) -> Self:
        if self.security == "none" and self.host not in {None, "localhost", "127.0.0.1", "::1"}:
            raise ValueError('security = "none" is only for a mail server on this very computer; write "starttls"')
        return self


class DkimSettings(Table):
    """Signing by ourselves, for a mail server that does not sign."""

    selector: Optional = Field(default=None, pattern=r"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$")
    domain: Optional = Field(default=None, pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
    key_file: OptionalPath = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.selector is None) != (self.key_file is None):
            raise ValueError("name both selector and key_file, or neither")
        return self


class LetterboxSettings(Table):
    """Where mail comes in: a folder or file on this computer, or an account that is read by IMAP."""

    folder: OptionalPath = None
    host: Optional = None
    port: int = Field(default=993, ge=1, le=65_535)
    user: Optional = None
    password: SecretStr | None = None  # only from the environment: STANDFIRST_DELIVERY__LETTERBOX__PASSWORD
    token_command: Optional = None
    mailbox: str = Field(default="INBOX", pattern=r"^[ -~]{1,200}$")

    @property
    def is_named(self) -> bool:
        """Whether there is one."""
        return bool(self.folder or self.host)

    @model_validator(mode="after")
    def _is_one_place(self) -> Self:
        if self.folder and self.host:
            raise ValueError("name either a folder or a host, not both")
        if self.host and not self.user:
            raise ValueError("name the account's user as well as its host")
        return self


class DeliverySettings(Table):
    """Who sends, by what way, and what must be seen to before."""

    mode: Literal["test", "live"] = "test"
    channel: Literal["smtp", "outbox"] = "smtp"
    approval: Literal["required", "automatic"] = "required"
    approval_hours: int = Field(default=48, ge=1, le=24 * 14)
    sender: MailAddress = None
    sender_name: Optional = None
    reply_to: MailAddress = None
    bounces: MailAddress = None
    bounces_take_plus: bool = False
    list_id: Annotated[Optional, AfterValidator(_list_name)] = None
    leave: MailAddress = None
    leave_page: Annotated[Optional, AfterValidator(_secure_address)] = None
    postal_address: Optional = None
    groups: tuple[str, ...] = ()
    test_addresses: tuple[TestAddress, ...] = ()
    most_recipients: int = Field(default=500, ge=1, le=100_000)
    latest_days: int = Field(default=7, ge=0, le=365)
    largest_mail_megabytes: int = Field(default=10, ge=1, le=100)
    doubt: Literal["ask", "send_again"] = "ask"
    server: ServerSettings = ServerSettings()
    dkim: DkimSettings = DkimSettings()
    letterbox: LetterboxSettings = LetterboxSettings()

    @model_validator(mode="after")
    def _signs_for_its_own(self) -> Self:
        """A signature of another domain than the sender's counts for nothing (DMARC, RFC 7489 3.1.1)."""
        domain = f".{(self.sender or '').rpartition('@')[2].lower()}"
        if self.dkim.domain and self.sender and not domain.endswith(f".{self.dkim.domain.lower()}"):
            raise ValueError("dkim.domain must be the domain of delivery.sender, or one that it belongs to")
        return self

    def with_files_of(self, folder: Path) -> Self:
        """The same, with its files taken from `folder`."""
        dkim, letterbox = self.dkim, self.letterbox
        if dkim.key_file:
            dkim = dkim.model_copy(update={"key_file": folder / dkim.key_file})
        if letterbox.folder:
            letterbox = letterbox.model_copy(update={"folder": folder / letterbox.folder})
        return self.model_copy(update={"dkim": dkim, "letterbox": letterbox})

    def sender_of(self, name: str, contact: str | None) -> Sender | None:
        """Whom the newsletter called `name` comes from; None: no sender is named."""
        if self.sender is None:
            return None
        reply_to = self.reply_to or (contact if is_mail_address(contact) else None) or self.sender
        return Sender(
            address=self.sender,
            name=self.sender_name or name,
            reply_to=reply_to,
            bounces=self.bounces or self.sender,
            bounces_take_plus=self.bounces_take_plus,
            list_id=self.list_id or re.sub(r"[^a-z0-9.-]", "-", self.sender.lower().replace("@", ".")),
            leave=self.leave or reply_to,
            leave_page=self.leave_page,
            postal_address=self.postal_address,
        )
