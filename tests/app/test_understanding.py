"""What a partnership's own words change in its interviews."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from app.lexicon import lexicon
from app.understanding import General, LocalUnderstanding
from extraction.reader import Reader
from needs.concept import Concept
from needs.local import LocalKind, own_concept
from needs.message import Message
from storage.database import Database
from storage.local_names import LocalNames
from storage.register import Register
from taxonomy.build import build
from taxonomy.concepts import Concepts
from taxonomy.encoding.local import LocalEncoder
from taxonomy.index import Index
from taxonomy.linker import Linker

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FILES = {
    "skills.csv": """\
id,label,kind,phrases,esco_uri,match,sectors
mig-welding,MIG welding,skill,MIG|wire feed welding,http://data.europa.eu/esco/skill/aaa,exact,
""",
    "occupations.csv": """\
code,label,phrases,skills,sectors
51-4121.00,"Welders, Cutters, Solderers, and Brazers",welder|MIG welder,mig-welding,
51-4041.00,Machinists,machinist|CNC machinist,,
""",
    "credentials.csv": """\
id,name,phrases,granted_by,by_law,sectors
cdl,Commercial driver's license (CDL),CDL,the state,yes,
""",
}
MACHINISTS = Concept("onet", "51-4041.00", "Machinists", "29.0")


@pytest.fixture(scope="module")
def general(tmp_path_factory: pytest.TempPathFactory) -> Iterator[General]:
    folder = tmp_path_factory.mktemp("vocabulary")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    build(folder, folder / "index.sqlite")
    with closing(Index.open(folder / "index.sqlite")) as index:
        concepts = Concepts(index)
        yield General(Reader(lexicon(concepts)), Linker(concepts, LocalEncoder()), concepts)


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    with Database.open(sqlite_url) as opened:
        yield opened


@dataclass
class Shop:
    """A partnership that adds words and hears messages."""

    names: LocalNames
    understanding: LocalUnderstanding

    def add(self, words: str, concept: Concept, kind: LocalKind = "skill") -> int:
        number = self.names.add(kind, words, concept, "Jo", NOW)
        assert number is not None
        return number

    def hear(self, text: str, *asked: str):
        return self.understanding.hear(Message("m1", "c1", text, NOW), asked)

    def skills(self, text: str, *asked: str) -> dict[str, Concept | None]:
        facts = [one for one in self.hear(text, *asked).reading.facts if one.slot == "role.skills"]
        return {skill.quote: skill.concept for fact in facts for skill in fact.value}


@pytest.fixture
def open_shop(database: Database, general: General) -> Callable[[str], Shop]:
    def open_shop(name: str) -> Shop:
        names = LocalNames(database.tenant(Register(database).found(name).id))
        return Shop(names, LocalUnderstanding(general, names))

    return open_shop


@pytest.fixture
def shop(open_shop: Callable[[str], Shop]) -> Shop:
    return open_shop("Metalworking of the valley")


@pytest.fixture
def mig(general: General) -> Concept:
    found = general.linker.skill("MIG welding")
    assert found
    return found


def test_words_count_at_the_next_message_and_no_longer_when_removed(
    shop: Shop, mig: Concept
) -> None:
    said = "they must run the Zorblatt"
    assert shop.skills(said) == {}
    number = shop.add("the Zorblatt", mig)
    assert shop.skills(said) == {"Zorblatt": mig}
    shop.names.remove(number, NOW)
    assert shop.skills(said) == {}


def test_a_concept_of_their_own_is_marked_local(shop: Shop) -> None:
    own = own_concept(shop.names.tenant.partnership, "skill", "Zorblatt tuning")
    shop.add("Zorblatt tuning", own)
    assert shop.skills("they must know zorblatt TUNING") == {"zorblatt TUNING": own}
    assert (own.scheme, own.version) == ("local", "local")


def test_a_neighbour_hears_nothing_of_it(
    shop: Shop, open_shop: Callable[[str], Shop], mig: Concept
) -> None:
    shop.add("Zorblatt", mig)
    assert open_shop("Care in the hills").skills("must run the Zorblatt") == {}


def test_what_was_known_before_is_still_known(shop: Shop, mig: Concept) -> None:
    before = shop.hear("We need 3 TIG welders with a CDL, nights, $25/hr", "roles")
    shop.add("Zorblatt", mig)
    assert shop.hear("We need 3 TIG welders with a CDL, nights, $25/hr", "roles") == before


def test_a_job_title_of_their_own_is_offered_first(shop: Shop) -> None:
    shop.add("zorblatt wrangler", MACHINISTS, "occupation")
    heard = shop.hear("two zorblatt wranglers", "roles")
    found = dict(heard.occupations)
    assert [codes[0].uri for codes in found.values() if codes] == [MACHINISTS.uri]


def test_a_certificate_of_their_own_is_read_by_its_name(shop: Shop) -> None:
    card = own_concept(shop.names.tenant.partnership, "credential", "Zorblatt operator card")
    shop.add("Zorblatt operator card", card, "credential")
    shop.add("Z-ticket", card, "credential")
    facts = shop.hear("They have to hold a Z-ticket").reading.facts
    names = [one.name for fact in facts if fact.slot == "role.credentials" for one in fact.value]
    assert names == ["Zorblatt operator card"]


def test_further_words_for_a_licence_keep_what_the_law_says(shop: Shop, general: General) -> None:
    licence = next(one for one in general.concepts.credentials() if one.by_law)
    shop.add("zorblatt ticket", licence.concept, "credential")
    facts = shop.hear("They have to hold a zorblatt ticket").reading.facts
    found = [one for fact in facts if fact.slot == "role.credentials" for one in fact.value]
    assert [(one.name, one.by_law) for one in found] == [(licence.name, True)]


def test_a_concept_is_known_as_the_version_in_use_has_it(shop: Shop, mig: Concept) -> None:
    shop.add("Zorblatt", replace(mig, label="Old label", version="1.0"))
    assert shop.skills("must run the Zorblatt") == {"Zorblatt": mig}


def test_nothing_is_made_anew_while_nothing_changes(shop: Shop, mig: Concept) -> None:
    shop.add("Zorblatt", mig)
    shop.hear("hello")
    first = shop.understanding._made
    shop.hear("hello again")
    assert shop.understanding._made is first
