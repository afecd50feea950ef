"""The company: its name, the group it belongs to, where it is; and who is speaking."""

import re

NAME = (
    r"(?:(?:The|La|El|St\.)\s)?[A-Z][\w'&.-]{0,25}(?:\s(?:[A-Z][\w'&-]{0,25}|&|of|the|and(?=\s[A-Z][\w'-]+\s(?:LLC|Inc|Co))|de|for(?=\s[A-Z])))*(?:,?\s(?:LLC|Inc|Co|Corp|Ltd)\.?)?"
)
PARENT = re.compile(
    rf"(?:(?i:owned by|part of|belongs? to|(?:a |an )?(?:subsidiary|division|unit|branch|member|arm) of|parent(?: company)?(?: is|:)|acquired by|bought by)\s(?:(?i:the|a|an)\s)?(?P<after>{NAME})|(?P<before>{NAME})\s(?i:owns us|bought us|is our parent|own us))"
)
ALONE = re.compile(
    r"(?<!\w)(?:no parent(?: company)?|independent(?:ly)?(?: owned)?|family[- ]owned|(?:nobody|no one) owns us(?: but me)?|not (?:part of|owned by|a chain|in a group)(?: a| any)?(?: chain| group)?|(?:it's )?just us|on our own|stand[- ]?alone|locally owned|"
    r"privately (?:held|owned)|employee[- ]owned|n/?a|not applicable|somos nosotros|single location|no (?:group|corporate|holding)|self[- ]owned)(?!\w)",
    re.IGNORECASE,
)
NO = re.compile(r"\s*(?:no|nope|nah|none|n/?a)(?!\w)", re.IGNORECASE)
COUNTY = re.compile(r"(?<![\w])(?P<name>[^\W\d_][\w'.-]+(?:\s[A-Z][\w'.-]+)?)\s(?:county|parish|borough)(?!\w)", re.IGNORECASE)
COUNTIES = re.compile(r"(?P<list>[A-Z][\w'-]+(?:(?:,\s|\sand\s|,\sand\s|\s&\s)[A-Z][\w'-]+)+)\s(?i:counties|plants|sites|locations|offices|clinics|stores|parishes|campuses)(?!\w)")
PLACES = re.compile(r"(?<!\w)[A-Z][\w'.-]*[^\W\d](?:\s[A-Z][\w'-]+){0,2}(?:,\s[A-Z]{2}(?!\w))?")
STATED = re.compile(rf"(?P<name>{NAME})\s(?:is|are)\s(?:now\s|currently\s)?(?:seeking|hiring|looking for|recruiting)(?!\w)")
OPENING = re.compile(rf"^\W*(?P<name>{NAME}),?\s(?:we're|we are|we make|is owned|here)(?!\w)")
AT = re.compile(rf"(?<!\w)(?:i'm|i am|im|i work|calling from)(?:\s[\w]+){{0,5}}\s(?:at|for|with|from)\s(?P<name>{NAME})", re.IGNORECASE)
FORM = re.compile(r"(?<!\w)(?:LLC|Inc|Corp|Co|Ltd|Company|Industries|Group|Holdings|Services|Systems|Hospital|Clinics?|District|University|Partners|Associates)\b\.?")
JOB = re.compile(
    r"(?<!\w)(?:manager|mgr|owner|co-?owner|director|hr|human resources|foreman|supervisor|president|ceo|coo|cfo|administrator|admin|recruiter|superintendent|chief|officer|partner|founder|vp|head of|principal|lead|coordinator|i manage|i run|"
    r"i own|boss|dueñ[oa]|gerente|specialist|generalist|controller|executive|chef|nurse manager|talent|operations|staffing|bookkeeper|proprietor|dean|buyer|engineer|planner)(?!\w)",
    re.IGNORECASE,
)
SELF = re.compile(r"(?<!\w)(?:i'm|i am|im|soy|on paper i'm|my (?:title|job|role) is)\s(?:the\s|an?\s|el\s|la\s)?(?P<role>[^,.;\n!?]{3,60})", re.IGNORECASE)
