"""The company: its name, the group it belongs to, where it is; and who is speaking."""

import re

NAME = (
    r"(?:(?:The|La|El|St\.)\s)?[A-Z](?:[\w'&-]|\.(?=\w)){0,25}(?:[ ](?:[A-Z][\w'&-]{0,25}|"
    r"&|of|the|and(?=\s[A-Z][\w'-]+\s(?:LLC|Inc|Co))|de|for(?=\s[A-Z]))){0,7}(?:,?\s(?:LLC|"
    r"Inc|Co|Corp|Ltd)\.?)?"
)
PARENT = re.compile(
    rf"(?:(?i:owned by|part of|belongs? to|(?:a |an )?(?:subsidiary|"
    rf"division|unit|branch|member|arm) of|parent(?: company)?(?: is|"
    rf":)|acquired by|bought by)\s(?:(?i:the|a|an)\s)?(?P<after>{NAME})|"
    rf"(?P<before>{NAME})\s(?i:owns us|bought us|is our parent|own us))"
)
ALONE = re.compile(
    r"(?<!\w)(?:no parent(?: company)?|independent(?:ly)?(?: owned)?|"
    r"family[- ]owned|(?:nobody|no one) owns us(?: but me)?|not (?:part of|"
    r"owned by|a chain|in a group)(?: a| any)?(?: chain| group)?|"
    r"(?:it's )?just us|on our own|stand[- ]?alone|locally owned|"
    r"privately (?:held|owned)|employee[- ]owned|n/?a|not applicable|"
    r"somos nosotros|single location|no (?:group|corporate|holding)|"
    r"self[- ]owned)(?!\w)",
    re.IGNORECASE,
)
NO = re.compile(r"\s*(?:no|nope|nah|none|n/?a)(?!\w)", re.IGNORECASE)
COUNTY = re.compile(
    r"(?<![\w])(?P<name>[^\W\d_][\w'.-]+(?:\s[A-Z][\w'.-]+)?)\s(?:county|parish|borough)(?!\w)",
    re.IGNORECASE,
)
COUNTIES = re.compile(
    r"(?P<list>[A-Z][\w'-]+(?:(?:,\s|\sand\s|,\sand\s|\s&\s)[A-Z][\w'-]+)+)\s(?i:counties|"
    r"plants|sites|locations|offices|clinics|stores|parishes|campuses)(?!\w)"
)
PLACES = re.compile(r"(?<!\w)[A-Z][\w'.-]*[^\W\d](?:\s[A-Z][\w'-]+){0,2}(?:,\s[A-Z]{2}(?!\w))?")
STATED = re.compile(
    rf"(?P<name>{NAME})\s(?:is|are)\s(?:now\s|currently\s)?(?:seeking|"
    rf"hiring|looking for|recruiting)(?!\w)"
)
OPENING = re.compile(rf"^\W*(?P<name>{NAME}),?\s(?:we're|we are|we make|is owned|here)(?!\w)")
AT = re.compile(
    rf"(?<!\w)(?i:i'm|i am|im|i work|calling from)(?:[ ][\w]+){{0,5}}[ ](?:at|"
    rf"for|with|from)[ ](?P<name>{NAME})"
)
HERE = re.compile(
    rf"(?<!\w)(?i:this is|here at|from|company is|we're|we are)[ ](?P<name>{NAME})"
    rf"(?=,?[ ](?:we|and we|here|in [A-Z]|out of)|[.,]?$)"
)
PLACED = re.compile(
    rf"^(?P<name>{NAME})(?:,| -)[ ][A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?[ ](?i:county|parish)(?!\w)",
    re.MULTILINE,
)
ALONE_SAID = re.compile(
    r"(?<!\w)(?:no parent(?: company)?|not part of (?:a|any) (?:chain|"
    r"group)|(?:nobody|no one) owns us|"
    r"independently owned|family[- ]owned)(?!\w)",
    re.IGNORECASE,
)
SITE = re.compile(
    r"(?<!\w)(?i:our|the)[ ](?P<name>[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?)[ ]"
    r"(?:plant|terminal|site|facility|yard|shop|clinic|office|location|"
    r"campus|store|warehouse|branch|mill|hospital|depot)(?!\w)"
)
SITED = re.compile(
    r"(?<!\w)(?:plant|refinery|site|shop|facility|located|based|"
    r"terminal|office|warehouse|mill|clinic|hospital|yard|store|"
    r"campus|"
    r"crew|crews|depot|branch)(?:'s)?(?: is| are)?[ ](?:in|at|near|"
    r"out of)[ ](?P<name>[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?)(?![ ](?i:county|"
    r"parish))"
)
JOB = re.compile(
    r"(?<!\w)(?:manager|mgr|owner|co-?owner|director|hr|human resources|"
    r"foreman|supervisor|president|ceo|coo|cfo|administrator|admin|"
    r"recruiter|superintendent|chief|officer|partner|founder|vp|"
    r"head of|principal|lead|coordinator|i manage|i run|"
    r"i own|boss|dueñ[oa]|gerente|specialist|generalist|controller|"
    r"executive|chef|nurse manager|talent|operations|staffing|bookkeeper|"
    r"proprietor|dean|buyer|engineer|planner)(?!\w)",
    re.IGNORECASE,
)
SELF = re.compile(
    r"(?<!\w)(?:i'm|i am|im|soy|on paper i'm|my (?:title|job|role) is)\s(?:the\s|"
    r"an?\s|el\s|la\s)?(?P<role>[^,.;\n!?]{3,60})",
    re.IGNORECASE,
)
WHOLE_NAME = re.compile(r"[A-Z][\w'&.-]*(?:\s(?:[A-Z][\w'&.-]*|&|and(?=\s[A-Z])|of|the|for)){0,6}")
ANY_NAME = re.compile(NAME)
CALLED = re.compile(
    rf"(?<!\w)(?i:we're|we are|(?:company|name|business|shop) is|(?:is )?called|this is|"
    rf"work (?:at|for))\s(?P<name>{NAME})"
)
_NO_NAME = (
    "Our The Well We We're We've I I'm It It's This That My Yes No Not Oh Ok Okay So Sure Hi Hello "
    "And But You They Their There Here In At On For A An"
)
NO_NAME = frozenset(_NO_NAME.split())
