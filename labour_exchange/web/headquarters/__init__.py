"""Pages for the national administration: live figures, licences and the administrator's upkeep; nobody's record."""

from labour_exchange.web.headquarters import (
    agencies,
    complaints,
    exploring,
    files,
    home,
    oversight,
    planning,
    programmes,
    promises,
    regions,
    releases,
    searches,
    standards,
    upkeep,
)
from labour_exchange.web.headquarters.blueprint import blueprint

__all__ = [
    "agencies",
    "blueprint",
    "complaints",
    "exploring",
    "files",
    "home",
    "oversight",
    "planning",
    "programmes",
    "promises",
    "regions",
    "releases",
    "searches",
    "standards",
    "upkeep",
]
