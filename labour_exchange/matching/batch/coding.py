"""Profiles and vacancies as arrays of numbers: the facts that scoring reads, coded so that millions of pairs are scored at once."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from labour_exchange.classifications.licences import INCLUDED_CATEGORIES
from labour_exchange.matching.scoring import EXPERIENCE_MONTHS, PersonFacts, PostFacts

Numbers = NDArray[np.int64]
Bits = NDArray[np.uint8]
Point = tuple[float, float] | None

NOTHING = -1
ANYWHERE = "*"


@dataclass(slots=True)
class Vocabulary:
    """A number for each code, given out in the order of their coming; vacancies are coded first, so what no vacancy asks needs no number."""

    occupations: dict[str, int] = field(default_factory=dict)
    regions: dict[str, int] = field(default_factory=dict)
    districts: dict[str, int] = field(default_factory=dict)
    skills: dict[str, int] = field(default_factory=dict)
    licences: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    hours: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lists:
    """A list of codes for each row: those of row r are `codes[starts[r]:starts[r + 1]]`."""

    starts: Numbers
    codes: Numbers


@dataclass(frozen=True, slots=True)
class Posts:
    """Vacancies, a row each; -1 stands for what is not stated. `points` are degrees, NaN when unknown."""

    ids: Numbers
    occupation: Numbers
    required: Lists
    wished: Lists
    licences: Lists
    languages: Lists
    education: Numbers
    months: Numbers
    region: Numbers
    district: Numbers
    offered: Numbers
    hours: Numbers
    kind: Numbers
    remote: NDArray[np.bool_]
    quota: NDArray[np.bool_]
    crowd: NDArray[np.float64]
    points: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class People:
    """Profiles, a row each. Skills, licences and languages are sets of bits over what vacancies ask; hours, kinds and moves are masks."""

    ids: Numbers
    occupations: Lists
    skills: Bits
    licences: Bits
    languages: Bits
    education: Numbers
    months: Numbers
    region: Numbers
    district: Numbers
    moves: Numbers
    anywhere: NDArray[np.bool_]
    pay_from: Numbers
    hours: Numbers
    kinds: Numbers
    remote: NDArray[np.bool_]
    quota: NDArray[np.bool_]
    points: NDArray[np.float64]


class _Columns:
    """Columns that grow a row at a time, as compactly as arrays of the standard library do."""

    def __init__(self, *lists: str) -> None:
        self.numbers: dict[str, array[int]] = {}
        self.reals: dict[str, array[float]] = {}
        self.starts = {name: array("q", [0]) for name in lists}
        self.codes = {name: array("q") for name in lists}

    def add(self, **values: int) -> None:
        for name, value in values.items():
            self.numbers.setdefault(name, array("q")).append(value)

    def add_real(self, name: str, *values: float) -> None:
        self.reals.setdefault(name, array("d")).extend(values)

    def add_list(self, name: str, codes: Iterable[int]) -> None:
        self.codes[name].extend(codes)
        self.starts[name].append(len(self.codes[name]))

    def column(self, name: str) -> Numbers:
        return np.array(self.numbers.get(name, ()), dtype=np.int64)

    def real(self, name: str) -> NDArray[np.float64]:
        return np.array(self.reals.get(name, ()), dtype=np.float64)

    def lists(self, name: str) -> Lists:
        return Lists(np.array(self.starts[name], dtype=np.int64), np.array(self.codes[name], dtype=np.int64))

    def bits(self, name: str, size: int) -> Bits:
        found = self.lists(name)
        rows = np.repeat(np.arange(len(found.starts) - 1), np.diff(found.starts))
        made = np.zeros((len(found.starts) - 1, size // 8 + 1), dtype=np.uint8)
        np.bitwise_or.at(made, (rows, found.codes >> 3), (1 << (found.codes & 7)).astype(np.uint8))
        return made


def number_of(codes: dict[str, int], code: str | None) -> int:
    """The number of a code, a new one when it has none yet; -1 for nothing."""
    return NOTHING if code is None else codes.setdefault(code, len(codes))


def mask_of(codes: dict[str, int], wished: Iterable[str]) -> int:
    return sum(1 << number_of(codes, code) for code in set(wished))


class PostCoder:
    """Codes vacancies, one after the other."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._columns = _Columns("required", "wished", "licences", "languages")

    def add(self, row_id: int, post: PostFacts, point: Point) -> None:
        known, columns = self.vocabulary, self._columns
        offered = post.pay_to or post.pay_from
        columns.add(
            id=row_id,
            occupation=number_of(known.occupations, post.occupations[0] if post.occupations else None),
            education=NOTHING if post.education_level is None else post.education_level,
            months=EXPERIENCE_MONTHS.get(post.experience or "", 0),
            region=number_of(known.regions, post.region_code),
            district=number_of(known.districts, post.district_code),
            offered=NOTHING if offered is None else offered,
            hours=number_of(known.hours, post.hours),
            kind=number_of(known.kinds, post.employment_kind),
            remote=post.is_remote,
            quota=post.is_quota,
        )
        columns.add_real("crowd", post.applications_per_post)
        columns.add_real("points", *(point or (np.nan, np.nan)))
        for name, codes, asked in (
            ("required", known.skills, post.skills_required),
            ("wished", known.skills, post.skills_wished),
            ("licences", known.licences, post.licences),
            ("languages", known.languages, post.languages),
        ):
            columns.add_list(name, [number_of(codes, code) for code in asked])

    def table(self) -> Posts:
        columns = self._columns
        numbers = ("occupation", "education", "months", "region", "district", "offered", "hours", "kind")
        return Posts(
            ids=columns.column("id"),
            remote=columns.column("remote").astype(bool),
            quota=columns.column("quota").astype(bool),
            crowd=columns.real("crowd"),
            points=columns.real("points").reshape(-1, 2),
            **{name: columns.column(name) for name in numbers},
            **{name: columns.lists(name) for name in ("required", "wished", "licences", "languages")},
        )


