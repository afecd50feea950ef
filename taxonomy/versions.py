"""Which releases the starter vocabulary points at, and the credits that go with them."""

ESCO = "1.1.1"
ONET = "29.0"
STARTER = "1"
INDEX = "1"  # the layout of the index file

ATTRIBUTIONS = (
    "This service uses the ESCO classification of the European Commission "
    f"(references to v{ESCO}; labels and phrases are Needline's own).",
    f"This page includes information from the O*NET {ONET} Database by the U.S. Department of "
    "Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. "
    "O*NET® is a trademark of USDOL/ETA. Needline has modified all or some of this information. "
    "USDOL/ETA has not approved, endorsed, or tested these modifications.",
)
