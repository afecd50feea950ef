"""The JSON-lines channel: an interview, or single texts, for programs that talk to us."""

import json
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from datetime import datetime
from queue import Queue
from threading import Event
from typing import Any, TextIO

from bot.interview import Heard, Interview
from bot.record import outcome, record
from needs.fact import Fact, Quote
from needs.message import Message, Reply, storable
from needs.slots import dump

QUEUED = 16  # lines read ahead

log = logging.getLogger(__name__)

Handle = Callable[[dict[str, Any]], dict[str, Any]]
Hear = Callable[[Message], list[Reply]]


class Malformed(ValueError):
    """A line that is not what the command reads."""


def answer_lines(lines: Iterable[str], out: TextIO, handle: Handle, at_once: int = 1) -> None:
    """Answer each line with one line, in order; a malformed one with what is wrong with it.

    Several may be in hand at once; an answer is written as soon as those before it are.
    """
    answers = _Answers(out)
    with ThreadPoolExecutor(1) as writer, ThreadPoolExecutor(at_once) as hands:
        written = writer.submit(answers.write_all)
        try:
            for line in lines:
                if answers.unread.is_set():
                    break
                if line.strip():
                    answers.waiting.put(hands.submit(_answer, line, handle))
        finally:
            answers.waiting.put(None)
        written.result()


class _Answers:
    """Answers on their way out, in the order of their lines."""

    def __init__(self, out: TextIO) -> None:
        self.waiting: Queue[Future[dict[str, Any]] | None] = Queue(QUEUED)
        self.unread = Event()  # set when nobody reads the answers any more
        self._out = out

    def write_all(self) -> None:
        """Write answers until the last; when they cannot be written, let the rest go by."""
        try:
            while future := self.waiting.get():
                write(self._out, future.result())
        except BaseException:
            self.unread.set()
            while self.waiting.get():
                pass
            raise


def hold_interview(
    lines: Iterable[str],
    out: TextIO,
    hear: Hear,
    interview: Callable[[], Interview],
    message: Callable[[int, str, str | None], Message],
) -> None:
    """Hold one interview; when the input ends before it does, it is left as it stands."""
    number = 0
    replies = hear(message(number, "", None))
    _say(out, replies, interview)
    for line in lines if not replies[-1].done else ():
        if not line.strip():
            continue
        number += 1
        try:
            text, choice = _typed(line)
        except Malformed as problem:
            write(out, {"id": None, "error": str(problem)})
            continue
        replies = hear(message(number, text, choice))
        _say(out, replies, interview)
        if replies[-1].done:
            return


def heard_to_plain(heard: Heard) -> dict[str, Any]:
    """Return what was understood of a text, as plain JSON."""
    commands = [command.value for command in heard.reading.commands]
    return {"commands": commands, "facts": [_fact(fact) for fact in heard.reading.facts]}


def text_message(line: dict[str, Any]) -> tuple[Message, tuple[str, ...]]:
    """Return the message and the asked slots of a line."""
    asked = line.get("asked") or []
    if not isinstance(asked, list) or not all(isinstance(one, str) for one in asked):
        raise Malformed('"asked" must be a list of slot names')
    return Message(str(line["id"]), "", _text(line), _today(line)), tuple(asked)


def write(out: TextIO, answer: dict[str, Any]) -> None:
    """Write one line and flush it."""
    out.write(json.dumps(answer) + "\n")
    out.flush()


def _answer(line: str, handle: Handle) -> dict[str, Any]:
    asked: Any = None
    try:
        asked = _object(line)
        if "id" not in asked:
            raise Malformed('the line has no "id"')
        return {"id": asked["id"], **handle(asked)}
    except Malformed as problem:
        return {"id": _id_of(asked), "error": str(problem)}
    except Exception:
        log.exception("the line could not be handled")
        return {"id": _id_of(asked), "error": "the line could not be handled"}


def _id_of(asked: Any) -> Any:
    return asked.get("id") if isinstance(asked, dict) else None


def _object(line: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise Malformed("the line is not JSON") from problem
    if not isinstance(read, dict):
        raise Malformed("the line is not a JSON object")
    return read


def _typed(line: str) -> tuple[str, str | None]:
    read = _object(line)
    choice = read.get("choose")
    if isinstance(choice, str):
        return "", choice
    return storable(_text(read)), None


def _text(read: dict[str, Any]) -> str:
    text = read.get("text")
    if not isinstance(text, str):
        raise Malformed('the line has no "text", or it is not a string')
    return text


def _today(read: dict[str, Any]) -> datetime:
    try:
        return datetime.fromisoformat(read["today"]) if "today" in read else datetime.now()
    except (TypeError, ValueError) as problem:
        raise Malformed('"today" must be a day such as 2026-11-23') from problem


def _say(out: TextIO, replies: list[Reply], interview: Callable[[], Interview]) -> None:
    if not replies[-1].done:
        write(out, _question(replies))
        return
    held, said = interview(), replies[-1].say
    write(out, {"done": True, "outcome": outcome(held), "record": record(held), "say": said})


def _question(replies: list[Reply]) -> dict[str, Any]:
    last = replies[-1]
    return {
        "say": "\n\n".join(reply.say for reply in replies),
        "asks": list(last.asks),
        "role": last.role,
        "choices": [asdict(choice) for choice in last.choices],
        "done": False,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    plain: dict[str, Any] = {"slot": fact.slot, "value": dump(fact.value)}
    if isinstance(fact.evidence, Quote):
        quote = fact.evidence
        plain |= {"start": quote.start, "end": quote.end, "quote": quote.quote}
    return plain if fact.role is None else {**plain, "role": fact.role}
