"""Which releases the starter vocabulary points at, and the credits that go with them."""

from taxonomy.edition import Edition

ESCO = "1.1.1"
ONET = "29.0"
STARTER = "2"
INDEX = "2"  # the layout of the index file

ESCO_CREDIT = "This service uses the ESCO classification of the European Commission."
ONET_CREDIT = (
    "This page includes information from the O*NET {version} Database by the U.S. Department of "
    "Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. "
    "O*NET® is a trademark of USDOL/ETA. Needline has modified all or some of this information. "
    "USDOL/ETA has not approved, endorsed, or tested these modifications."
)


def starter() -> Edition:
    """Return what the starter vocabulary is called and whom it owes credit."""
    esco = f"{ESCO_CREDIT} (References to v{ESCO}; labels and phrases are Needline's own.)"
    return Edition(
        scheme="starter",
        version=STARTER,
        title="Needline's starter vocabulary",
        licence="Needline's own; the codes and occupation titles it refers to as credited",
        attribution="\n".join([esco, ONET_CREDIT.format(version=ONET)]),
    )
