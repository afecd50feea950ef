"""Messages and replies as JSON text, and back."""

from dataclasses import replace

from pydantic import TypeAdapter

from needs.message import Message, Reply
from storage.tables import storable

MESSAGE = TypeAdapter(Message)
REPLY = TypeAdapter(Reply)


def write_message(message: Message) -> str:
    """Return a message as JSON; what cannot be stored is replaced sign by sign."""
    choice = message.choice and storable(message.choice)
    kept = replace(message, text=storable(message.text), choice=choice)
    return MESSAGE.dump_json(kept).decode()


def read_message(payload: str) -> Message:
    """Return the message that was written."""
    return MESSAGE.validate_json(payload)


def write_reply(reply: Reply) -> str:
    """Return a reply as JSON."""
    return REPLY.dump_json(replace(reply, say=storable(reply.say))).decode()


def read_reply(body: str) -> Reply:
    """Return the reply that was written."""
    return REPLY.validate_json(body)
