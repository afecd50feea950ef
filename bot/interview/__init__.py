"""The interview as a pure function: no clock, no database, no network, no model."""

from bot.interview.state import Heard, Interview, Turn
from bot.interview.step import step

__all__ = ["Heard", "Interview", "Turn", "step"]
