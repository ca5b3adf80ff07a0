"""The look of the newsletter: the table [style]."""

from math import floor
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator

from flows.newsroom.contrast import HEX, LEAST_FOR_TEXT, NIGHT, WHITE, contrast, nearest_shade
from flows.newsroom.model import Look, Shade
from flows.newsroom.settings.base import Optional, OptionalPath, Table


def _known_colour(colour: str | None) -> str | None:
    if colour and not HEX.fullmatch(colour):
        raise ValueError("write a colour as # and six figures, such as #0b3c49")
    return colour


HexColour = Annotated[Optional, AfterValidator(_known_colour)]


class Style(Table):
    """The look of the newsletter; every colour must stand out from the paper behind it."""

    brand: HexColour = None
    public: HexColour = None
    practice: HexColour = None
    people: HexColour = None
    brand_dark: HexColour = None
    public_dark: HexColour = None
    practice_dark: HexColour = None
    people_dark: HexColour = None
    headings: Literal["serif", "sans"] = "serif"
    text: Literal["serif", "sans"] = "sans"
    logo: OptionalPath = None
    logo_shows: Optional = None

    @model_validator(mode="after")
    def _tells_of_the_logo(self) -> Self:
        if self.logo and not self.logo_shows:
            raise ValueError("say in logo_shows what the logo shows, for readers who do not see it")
        return self

    @model_validator(mode="after")
    def _stands_out(self) -> Self:
        for name in ("brand", "public", "practice", "people"):
            light, dark = getattr(self, name), getattr(self, f"{name}_dark")
            if dark and not light:
                raise ValueError(f"{name}_dark goes with {name}; name both, or {name} alone")
            for key, colour, paper in ((name, light, WHITE), (f"{name}_dark", dark, NIGHT)):
                if colour and contrast(colour, paper) < LEAST_FOR_TEXT:
                    raise ValueError(_too_weak(key, colour, paper))
        return self

    @property
    def look(self) -> Look:
        """The same, as the newsroom knows it; a colour for the dark that was not named is a lighter shade."""
        return Look(
            brand=_shade(self.brand, self.brand_dark),
            public=_shade(self.public, self.public_dark),
            practice=_shade(self.practice, self.practice_dark),
            people=_shade(self.people, self.people_dark),
            has_serif_headings=self.headings == "serif",
            has_serif_text=self.text == "serif",
        )


def _too_weak(key: str, colour: str, paper: str) -> str:
    ratio = floor(contrast(colour, paper) * 100) / 100
    return (
        f"{key} = {colour} has a contrast of {ratio}:1 with the paper {paper}, and words need "
        f"{LEAST_FOR_TEXT}:1; the nearest shade that can be read is {nearest_shade(colour, paper)}"
    )


def _shade(light: str | None, dark: str | None) -> Shade | None:
    return Shade(light=light, dark=dark or nearest_shade(light, NIGHT, 7)) if light else None
