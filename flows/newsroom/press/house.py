"""Where the house keeps its templates, stylesheets and fonts."""

from pathlib import Path

import flows
from flows.newsroom.errors import MachineError

PACKAGE = Path(flows.__file__).parent
KEYSTONE = "issue.html.jinja"


def house_templates() -> Path:
    """The folder of templates: beside the package in a checkout, inside it where it was installed.

    Raises:
        MachineError: There is no such folder in either place.
    """
    for folder in (PACKAGE.parent / "templates", PACKAGE / "templates"):
        if (folder / KEYSTONE).is_file():
            return folder
    raise MachineError(
        f"The templates folder is missing: there is no {KEYSTONE} beside the program or inside it. "
        "Put the templates folder back, or install the program again."
    )
