"""Slack's escapes: undone once when text comes in, put on when it goes out."""

import re

WRAPPED = re.compile(r"<(?P<what>[@#!]|[a-z][a-z0-9+.-]*:)(?P<of>[^|<>]+)(?:\|(?P<label>[^<>]*))?>")
ESCAPED = re.compile(r"&(amp|lt|gt);")
LETTERS = {"amp": "&", "lt": "<", "gt": ">"}


def unescape(text: str) -> str:
    """Return what the person typed: links and mentions unwrapped, the three escapes undone once."""
    return ESCAPED.sub(lambda found: LETTERS[found[1]], WRAPPED.sub(_unwrap, text))


def escape(text: str) -> str:
    """Return text that Slack shows as it is, with no links or mentions in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unwrap(found: re.Match[str]) -> str:
    what, of, label = found["what"], found["of"], found["label"]
    if what in "@#!":
        sign = "@" if what == "!" else what
        return label if label and label.startswith(sign) else sign + (label or of)
    return label or (of if what in ("mailto:", "tel:") else what + of)
