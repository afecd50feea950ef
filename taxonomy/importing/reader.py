"""What the importer needs to know of a scheme's download."""

from collections.abc import Callable
from dataclasses import dataclass

from taxonomy.draft import Draft
from taxonomy.edition import Edition
from taxonomy.importing.table import Table, Tables
from taxonomy.importing.tally import Tally


@dataclass(frozen=True)
class Reader:
    """How the files of one scheme are recognised and read.

    ``owns`` says whether a table belongs to the scheme; ``recognise`` takes the owned tables and
    the version that a person gave, or "", and returns the edition or raises what is wrong with
    them; ``read`` writes the edition. ``expects`` names the files for people.
    """

    scheme: str
    expects: str
    owns: Callable[[Table], bool]
    recognise: Callable[[Tables, str], Edition]
    read: Callable[[Tables, Edition, Draft, Tally], None]
