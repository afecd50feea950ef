"""What an employer may say instead of an answer."""

from enum import StrEnum


class Command(StrEnum):
    """The closed set of commands. A command never fills a slot."""

    SKIP = "skip"
    DONT_KNOW = "dont_know"
    DECLINE = "decline"
    WHY = "why"
    HELP = "help"
    REPEAT = "repeat"
    BACK = "back"
    CORRECT = "correct"
    CLEAR = "clear"
    ADD_ROLE = "add_role"
    SWITCH_ROLE = "switch_role"
    SAME_AS = "same_as"
    PAUSE = "pause"
    RESUME = "resume"
    SUMMARY = "summary"
    CONFIRM = "confirm"
    REJECT = "reject"
    FINISH = "finish"
    HUMAN = "human"
    SIDE_QUESTION = "side_question"
    OFF_TOPIC = "off_topic"
    DELETE_MY_DATA = "delete_my_data"
