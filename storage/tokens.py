"""Tokens that cannot be guessed, of which only the digest is kept."""

import secrets
from hashlib import sha256


def new_token() -> str:
    """Return 256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is stored in a token's place."""
    return sha256(token.encode(errors="replace")).hexdigest()
