"""Translation catalogues: one folder an area, so that several people can write at once; compiled when the application starts."""

import atexit
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "translations"
CATALOGUE_AREAS = (
    "frame",
    "public",
    "accounts",
    "jobseeker",
    "employer",
    "agency",
    "office",
    "oversight",
    "headquarters",
    "placements",
    "statistics",
    "matching",
    "programmes",
    "measures",
    "efficiency",
    "cases",
    "inspections",
    "partners",
    "standards",
    "planning",
)
CATALOGUE_LANGUAGES = ("kk", "ru")


def compile_catalogues(source: Path = FOLDER) -> str:
    """Compile every catalogue that changed and return the folders as BABEL_TRANSLATION_DIRECTORIES wants them.

    The compiled file stands beside its source; where the source may not be written, in a folder that lives as long as this process.
    """
    target = source
    try:
        _compile_into(source, target)
    except OSError:
        private = TemporaryDirectory(prefix="catalogues-")
        atexit.register(private.cleanup)
        target = Path(private.name)
        _compile_into(source, target)
    return ";".join(str(target / area) for area in CATALOGUE_AREAS)


def _compile_into(source: Path, target: Path) -> None:
    for area in CATALOGUE_AREAS:
        for language in CATALOGUE_LANGUAGES:
            inside = Path(area, language, "LC_MESSAGES")
            written, compiled = source / inside / "messages.po", target / inside / "messages.mo"
            # Every area needs both files: Flask-Babel takes the plural rule of the last catalogue it loads, even of a missing one.
            if not compiled.exists() or compiled.stat().st_mtime <= written.stat().st_mtime:
                _compile(written, compiled, language)


def _compile(written: Path, compiled: Path, language: str) -> None:
    with written.open("rb") as text:
        catalogue = read_po(text, locale=language)
    compiled.parent.mkdir(parents=True, exist_ok=True)
    draft = compiled.with_suffix(f".{os.getpid()}")
    with draft.open("wb") as binary:
        write_mo(binary, catalogue)
    draft.replace(compiled)