class PeopleCoder:
    """Codes profiles, one after the other, once all vacancies have theirs."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._columns = _Columns("occupations", "skills", "licences", "languages")

    def add(self, row_id: int, person: PersonFacts, point: Point) -> None:
        known, columns = self.vocabulary, self._columns
        columns.add(
            id=row_id,
            education=NOTHING if person.education_level is None else person.education_level,
            months=person.experience_months,
            region=number_of(known.regions, person.region_code),
            district=number_of(known.districts, person.district_code),
            moves=mask_of(known.regions, person.move_regions - {ANYWHERE}),
            anywhere=ANYWHERE in person.move_regions,
            pay_from=NOTHING if person.pay_from is None else person.pay_from,
            hours=mask_of(known.hours, person.hours),
            kinds=mask_of(known.kinds, person.employment_kinds),
            remote=person.wants_remote,
            quota=person.is_quota_eligible,
        )
        columns.add_real("points", *(point or (np.nan, np.nan)))
        columns.add_list("occupations", [number_of(known.occupations, code) for code in person.occupations])
        columns.add_list("skills", _asked(known.skills, person.skills))
        columns.add_list("licences", _asked(known.licences, covered_by(person.licences)))
        columns.add_list("languages", _asked(known.languages, person.languages))

    def table(self) -> People:
        known, columns = self.vocabulary, self._columns
        numbers = ("education", "months", "region", "district", "moves", "pay_from", "hours", "kinds")
        return People(
            ids=columns.column("id"),
            occupations=columns.lists("occupations"),
            skills=columns.bits("skills", len(known.skills)),
            licences=columns.bits("licences", len(known.licences)),
            languages=columns.bits("languages", len(known.languages)),
            anywhere=columns.column("anywhere").astype(bool),
            remote=columns.column("remote").astype(bool),
            quota=columns.column("quota").astype(bool),
            points=columns.real("points").reshape(-1, 2),
            **{name: columns.column(name) for name in numbers},
        )


def covered_by(licences: frozenset[str]) -> frozenset[str]:
    """What a person may do with these licences: `is_covered` for all codes at once."""
    return licences | {included for held in licences for included in INCLUDED_CATEGORIES.get(held, ())}


def _asked(codes: dict[str, int], held: Iterable[str]) -> list[int]:
    return [codes[code] for code in held if code in codes]
