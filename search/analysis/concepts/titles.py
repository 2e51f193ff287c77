"""How the words of a title are read: abbreviations spelt out, women's forms of occupations led back, words that say little told apart."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from search.analysis.normalisation import normalise
from search.analysis.words import Word, readings

_FILE = Path(__file__).parent.parent / "data" / "title_words.txt"
_PAIR = re.compile(r"(?<!\w)[а-я]/[а-я](?!\w)")

# Stems of women's forms and of the names they are made from: сварщица, учительница, кассирша, повариха.
_WOMENS_FORMS = (
    (re.compile(r"(.{2,}[щч])иц$"), ("{0}ик", "{0}ец")),
    (re.compile(r"(.{3,})вщиц$"), ("{0}вец", "{0}вщик")),
    (re.compile(r"(.{3,}тел)ьниц$"), ("{0}",)),
    (re.compile(r"(.{3,})ниц$"), ("{0}ник",)),
    (re.compile(r"(.{3,})иц$"), ("{0}ец", "{0}иц")),
    (re.compile(r"(.{3,}(?:[иае]ст|ант|ент|ор|ер))к$"), ("{0}",)),
    (re.compile(r"(.{2,}[рнлтмв])ш$"), ("{0}",)),
    (re.compile(r"(.{3,})их$"), ("{0}",)),
)


class TitleWords(NamedTuple):
    """The lists of data/title_words.txt."""

    ranks: frozenset[str]
    aside: frozenset[str]
    spelt_out: dict[str, str]
    pairs: dict[str, tuple[str, str]]


@cache
def title_words() -> TitleWords:
    sections: dict[str, list[str]] = {}
    current = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(current, []).append(line)
    ranks, aside = (frozenset(word for line in sections[name] for word in line.split()) for name in ("rank", "aside"))
    spelt_out = {line.split()[0]: line.split()[1] for line in sections["spelt out"]}
    pairs = {pair: (kept, full) for pair, kept, full in map(str.split, sections["pairs"])}
    return TitleWords(ranks, aside, spelt_out, pairs)


def read_title(text: str, found: tuple[Word, ...], known: frozenset[str]) -> tuple[Word, ...]:
    """The same words with every reading each may have in a title; `known` are the stems that terms of the lexicon consist of."""
    shortened = title_words().spelt_out
    paired = _paired(text) if "/" in text else {}
    return tuple(_read(word.surface, paired.get(word.surface) or shortened.get(word.surface), known) for word in found)


def _paired(text: str) -> dict[str, str]:
    """The letter that is left of "м/с" as a word, and what it stands for."""
    pairs = title_words().pairs
    return dict(pairs[pair] for pair in _PAIR.findall(normalise(text)) if pair in pairs)


@lru_cache(maxsize=50_000)
def _read(surface: str, full: str | None, known: frozenset[str]) -> Word:
    return Word(surface, _readings(surface, full, known))


def _readings(surface: str, full: str | None, known: frozenset[str]) -> tuple[str, ...]:
    plain = readings(surface)
    if full is not None:
        return tuple(dict.fromkeys((*plain, *readings(full))))
    # Stems of women's forms end so; nothing else is worth the look.
    return (*plain, *mens_forms(plain[0], known)) if plain[0][-1:] in "цкшх" else plain


def mens_forms(stem: str, known: frozenset[str]) -> tuple[str, ...]:
    """Known stems of which the stem may be the women's form."""
    for pattern, forms in _WOMENS_FORMS:
        if match := pattern.fullmatch(stem):
            found = tuple(form for each in forms if (form := each.format(match[1])) in known)
            if found:
                return found
    return ()
