"""The mail account's password where Prefect keeps it: a Secret block that somebody made in its web page."""

from prefect.blocks.system import Secret

BLOCK = "standfirst-mail-password"


def password_block() -> str | None:
    """The password in the block, if there is such a block."""
    try:
        block = Secret.load(BLOCK)
    except ValueError:  # Prefect's way to say that there is no block of that name
        return None
    return str(block.get()) if isinstance(block, Secret) else None
