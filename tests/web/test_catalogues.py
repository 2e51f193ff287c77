"""Every word of the web is said in Kazakh and Russian, once, whole and with its placeholders; no template speaks outside gettext."""

import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from jinja2 import Environment, nodes
from jinja2.lexer import Lexer

from labour_exchange.web.catalogues import CATALOGUE_AREAS, CATALOGUE_LANGUAGES, FOLDER, compile_catalogues
from tests.web.extraction import WEB, Msgid, catalogues, extracted_msgids

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
# A per cent sign by itself is written twice, because every message is formatted, also one without placeholders.
FORMATTED = re.compile(r"(?:[^%]|%%|%\(\w+\)[sd])*")
LETTERS = re.compile(r"[^\W\d_]")
SPOKEN_ATTRIBUTES = {"aria-label", "title", "placeholder", "alt"}
# Words that are the same in every language.
ALLOWED = {"CSV", "XLSX", "JSON", "PDF", "API"}
GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))


def translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings)


def missing(language: str) -> list[Msgid]:
    known = catalogues(language).values()
    return [one for one in extracted_msgids() if not any(translated(catalogue.get(one.id, one.context)) for catalogue in known)]


def as_entry(one: Msgid, language: str) -> str:
    """The missing entry, ready to be pasted into the area's catalogue."""
    context = [f'msgctxt "{one.context}"'] if one.context else []
    if isinstance(one.id, str):
        body = [f'msgid "{one.id}"', 'msgstr ""']
    else:
        forms = 2 if language == "kk" else 3
        body = [f'msgid "{one.id[0]}"', f'msgid_plural "{one.id[1]}"', *(f'msgstr[{form}] ""' for form in range(forms))]
    return "\n".join([f"# {one.place}", *context, *body])


@pytest.mark.parametrize("language", CATALOGUE_LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    found = missing(language)
    assert not found, f"missing in {language}:\n\n" + "\n\n".join(as_entry(one, language) for one in found)


def test_the_extractors_find_python_and_templates() -> None:
    places = {one.id: one.place for one in extracted_msgids()}
    assert places["Main menu"].startswith("web/templates/frame/masthead.html")
    assert places["Page not found"].startswith("web/errors.py")
    assert any(isinstance(one.id, tuple) for one in extracted_msgids())
    assert any(one.context == "part of a date" for one in extracted_msgids())


@pytest.mark.parametrize("language", CATALOGUE_LANGUAGES)
@pytest.mark.parametrize("area", CATALOGUE_AREAS)
def test_catalogue_is_sound(area: str, language: str) -> None:
    catalogue = catalogues(language)[area]
    assert catalogue.num_plurals == (2 if language == "kk" else 3)
    wrong = []
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set(PLACEHOLDER.findall(" ".join(ids)))
        uneven = [string for string in strings if set(PLACEHOLDER.findall(string)) != wanted]
        plural_lacks = isinstance(message.id, tuple) and len(strings) != catalogue.num_plurals
        unformatted = not all(FORMATTED.fullmatch(string) for string in (*ids, *strings))
        if message.fuzzy or not all(strings) or uneven or unformatted or plural_lacks or [str(error) for error in message.check(catalogue)]:
            wrong.append(ids[0])
    assert wrong == []


@pytest.mark.parametrize("language", CATALOGUE_LANGUAGES)
def test_one_message_has_one_translation(language: str) -> None:
    said: dict[tuple[object, str | None], dict[object, str]] = {}
    for area, catalogue in catalogues(language).items():
        for message in catalogue:
            if message.id:
                said.setdefault((message.id, message.context), {}).setdefault(message.string, area)
    assert {key: found for key, found in said.items() if len(found) > 1} == {}


class Spoken(HTMLParser):
    """Collects the letters a reader would see or hear in the literal part of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        self.found += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value and LETTERS.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent and LETTERS.search(data):
            self.found.append(data.strip())


def literal_html(source: str) -> str:
    """The template without its Jinja parts and without what stands inside trans blocks."""
    environment = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered
    source = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "", source, flags=re.S)
    kept = {"variable_begin": "\0"}
    found = "".join(value if kind == "data" else kept.get(kind, "") for _, kind, value in Lexer(environment).tokeniter(source, None))
    # An element whose name is an expression is read as some element; every other expression says nothing by itself.
    return found.replace("<\0", "<div").replace("</\0", "</div").replace("\0", "")


def spoken_constants(source: str) -> list[str]:
    """String constants that look like words for people (a capital or a Cyrillic letter first) outside a gettext call."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(source)  # noqa: S701 - nothing is rendered
    said_through_gettext = {
        id(constant)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in GETTEXT
        for constant in call.find_all(nodes.Const)
    }
    constants = [one.value for one in tree.find_all(nodes.Const) if id(one) not in said_through_gettext and isinstance(one.value, str)]
    return [value for value in constants if re.match(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі]", value)]


def unspoken_words(source: str) -> list[str]:
    reader = Spoken()
    reader.feed(literal_html(source))
    reader.close()
    return [words for words in reader.found + spoken_constants(source) if words not in ALLOWED]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB / "templates")))
