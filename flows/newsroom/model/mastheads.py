"""Who publishes the newsletter, and what a forum changes of its look."""

import base64
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A colour, as "#0b3c49", on light paper and on dark."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture of the forum."""

    png: bytes
    width: int  # pixels
    height: int
    alternative: str  # what it shows, in words

    @property
    def address(self) -> str:
        """The picture itself, as an address that asks for nothing."""
        return f"data:image/png;base64,{base64.b64encode(self.png).decode('ascii')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a forum changes of the look of its newsletter; None: as it comes with Standfirst."""

    brand: Shade | None = None
    public: Shade | None = None  # of the sections of this family, and so on
    practice: Shade | None = None
    people: Shade | None = None
    has_serif_headings: bool = True
    has_serif_text: bool = False
    logo: Logo | None = None

    def shades(self) -> tuple[tuple[str, Shade], ...]:
        """The colours that were chosen, by name."""
        named = {"brand": self.brand, "public": self.public, "practice": self.practice, "people": self.people}
        return tuple((name, shade) for name, shade in named.items() if shade)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a public body owes its readers beside its name; None: it is not printed."""

    about: str | None = None  # who they are, for readers who are new
    join: str | None = None  # how to join
    host: str | None = None  # the body that the publisher belongs to
    phone: str | None = None
    charity_number: str | None = None
    deadline: str | None = None  # until when contributions to the next issue may come
    next_issue: str | None = None  # when that appears
    leave: str | None = None  # how to get no more of it
    privacy: str | None = None  # the address of the privacy notice
    formats: str | None = None  # in which other forms it can be had, and how


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who publishes the newsletter; from the settings, the same in every issue."""

    name: str
    strapline: str | None = None
    publisher: str | None = None
    editor: str | None = None
    contact: str | None = None  # an e-mail address that somebody reads
    address: str | None = None  # where the issues stand on the web, http or https, a folder a date
    timezone: str = "Europe/London"  # by whose clock the times of its events are told
    look: Look = Look()
    imprint: Imprint = Imprint()
