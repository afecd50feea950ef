"""The interview at this terminal, which can be left and taken up again."""

from typing import Literal
from uuid import uuid4

from rich.console import Console

from app.installation import Installation
from bot.conversation import Conversation
from bot.terminal import chat
from needs.message import Message
from prompts.guide import GuideLength
from prompts.phrases import say

LEFT = "last-chat"  # the file in the home folder that names the interview held last
UNFINISHED = {"asking", "paused", "confirming", "deleting"}
Wish = Literal["last", "new", "unfinished"]


def chat_here(installation: Installation, length: GuideLength, wish: Wish) -> None:
    """Hold an interview at this terminal: a new one, the last one, or the last if unfinished."""
    console = Console(width=min(Console().width, 88), highlight=False)
    with console.status(say("getting_ready")):
        partnership = installation.visited()
        engine = installation.conversation(length, partnership)
        cycle = installation.cycle_of(partnership).id
    conversation, resumed = _conversation(installation, engine, wish)
    answering = say("answering_for", partnership=partnership.name)
    console.print(f"[dim]{answering}{' ' + say('goes_on') if resumed else ''}[/dim]")

    def message(text: str, choice: str | None) -> Message:
        now = installation.now()
        return Message(f"{conversation}:{uuid4()}", conversation, text, now, choice)

    chat(
        console,
        lambda said: engine.hear(cycle, said, "terminal"),
        message,
        lambda: console.input("\n[bold]>[/bold] "),
    )
    if engine.interview(conversation).stage != "stopped":
        console.print(f"\n[dim]{say('left_terminal')}[/dim]")


def _conversation(installation: Installation, engine: Conversation, wish: Wish) -> tuple[str, bool]:
    file = installation.settings.home / LEFT
    last = file.read_text("utf-8").strip() if file.exists() else ""
    known = bool(last) and wish != "new" and engine.intake.state(last) is not None
    if known and (wish == "last" or engine.interview(last).stage in UNFINISHED):
        return last, True
    conversation = f"terminal:{uuid4()}"
    file.write_text(conversation, "utf-8")
    return conversation, False
