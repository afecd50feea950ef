"""Tokens that cannot be guessed, of which only the digest is kept."""

import hmac
import secrets


def new_token() -> str:
    """Return 256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def digest(token: str, secret: str) -> str:
    """Return what is stored in a token's place; under another secret it opens nothing."""
    return hmac.new(secret.encode(), token.encode(errors="replace"), "sha256").hexdigest()
