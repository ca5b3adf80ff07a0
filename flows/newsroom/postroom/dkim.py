"""Signing mail ourselves (DKIM, RFC 6376), for a mail server that does not sign.

Relaxed headers and a simple body. The headers that matter are signed once more than they occur, so that nobody can
add a second Subject or From to a signed mail.
"""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from flows.newsroom.errors import SettingsError

SIGNED = (
    "from",
    "to",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
)
SIGNED_ONCE_MORE = ("from", "to", "subject", "date", "list-unsubscribe", "list-unsubscribe-post")
FEWEST_BITS, BITS = 1024, 2048  # of a key: what RFC 8301 3.2 demands, and what it recommends
LINE = 70  # characters of a signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Whose signature it is, and the key for it."""

    domain: str
    selector: str
    key: RSAPrivateKey = field(repr=False)


def read_signer(key_file: Path, *, domain: str, selector: str) -> Signer:
    """A signer with the key of a file.

    Raises:
        SettingsError: The file holds no private key that mail can be signed with.
    """
    try:
        key = load_pem_private_key(key_file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(
            f"The key for signing mail, {key_file.name}, cannot be read. delivery.dkim.key_file must name a private "
            "RSA key in PEM form, without a password. Without delivery.dkim mail goes out unsigned."
        ) from error
    if not isinstance(key, RSAPrivateKey) or key.key_size < FEWEST_BITS:
        raise SettingsError(
            f"The key for signing mail, {key_file.name}, is no RSA key of {FEWEST_BITS} bits or more. Make one of "
            f"{BITS}: put that file elsewhere and type standfirst dkim"
        )
    return Signer(domain=domain, selector=selector, key=key)


def make_key() -> bytes:
    """A new private key, as the bytes of a file in PEM form."""
    key = generate_private_key(public_exponent=65_537, key_size=BITS)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def dns_record(signer: Signer) -> str:
    """What the TXT record at SELECTOR._domainkey.DOMAIN says (RFC 6376 3.6.1).

    It is longer than the 255 characters of one string; the programs that look after a domain split it by themselves.
    """
    public = signer.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return f"v=DKIM1; k=rsa; p={_text(public)}"


def signature(head: bytes, tail: bytes, signer: Signer, *, at: int) -> bytes:
    """The header that signs a mail, to be put before it.

    Args:
        head: The headers, an empty line, and the body up to `tail`; no header occurs twice.
        tail: The rest of the body.
        signer: Who signs.
        at: When, in seconds since 1970.
    """
    headers, _, body = head.partition(b"\r\n\r\n")
    fields = dict(_field(line) for line in re.split(rb"\r\n(?![ \t])", headers))
    digest = hashlib.sha256(body)
    digest.update(tail)
    present = [name for name in SIGNED if name in fields]
    claim = (
        f" v=1; a=rsa-sha256; c=relaxed/simple; d={signer.domain}; s={signer.selector}; t={at};\r\n"
        f" h={':'.join(present)}:\r\n  {':'.join(SIGNED_ONCE_MORE)};\r\n bh={_text(digest.digest())};\r\n b="
    ).encode("ascii")
    # A header that is named once more than it occurs adds nothing to what is signed (RFC 6376 5.4.2).
    signed = b"".join(_relaxed(name, fields[name]) for name in present)
    signed += _relaxed("dkim-signature", claim).removesuffix(b"\r\n")
    proof = _text(signer.key.sign(signed, PKCS1v15(), hashes.SHA256()))
    lines = "\r\n ".join(proof[start : start + LINE] for start in range(0, len(proof), LINE))
    return b"DKIM-Signature:" + claim + lines.encode("ascii") + b"\r\n"


def _field(line: bytes) -> tuple[str, bytes]:
    name, _, value = line.partition(b":")
    return name.decode("ascii").strip().lower(), value


def _relaxed(name: str, value: bytes) -> bytes:
    """A header in relaxed form (RFC 6376 3.4.2)."""
    unfolded = re.sub(rb"[ \t]+", b" ", value.replace(b"\r\n", b"")).strip()
    return f"{name}:".encode("ascii") + unfolded + b"\r\n"


def _text(octets: bytes) -> str:
    return base64.b64encode(octets).decode("ascii")
