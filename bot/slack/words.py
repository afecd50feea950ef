"""The few sentences that only Slack needs; every other one is said by the interview."""

START = "Start"
RESUME = "Resume"
EMPTY = "Please go on."
SHORTENED = "The rest is too long to show in Slack."
WRITTEN = "I have written to you in our direct message."
NOT_YOURS = "That question is for someone else. Write to me directly, and I will ask you yours."
CHOSEN = "You chose: {label}"
ABOUT = "About: {role}"
PROGRESS = "{} of {}"

HOME_TITLE = "What you need to hire"
HOME_PROMISE = (
    "I ask what your company needs to hire in the coming year. It takes about ten minutes. Nothing "
    "counts until you have confirmed it, and training providers see totals only, never one "
    "company's answers."
)
HOME_NEW = "You have not started yet."
HOME_OPEN = "Your interview is under way. You can go on where you left off."
HOME_PAUSED = "You have paused. Everything you said is kept, and you can go on whenever you like."
HOME_READ_BACK = "Your answers wait for your yes. Nothing counts until you confirm them."
HOME_CONFIRMED = "You have confirmed your answers. Thank you. You can still change them."
HOME_STOPPED = "You have stopped. Nothing of what you said is kept."
