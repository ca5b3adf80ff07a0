"""A forum's logo: a picture that is opened, checked and written anew, so that nothing but its pixels is printed."""

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from flows.newsroom.errors import SettingsError
from flows.newsroom.model import Logo

FORMATS = ("PNG", "JPEG")
LARGEST_BYTES, LARGEST_SIDE = 2_000_000, 4_000  # of the file, and in pixels
PRINTED_HEIGHT = 300  # pixels: 2 cm at 380 to the inch


def read_logo(file: Path, alternative: str) -> Logo:
    """The logo in `file`, made smaller where it has more pixels than are printed.

    Args:
        file: A PNG or JPEG picture.
        alternative: What it shows, in words, for those who do not see it.

    Raises:
        SettingsError: It is no such picture, too large, or cannot be read.
    """
    name = f"The logo {file.name}"
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise SettingsError(f"{name} has more than {LARGEST_BYTES // 1_000_000} MB. Save it smaller.")
        with Image.open(file, formats=FORMATS) as picture:
            if max(picture.size) > LARGEST_SIDE:
                raise SettingsError(f"{name} is more than {LARGEST_SIDE} pixels wide or high. Save it smaller.")
            pixels = picture.convert("RGBA")
    except UnidentifiedImageError as error:
        raise SettingsError(
            f"{name} is neither a PNG nor a JPEG picture. Save it as PNG; an SVG can be exported as one."
        ) from error
    except (OSError, SyntaxError) as error:  # Pillow's word for a PNG that is broken inside
        raise SettingsError(f"{name} cannot be read. Is the file there, and whole?") from error
    pixels.thumbnail((4 * PRINTED_HEIGHT, PRINTED_HEIGHT))
    png = io.BytesIO()
    pixels.save(png, "PNG", optimize=True)
    return Logo(png=png.getvalue(), width=pixels.width, height=pixels.height, alternative=alternative)
