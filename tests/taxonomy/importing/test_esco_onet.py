from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from taxonomy.edition import Count
from taxonomy.errors import VersionNotSaid
from taxonomy.holdings import Holdings
from taxonomy.importing.importer import import_paths
from taxonomy.index import Mapping
from tests.taxonomy.releases import Releases

NOW = datetime(2026, 11, 24, tzinfo=UTC)
E = "http://data.europa.eu/esco"
ABOVE = "".join(f"Said about the crosswalk {line},,,,,,\n" for line in range(16))
HEADER = "O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match\n"
SECRETARIAT = f"""\
51-0001.00,Joiners,x,{E}/occupation/o1,joiner,"y,
z",exactMatch
51-0001.00,Joiners,x,{E}/occupation/o2,grinder,y,narrowMatch
51-0001.00,Joiners,x,{E}/isco/C7212,Joiners of metal,y,broadMatch
55-0002.00,Keepers,x,{E}/isco/C0110,Keepers of forts,y,Close
55-0002.00,Keepers,x,{E}/isco/C0110,Keepers of forts,y,Close
55-0002.00,Keepers,x,{E}/occupation/o9,cook,y,wrongMatch
55-0003.00,Others,x,,,,exactMatch
"""
NESTA = f"""\
id,esco_occupation,isco_code,onet_code,onet_occupation,matching_job_titles,semantic_similarity,confidence,concept_uri
1,joiner,7212,51-0001.00,joiners,['joiner'],0.8,2.0,{E}/occupation/o1
1,joiner,7212,51-0001.00,joiners,['joiner'],0.8,2.0,{E}/occupation/o1
2,nobody,7212,,,[],0.8,0.5,{E}/occupation/o2
"""


@pytest.mark.parametrize("above", [ABOVE, ABOVE.replace(",", ""), ""])
def test_types_of_match_and_groups_are_kept(tmp_path: Path, holdings: Holdings, above: str):
    path = tmp_path / "ONET_(Occupations)_0_updated.csv"
    path.write_text(above + HEADER + SECRETARIAT, encoding="utf-8-sig")
    (one,) = import_paths([path], holdings, NOW)
    assert (one.edition.scheme, one.edition.version) == ("esco-onet", "1.1.0")
    skipped = {"said before": 1, "type of match “wrongMatch”": 1, "no code or no URI": 1}
    assert one.counts == (Count(path.name, 7, 4, skipped),)
    with closing(holdings.open("esco-onet", "1.1.0")) as index:
        assert index.mappings("onet", "51-0001.00") == [
            Mapping("esco", f"{E}/occupation/o1", "exact", ""),
            Mapping("esco", f"{E}/occupation/o2", "narrow", ""),
            Mapping("isco", "7212", "broad", ""),
        ]
        assert index.mapped("isco", "0110") == [Mapping("onet", "55-0002.00", "close", "")]


def test_where_no_match_type_is_said_only_the_confidence_is_kept(
    tmp_path: Path, holdings: Holdings
):
    path = tmp_path / "esco_onet_crosswalk_Nov2020.csv"
    path.write_text(NESTA, encoding="utf-8")
    (one,) = import_paths([path], holdings, NOW)
    assert (one.edition.scheme, one.edition.version) == ("esco-onet-nesta", "nov2020")
    assert one.counts == (Count(path.name, 3, 1, {"said before": 1, "no code or no URI": 1}),)
    with closing(holdings.open("esco-onet-nesta", "nov2020")) as index:
        assert index.mappings("onet", "51-0001.00") == [
            Mapping("esco", f"{E}/occupation/o1", "", "confidence 2.0")
        ]


def test_a_crosswalk_under_another_name_needs_a_version(tmp_path: Path, holdings: Holdings):
    path = tmp_path / "mine.csv"
    path.write_text(NESTA, encoding="utf-8")
    with pytest.raises(VersionNotSaid, match="in its name"):
        import_paths([path], holdings, NOW)


def test_the_official_folder_has_these_counts(releases: Releases):
    read, other = releases.imported("crosswalk-esco-onet-nesta").counts
    assert read == Count("esco_onet_crosswalk_Nov2020.csv", 1680, 1680)
    assert (other.file, other.rows) == ("esco_onet_crosswalk_MCC.csv", 0)
