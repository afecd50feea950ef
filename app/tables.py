"""What the vocabularies hold, as tables at the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from app.dictionary import KINDS, ConceptDictionary
from app.errors import UnknownConcept, UnknownKind
from app.installation import Installation
from needs.concept import Concept
from needs.dictionary import Article, Entry, Section

WIDE = 200  # letters; what is piped is not broken into lines
FEW = 12  # of what a concept is connected with in one way
PLURALS = {"technologies": "technology", "industries": "industry"}
PLURALS |= {"program": "programme", "programs": "programme"}
PROGRAMMES = "Programmes appear once the CIP–SOC crosswalk is imported: needline taxonomy import"


def console() -> Console:
    """Return where tables are shown; lines stay whole where nobody looks at them."""
    here = Console(highlight=False, markup=False)
    return here if here.is_terminal else Console(highlight=False, markup=False, width=WIDE)


def columns(*headings: str) -> Table:
    """Return a table without lines; a heading that ends in ``>`` is for numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        plain = heading.removesuffix(" >")
        table.add_column(plain, justify="right" if heading != plain else "left")
    return table


def versions(installation: Installation) -> None:
    """Show what is imported, and which version of each scheme is in use."""
    used, own = installation.holdings.in_use(), installation.concepts.starter.about
    table = columns("Scheme", "Version", "In use", "Imported", "Rows kept >", "Skipped >", "What")
    for about in [own, *(one for one in installation.holdings.all() if one != own)]:
        edition = about.edition
        here = about == own or used.get(edition.scheme) == edition.version
        kept = sum(one.kept for one in about.counts)
        skipped = sum(one.rows for one in about.counts) - kept
        numbers = (f"{kept:,}", f"{skipped:,}") if about.counts else ("", "")
        marks = ("yes" if here else "", about.at[:10])
        table.add_row(edition.scheme, edition.version, *marks, *numbers, edition.title)
    console().print(table)


def licences(installation: Installation) -> None:
    """Show the licence and the credits of everything in use."""
    out = console()
    for about in installation.concepts.abouts:
        out.print(f"{about.edition.title} ({about.edition.scheme} {about.edition.version})")
        out.print(f"  Licence: {about.edition.licence}")
        for line in about.attributions:
            out.print(f"  {line}")
        out.print()


def found(installation: Installation, words: str, kind: str | None, top: int) -> None:
    """Show what a person may be looking for who types these words."""
    one = _kind(kind)
    entries = ConceptDictionary(installation.concepts).search(words, one)[:top]
    if not entries:
        console().print(f"Nothing was found for “{words}”. Try another or a shorter word.")
        return
    _list(entries)


def concept(installation: Installation, what: str) -> None:
    """Show a concept: its names, what stands above it, what it is linked to."""
    article, out = _article(installation, what), console()
    entry = article.entry
    out.print(f"{entry.concept.label} ({entry.kind}, {entry.source})", style="bold")
    out.print(_code(entry))
    if article.description:
        out.print(article.description)
    out.print(f"Also called: {_some(article.names[1:]) or 'nothing else'}")
    for section in article.sections:
        _tell(out, section)


def programmes(installation: Installation, job: str) -> None:
    """Show the college programmes that lead to an occupation, or to those a title may mean."""
    out, looked = console(), ConceptDictionary(installation.concepts)
    codes = [code for code in (job, f"{job}.00") if looked.article("onet", code)]
    jobs = codes[:1] or _meant(installation, job)
    if not jobs:
        raise UnknownConcept(f"“{job}” fits no occupation. {UnknownConcept.__doc__}")
    for code in jobs:
        if article := looked.article("onet", code):
            out.print(f"{article.entry.concept.label} ({code})", style="bold")
            _programmes(out, article)


def _programmes(out: Console, article: Article) -> None:
    for section in article.sections:
        if section.way == "programmes" and section.missing:
            out.print(f"  {PROGRAMMES} PATH")
        elif section.way == "programmes":
            for one in section.items:
                out.print(f"  {one.entry.code}  {one.entry.concept.label}")
            if not section.items:
                out.print("  No programme leads to this occupation.")


def _meant(installation: Installation, title: str) -> list[str]:
    return [link.concept.uri for link in installation.linker.occupations(title, top=3)]


def _article(installation: Installation, what: str) -> Article:
    looked = ConceptDictionary(installation.concepts)
    for scheme in _schemes(installation):
        if article := looked.article(scheme, what):
            return article
    for entry in looked.search(what, ""):
        if what in (entry.code, entry.concept.uri):
            return looked.article(entry.concept.scheme, entry.concept.uri) or _unknown(what)
    return _unknown(what)


def _schemes(installation: Installation) -> list[str]:
    return list(dict.fromkeys(["onet", "esco", "local", *installation.holdings.in_use()]))


def _unknown(what: str) -> Article:
    raise UnknownConcept(f"“{what}” is no code or address here. {UnknownConcept.__doc__}")


def _kind(kind: str | None) -> str:
    one = PLURALS.get(kind or "", (kind or "").removesuffix("s"))
    if one and one not in KINDS:
        raise UnknownKind(f"“{kind}” is no kind. {UnknownKind.__doc__} {', '.join(KINDS)}.")
    return one


def _list(entries: list[Entry]) -> None:
    table = columns("What", "Kind", "Source", "Code")
    for one in entries:
        table.add_row(one.concept.label, one.kind, one.source, _code(one))
    console().print(table)


def _code(entry: Entry) -> str:
    """Return what `show` takes: many tools share a commodity's code."""
    shared = entry.kind in ("technology", "tool")
    return entry.concept.uri if shared else entry.code or entry.concept.uri


def _tell(out: Console, section: Section) -> None:
    if section.missing:
        out.print(f"{section.way.capitalize()}: import {section.missing} to see them.")
        return
    named = [_named(one.entry.concept, one.note) for one in section.items]
    if named:
        out.print(f"{section.way.capitalize()}: {_some(named, section.more)}")


def _some(items: Sequence[str], more: int = 0) -> str:
    """Return the first items, and how many more there are."""
    rest = more + max(0, len(items) - FEW)
    return "; ".join([*items[:FEW], *([f"and {rest:,} more"] if rest else [])])


def _named(concept: Concept, note: str) -> str:
    code = "" if concept.uri.startswith("http") else f" ({concept.uri})"
    return f"{concept.label}{code}{f' [{note}]' if note else ''}"
