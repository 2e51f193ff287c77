"""How alike two vacancies are by employer, place, title, text and pay, and under which keys likely pairs meet; pure."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

SAME_FROM = 0.62
LEAST_TITLE, LEAST_TEXT = 0.5, 0.2
TITLE_WEIGHT, TEXT_WEIGHT, PAY_WEIGHT = 0.45, 0.45, 0.1
# What of a pay is left when two are held to be one offer told before and after tax, or raised a little.
NEAR_PAY = 0.75
ONE_STREET = 0.5
KEPT_LETTERS = 5  # Cut so, the forms of a Russian or Kazakh word meet.
SHORTEST_KEY_WORD = 4
MOST_KEY_WORDS = 4

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_LEGAL_FORMS = "тоо ао ип жшс ақ жк оао зао ооо пк кх шқ гу кгп гкп рмк мкк мемлекеттік llp ltd llc jsc inc товарищество"
LEGAL_FORMS = frozenset(_WORD.findall(_LEGAL_FORMS))
# Who somebody must be in rank tells two posts of one trade apart.
_RANKS = (
    "главн старш ведущ млад помощ замес стаже начал руков дирек бас аға кіші көмек орынб басшы тағыл senior junior lead chief head assis deput inter"
)
RANKS = tuple(_WORD.findall(_RANKS))
# Words that an advertisement adds to its title, not to the work.
_SHOUTS = "срочн требу вакан работ ваканс керек жұмыс шұғыл urgen wante hiring вахта ищем нужен нужна нужны приго"
SHOUTS = frozenset(_WORD.findall(_SHOUTS))
_KINDS_OF_STREET = "улица просп город микро район шоссе переу бульв көшес даңғы қалас ауыл ауданы street avenu"
KINDS_OF_STREET = frozenset(word[:KEPT_LETTERS] for word in _WORD.findall(_KINDS_OF_STREET))
_FILLERS = "и в на с по для от до за о к у не или как же бы со из об the a an of to in for and or with мен және үшін бен пен де да"
FILLERS = frozenset(_WORD.findall(_FILLERS))


@dataclass(frozen=True)
class Posting:
    """What of a vacancy is compared. `origin` is who brought it: two of one origin are two posts, however alike."""

    origin: str
    employer_id: int | None
    employer_name: str
    employer_bin: str | None
    region: str | None
    district: str | None
    place: str
    title: str
    text: str
    occupation: str | None
    pay_from: int | None
    pay_to: int | None

    @cached_property
    def title_words(self) -> frozenset[str]:
        return frozenset(_cut(self.title)) - SHOUTS

    @cached_property
    def ranks(self) -> frozenset[str]:
        return frozenset(word for word in self.title_words if any(word.startswith(rank) for rank in RANKS))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_cut(self.text))

    @cached_property
    def numbers_of_place(self) -> frozenset[str]:
        """Numbers of houses, which tell the branches of a chain apart."""
        return frozenset(re.findall(r"\d+", self.place))

    @cached_property
    def streets(self) -> frozenset[str]:
        return frozenset(word for word in _cut(self.place) if not word[0].isdigit() and len(word) >= SHORTEST_KEY_WORD) - KINDS_OF_STREET


def keys_of(posting: Posting) -> frozenset[str]:
    """Under these a pair is looked for: employer and region with the occupation, and with each of the title's longer words."""
    if posting.region is None:
        return frozenset()
    words = sorted((word for word in posting.title_words if len(word) >= SHORTEST_KEY_WORD), key=lambda word: (-len(word), word))[:MOST_KEY_WORDS]
    about = [f"t:{word}" for word in words] + ([f"o:{posting.occupation}"] if posting.occupation else [])
    return frozenset(_hashed(f"{employer}|{posting.region}|{one}") for employer in _employers(posting) for one in about)


def likeness(one: Posting, other: Posting) -> float:
    """From 0 (another vacancy) to 1 (the same word for word); 0 also where employer, place or rank tells them apart."""
    if one.origin == other.origin or not _is_same_employer(one, other) or not _may_be_one_place(one, other) or one.ranks != other.ranks:
        return 0.0
    title, text = _shared(one.title_words, other.title_words), _shared(one.words, other.words)
    if title < LEAST_TITLE or text < LEAST_TEXT:
        return 0.0
    return round(TITLE_WEIGHT * title + TEXT_WEIGHT * text**0.5 + PAY_WEIGHT * _pay_likeness(one, other), 4)


def is_same(one: Posting, other: Posting) -> bool:
    return likeness(one, other) >= SAME_FROM


def employer_key(name: str) -> str:
    """A company's name without its legal form, marks and order of words."""
    return " ".join(sorted(word for word in _words(name) if word not in LEGAL_FORMS))


def _employers(posting: Posting) -> list[str]:
    named = employer_key(posting.employer_name)
    return [f"n:{named}"] if named else [f"i:{posting.employer_id}"] if posting.employer_id else []


def _is_same_employer(one: Posting, other: Posting) -> bool:
    if one.employer_id is not None and one.employer_id == other.employer_id:
        return True
    if one.employer_bin and other.employer_bin:
        return one.employer_bin == other.employer_bin
    named = employer_key(one.employer_name)
    return bool(named) and named == employer_key(other.employer_name)


def _may_be_one_place(one: Posting, other: Posting) -> bool:
    """Never across regions or districts; two addresses with other numbers or no street in common are two branches. Who names none denies none."""
    if one.region != other.region or (one.district and other.district and one.district != other.district):
        return False
    if one.numbers_of_place and other.numbers_of_place:
        return bool(one.numbers_of_place & other.numbers_of_place) and _is_one_street(one.streets, other.streets)
    return True


def _is_one_street(some: frozenset[str], others: frozenset[str]) -> bool:
    """Most of the words of the shorter address stand in the longer one; the name of the city alone makes no street."""
    return not some or not others or len(some & others) / min(len(some), len(others)) > ONE_STREET


def _pay_likeness(one: Posting, other: Posting) -> float:
    """1 for the same or where somebody states none, less the further apart."""
    mine, theirs = one.pay_from or one.pay_to, other.pay_from or other.pay_to
    if not mine or not theirs:
        return 1.0
    near = min(mine, theirs) / max(mine, theirs)
    return near if near >= NEAR_PAY else 0.0


def _shared(some: frozenset[str], others: frozenset[str]) -> float:
    """The share of the shorter side's words that both have, a little less where the longer side says much more."""
    if not some or not others:
        return 1.0 if some == others else 0.0
    together = len(some & others)
    return 0.7 * together / min(len(some), len(others)) + 0.3 * together / len(some | others)


def _cut(text: str) -> Iterable[str]:
    return (word[:KEPT_LETTERS] for word in _words(text) if word not in FILLERS)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("ё", "е"))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]
