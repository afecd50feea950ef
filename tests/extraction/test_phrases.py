import spacy

from extraction.phrases import Phrases


def found(text: str, *phrases: str) -> list[str]:
    doc = spacy.blank("en")(text)
    tree = Phrases((phrase, phrase) for phrase in phrases)
    return [text[start:end] for start, end, _ in tree.find(doc)]


def test_the_longest_phrase_wins() -> None:
    assert found("MIG welding table", "MIG", "MIG welding") == ["MIG welding"]


def test_plurals_and_ing_are_forgiven() -> None:
    assert found("welds, welding and a weld", "weld") == ["welds", "welding", "weld"]
    assert found("reading blueprints", "read blueprint") == ["reading blueprints"]


def test_a_phrase_does_not_reach_over_a_comma() -> None:
    assert found("blueprint, reading", "blueprint reading") == []


def test_hyphens_are_as_good_as_spaces() -> None:
    assert found("CDL A or CDL-A", "CDL-A") == ["CDL A", "CDL-A"]


def test_a_short_name_that_is_a_word_counts_in_capitals_only() -> None:
    assert found("put it on IT", "IT") == ["IT"]
