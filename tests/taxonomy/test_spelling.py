import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.spelling import american

CHANGED = """
organise organize; organisational organizational; specialised specialized; analyse analyze
analysing analyzing; catalyser catalyzer; labour labor; labourers laborers; behavioural behavioral
watercolour watercolor; neighbourhood neighborhood; centre center; centred centered
centring centering; jobcentre jobcenter; kilometre kilometer; fibreglass fiberglass; theatre theater
catalogue catalog; cataloguing cataloging; travelling traveling; counsellor counselor
modelling modeling; refuelling refueling; jeweller jeweler; marvellous marvelous; programme program
programmes programs; aluminium aluminum; tyre tire; kerbstone curbstone; mould mold
moulding molding; grey gray; licence license; practise practice; defence defense; plough plow
enrolment enrollment; fulfil fulfill; skilful skillful; paediatric pediatric; anaesthesia anesthesia
haematology hematology; orthopaedic orthopedic; sulphur sulfur; judgement judgment; storeys stories
manoeuvre maneuver; manoeuvring maneuvering; draughtsman draftsman; tranquilliser tranquilizer
vapourisation vaporization; cheque check; speciality specialty; enquiries inquiries
"""
PAIRS = [tuple(pair.split()) for pair in CHANGED.replace("\n", ";").split(";") if pair.strip()]
LEFT = """
advise advised exercise exercises supervise supervisor unsupervised advertising enterprise franchise
merchandiser promise premises revise improvise surprise compromise precise expertise raise noise
cruise rise arise sunrise otherwise clockwise treatise practice analyses four hour tour contour
detour pour your course source resource journey court glamour tourist flour acre genre cadre cadastre
selling installer controlled rolling spelling drilling propelled fulfilling dialogue pedagogue
programmed programmer greyhound science reference essence audience archaeology shoe aerial canoe
should rough thought program labor organize center mortise trellises metallization
"""


@pytest.mark.parametrize(("british", "other"), PAIRS)
def test_british_spelling_becomes_american(british: str, other: str):
    assert american(british) == other


@pytest.mark.parametrize("word", LEFT.split())
def test_words_that_only_look_british_stay(word: str):
    assert american(word) == word


def test_capitals_and_all_between_words_stay():
    text = "Organise LABOUR: colour-coding, the Theatre’s programmes (labelled)"
    assert american(text) == "Organize LABOR: color-coding, the Theater’s programs (labeled)"


@given(st.text(max_size=40) | st.sampled_from([british for british, _ in PAIRS]))
def test_american_words_are_american_already(text: str):
    assert american(american(text)) == american(text)
