"""The releases that whoever is signed in may read."""

from typing import Annotated

from fastapi import Depends

from storage.access import Visitor
from storage.releases import Releases
from web.given import Given
from web.sessions import reader


def shelf(site: Given, visitor: Annotated[Visitor, Depends(reader)]) -> Releases:
    """Return the releases of the visitor's partnership."""
    return Releases(site.database.tenant(visitor.partnership))


Shelf = Annotated[Releases, Depends(shelf)]
