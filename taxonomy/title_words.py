"""Words that job titles are full of, and what they are worth."""

ABBREVIATIONS = {
    "acct": "accounting",
    "admin": "administrator",
    "appr": "apprentice",
    "assy": "assembly",
    "asst": "assistant",
    "assoc": "associate",
    "aux": "auxiliary",
    "bldg": "building",
    "carp": "carpenter",
    "cert": "certified",
    "chem": "chemical",
    "comm": "commercial",
    "coord": "coordinator",
    "dept": "department",
    "dev": "developer",
    "dir": "director",
    "dist": "distribution",
    "elec": "electrical",
    "electro": "electrical",
    "eng": "engineer",
    "engr": "engineer",
    "equip": "equipment",
    "fab": "fabrication",
    "gen": "general",
    "hosp": "hospital",
    "hskp": "housekeeping",
    "inst": "instrument",
    "insp": "inspector",
    "lab": "laboratory",
    "mach": "machine",
    "maint": "maintenance",
    "mech": "mechanic",
    "med": "medical",
    "mfg": "manufacturing",
    "mgr": "manager",
    "mgmt": "management",
    "mtce": "maintenance",
    "net": "network",
    "op": "operator",
    "oper": "operator",
    "ops": "operator",
    "opr": "operator",
    "pharm": "pharmacy",
    "prod": "production",
    "prog": "programmer",
    "rad": "radiologic",
    "rec": "receiving",
    "receiv": "receiving",
    "rep": "representative",
    "resp": "respiratory",
    "rm": "room",
    "ship": "shipping",
    "spec": "specialist",
    "sup": "supervisor",
    "super": "superintendent",
    "supe": "superintendent",
    "supv": "supervisor",
    "supr": "supervisor",
    "supt": "superintendent",
    "surg": "surgical",
    "sys": "system",
    "tech": "technician",
    "tek": "technician",
    "therap": "therapist",
    "trans": "transportation",
    "veh": "vehicle",
    "whse": "warehouse",
    "wrhs": "warehouse",
}

# Words of shift, level, contract, place and crew: they do not change the occupation.
_DROPPED = """
    a an the of at in on for and or with to our your we need needed wanted hiring position job
    jobs role opening openings day days night nights evening evenings weekend weekends morning
    overnight overnights graveyard swing rotating shift shifts 1st 2nd 3rd first second third am pm
    ft full part time fulltime parttime prn perdiem per diem temp temporary seasonal contract
    permanent remote hybrid onsite site local traveling travelling travel daily wk week hr hrs
    hour level lvl tier grade class step entry junior jr senior sr mid experienced trainee
    skilled unskilled semiskilled apprentice apprenticeship journeyman journeymen guy guys gal
    gals lady ladies man men woman women person persons people folk folks crew crews gang gangs
    staff someone somebody whoever"""
DROPPED = frozenset(_DROPPED.split())

# Words that alone do not tell one occupation from another.
_VAGUE = """
    operator technician worker associate helper assistant clerk specialist general labor
    laborer member team intern utility floater supervisor manager lead leader coordinator
    representative officer agent staff help body hand engineer mechanic maintenance production
    service support machine company office line plant shop floor industrial field department
    administrator analyst professional expert attendant aide trainer director"""
VAGUE = frozenset(_VAGUE.split())

# Words for anybody, where an employer leaves out what the job is called.
_ANYBODY = """
    guy guys gal gals lady ladies man men woman women person persons people folk folks crew gang
    staff someone somebody hand hands"""
ANYBODY = frozenset(_ANYBODY.split())

# Words that only hold a title together.
_LINKING = "an the of at in on for and or with to our your"
LINKING = frozenset(_LINKING.split())

# Words that sentences have and titles have not.
_CHATTER = """
    not never nothing none no nobody anybody anyone anything everything whoever whatever same my
    me us them they their you it its this that these those is are was were be been do does did
    done dont has have had must should could would might maybe sure yet please see ask call
    check know think guess whole usual again already still really just also enough more most
    many much few lots each every last attached website tbd na idk lol preferred plus pass who
    what when where which why how if because"""
CHATTER = frozenset(_CHATTER.split())
