"""Every msgid of the web edge, as Babel's own extractors find them, and the catalogues that translate them."""

from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import labour_exchange.web
from labour_exchange.web.catalogues import CATALOGUE_AREAS, FOLDER

WEB = Path(labour_exchange.web.__file__).parent
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_l": None,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}


@dataclass(frozen=True, slots=True)
class Msgid:
    """One message to translate and the first place that says it."""

    id: str | tuple[str, ...]
    context: str | None
    place: str


def extracted_msgids() -> list[Msgid]:
    """All messages said in Python and in templates of the web, each once."""
    found: dict[tuple[object, str | None], Msgid] = {}
    methods = [("templates/**.*", "jinja2"), ("**.py", "python")]
    options = {"templates/**.*": {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}}
    for filename, line, message, _comments, context in extract_from_dir(str(WEB), methods, options, keywords=KEYWORDS):
        found.setdefault((message, context), Msgid(message, context, f"web/{filename}:{line}"))
    return sorted(found.values(), key=lambda msgid: msgid.place)


def catalogues(language: str) -> dict[str, Catalog]:
    """The catalogue of each area in one language."""
    read = {}
    for area in CATALOGUE_AREAS:
        with (FOLDER / area / language / "LC_MESSAGES" / "messages.po").open("rb") as text:
            read[area] = read_po(text, locale=language)
    return read
