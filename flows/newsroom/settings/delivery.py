"""How an approved issue reaches the members: the tables [delivery] and [delivery.server] of newsletter.toml."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, model_validator

from flows.newsroom.settings.base import Optional, Table, public_address


def _mail_address(address: str | None) -> str | None:
    if address and not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+", address):
        raise ValueError("write one e-mail address, such as news@example.org")
    return address


def _secure_address(address: str | None) -> str | None:
    if public_address(address) and not str(address).startswith("https://"):
        raise ValueError("a page through which people leave must be safe: its address begins with https://")
    return address


MailAddress = Annotated[Optional, AfterValidator(_mail_address)]


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
    list_id: Optional = None
    leave: MailAddress = None
    leave_page: Annotated[Optional, AfterValidator(_secure_address)] = None
    postal_address: Optional = None
    groups: tuple[str, ...] = ()
    test_addresses: tuple[str, ...] = ()
    most_recipients: int = Field(default=500, ge=1, le=100_000)
    latest_days: int = Field(default=7, ge=0, le=365)
    largest_mail_megabytes: int = Field(default=10, ge=1, le=100)
    doubt: Literal["ask", "send_again"] = "ask"
    server: ServerSettings = ServerSettings()
