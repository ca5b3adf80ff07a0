"""The command line `standfirst`: runs a command and says in one paragraph what went wrong."""

import sys

from flows.commands.app import app
from flows.commands.statuses import FAILED, STOPPED
from flows.console import complain
from flows.newsroom.errors import NewsletterError
from flows.sealing import DiskFault, Fault, is_debugging


def main() -> None:
    """Run the command line; a coordinator never sees a traceback."""
    try:
        app()
    except (NewsletterError, DiskFault) as error:
        if is_debugging():
            raise
        complain(str(error))
        sys.exit(FAILED)
    except KeyboardInterrupt:
        complain("Stopped. Nothing is half done; run the command again when you like.")
        sys.exit(STOPPED)
    except Exception as error:  # the last line of defence: whatever it is, it is our mistake and not hers
        if is_debugging():
            raise
        complain(
            f"{_what_happened(error)} Your documents are as they were, and nobody is mailed anything twice: "
            "`standfirst who` says what was sent. Try again; if it comes back, run `standfirst --debug` with the same "
            "command and give what it prints to whoever looks after Standfirst for you."
        )
        sys.exit(FAILED)


def _what_happened(error: Exception) -> str:
    unexpected = f"Something happened that Standfirst did not expect: {type(error).__name__}."
    return str(error) if isinstance(error, Fault) else unexpected


if __name__ == "__main__":
    main()
