"""Who publishes the newsletter and what readers are told of it: [newsletter], [imprint] and [archive]."""

from typing import Annotated

from pydantic import AfterValidator, Field

from flows.newsroom.settings.base import Optional, Table, public_address


class Newsletter(Table):
    """Who publishes the newsletter."""

    name: str = Field(default="Newsletter", min_length=1, max_length=80)
    strapline: Optional = None
    publisher: Optional = None
    editor: Optional = None
    contact: Optional = None


class ImprintSettings(Table):
    """What readers are told at the end of every issue."""

    about: Optional = None
    join: Optional = None
    host: Optional = None
    phone: Optional = None
    charity_number: Optional = None
    deadline: Optional = None
    next_issue: Optional = None
    leave: Optional = None
    privacy: Annotated[Optional, AfterValidator(public_address)] = None
    formats: Optional = None


class Archive(Table):
    """The site of back issues in the output folder."""

    address: Annotated[Optional, AfterValidator(public_address)] = None
