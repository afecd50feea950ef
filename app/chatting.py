"""The interview at this terminal, which can be left and taken up again."""

from uuid import uuid4

from rich.console import Console

from app.installation import Installation
from bot.terminal import chat
from needs.message import Message
from prompts.guide import GuideLength
from prompts.phrases import say

LEFT = "last-chat"  # the file in the home folder that names the interview held last


def chat_here(installation: Installation, length: GuideLength, resume: bool) -> None:
    """Hold an interview at this terminal."""
    console = Console(width=min(Console().width, 88))
    with console.status(say("getting_ready")):
        engine, cycle = installation.conversation(length), installation.cycle.id
    conversation = _conversation(installation, resume)

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


def _conversation(installation: Installation, resume: bool) -> str:
    file = installation.settings.home / LEFT
    if resume and file.exists():
        return file.read_text("utf-8").strip()
    conversation = f"terminal:{uuid4()}"
    file.write_text(conversation, "utf-8")
    return conversation
