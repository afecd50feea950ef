"""What stands between the site and the open network: headers, a size limit, an origin check."""

from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 1_000_000  # bytes; 40,000 characters take 480,000 at most when a form encodes them

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Tokens stand in addresses, so no other site learns one. "no-referrer" would hide the origin
    # of our own forms too, and the check below could not tell them from foreign ones.
    "Referrer-Policy": "same-origin",
}


class Headers:
    """Gives every answer the protective headers, and keeps pages out of caches."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                static = scope["path"].startswith("/static/")
                headers.setdefault("Cache-Control", "max-age=300" if static else "no-store")
            await send(message)

        await self.app(scope, receive, protected)


class SizeLimit:
    """Refuses a body that is too large, after reading it, so that the answer is seen."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            while size > self.largest and message.get("more_body"):
                message = await receive()
            if size > self.largest:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


def same_origin(request: Request) -> None:
    """Refuse a form that another site sent."""
    if request.method in ("GET", "HEAD"):
        return
    origin = request.headers.get("origin")
    fetched = request.headers.get("sec-fetch-site", "same-origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403)
    if fetched not in ("same-origin", "none"):
        raise HTTPException(403)