def test_template_speaks_only_through_gettext(path: Path) -> None:
    assert unspoken_words(path.read_text()) == []


def test_a_lone_per_cent_sign_is_seen() -> None:
    assert FORMATTED.fullmatch("Of %(count)d people 80 %% were placed.")
    assert not FORMATTED.fullmatch("Of %(count)d people 80 % were placed.")


def test_the_lint_hears_untranslated_words() -> None:
    assert unspoken_words("<p>Hello {{ name }}</p>") == ["Hello"]
    assert unspoken_words('<a aria-label="Close" href="/x">{{ _("Close") }}</a>') == ["Close"]
    assert unspoken_words('{{ forms.submit_row("Save it") }}') == ["Save it"]
    assert unspoken_words('<p class="lx-quiet">{{ _("Hello") }} · {% trans %}More{% endtrans %} {# Note #}</p><script>var a;</script>') == []


def test_catalogues_are_compiled_once_and_again_when_changed(tmp_path: Path) -> None:
    source = tmp_path / "translations"
    shutil.copytree(FOLDER, source, ignore=shutil.ignore_patterns("*.mo"))
    folders = compile_catalogues(source).split(";")
    assert folders == [str(source / area) for area in CATALOGUE_AREAS]
    compiled = source / "frame" / "ru" / "LC_MESSAGES" / "messages.mo"
    first = compiled.stat().st_mtime_ns
    compile_catalogues(source)
    assert compiled.stat().st_mtime_ns == first
    later = compiled.stat().st_mtime + 10
    os.utime(compiled.with_suffix(".po"), (later, later))
    compile_catalogues(source)
    assert compiled.stat().st_mtime_ns != first
    assert len(list(source.rglob("*.mo"))) == len(CATALOGUE_AREAS) * len(CATALOGUE_LANGUAGES)


def test_catalogues_that_cannot_be_written_beside_their_source_are_compiled_elsewhere(tmp_path: Path) -> None:
    source = tmp_path / "translations"
    shutil.copytree(FOLDER, source, ignore=shutil.ignore_patterns("*.mo"))
    # A folder in the file's place refuses writing to root too, which permissions would not.
    blocked = source / "frame" / "kk" / "LC_MESSAGES" / "messages.mo"
    blocked.mkdir()
    os.utime(blocked, (0, 0))
    folders = [Path(folder) for folder in compile_catalogues(source).split(";")]
    assert [folder.name for folder in folders] == list(CATALOGUE_AREAS)
    assert not any(folder.is_relative_to(source) for folder in folders)
    assert all((folder / language / "LC_MESSAGES" / "messages.mo").is_file() for folder in folders for language in CATALOGUE_LANGUAGES)
