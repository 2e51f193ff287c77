"""Pages for the national administration: live figures, licences and the administrator's upkeep; nobody's record."""

from labour_exchange.web.headquarters import agencies, files, home, regions, upkeep
from labour_exchange.web.headquarters.blueprint import blueprint

__all__ = ["agencies", "blueprint", "files", "home", "regions", "upkeep"]
