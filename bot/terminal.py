"""The terminal channel: the same interview, typed at a prompt."""

from collections.abc import Callable
from string import ascii_lowercase

from rich.console import Console
from rich.markup import escape

from needs.message import Choice, Message, Reply, storable
from prompts.phrases import say

Hear = Callable[[Message], list[Reply]]


def chat(
    console: Console,
    hear: Hear,
    message: Callable[[str, str | None], Message],
    ask: Callable[[], str],
) -> bool:
    """Hold an interview at a terminal; False if the person left before it was over.

    One that was over before is shown, and something can be said to it all the same.

    ``ask`` returns a typed line, and raises EOFError where the person leaves.
    """
    replies = hear(message("", None))
    begun = False
    while True:
        show(console, replies)
        if begun and replies[-1].done:
            return True
        try:
            typed = ask()
        except (EOFError, KeyboardInterrupt):
            return False
        if not typed.strip():
            console.print(f"  [dim]{escape(say('type_something'))}[/dim]")
            continue
        replies, begun = hear(message(*_chosen(typed, replies[-1].choices))), True


def show(console: Console, replies: list[Reply]) -> None:
    """Print what is said, the job it is about, and the choices as letters."""
    for reply in replies:
        console.print()
        if reply.role and not reply.done:
            console.print(f"  [dim]{escape(reply.role)}[/dim]")
        console.print(escape(reply.say), soft_wrap=False, highlight=False)
        for letter, choice in zip(ascii_lowercase, reply.choices, strict=False):
            console.print(f"  [bold]{letter}[/bold]  {escape(choice.label)}", highlight=False)


def _chosen(typed: str, choices: tuple[Choice, ...]) -> tuple[str, str | None]:
    letter = typed.strip().casefold()
    offered = dict(zip(ascii_lowercase, choices, strict=False))
    if letter in offered:
        return offered[letter].label, offered[letter].id
    return storable(typed), None
