"""Which pairs are worth scoring: the score written as a product of two sparse matrices, and the largest products of each row.

A column of the matrices is a cell and a slot. Cells say who can meet at all: a region (of people who would work from home, and of those
who would not), anywhere, or work from home; and a minor group of occupations. Slots carry the criteria. So only pairs that could be
suggested have a product, and it is the score but for roundings: several licences count one by one, pay by its bracket, the way to work by
district. What is retrieved is scored exactly afterwards.
"""

from bisect import bisect
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import scipy.sparse as sparse
from sparse_dot_topn import sp_matmul_topn

from labour_exchange.matching import scoring as rules
from labour_exchange.matching.batch.coding import ANYWHERE, Numbers, covered_by
from labour_exchange.matching.scoring import PersonFacts, PostFacts
from labour_exchange.territory.queries import districts_of, is_region
from labour_exchange.territory.rules import distance_between

MINOR = 3
ANY, REMOTE = "any", "remote"
OFFSET = 60  # Keeps every product of a cell positive, so that none is taken for nothing.
PAY_BRACKETS = tuple(round(60_000 * 1.2**step) for step in range(22))
ROWS_AT_ONCE = 20_000

Slot = tuple[Hashable, ...]
Weighed = dict[Slot, float]
Part = tuple[list[Hashable], Weighed]
Matrix = sparse.csr_matrix


@dataclass(slots=True)
class Columns:
    """The columns of both matrices: numbers of cells and slots, and which of their combinations a vacancy has."""

    cells: dict[Hashable, int] = field(default_factory=dict)
    slots: dict[Slot, int] = field(default_factory=dict)
    column_of: Numbers | None = None


class PartList:
    """Rows being gathered: each is a few parts, each part the combinations of some cells with some weighed slots."""

    def __init__(self, columns: Columns, *, is_asking: bool) -> None:
        self.columns, self.is_asking = columns, is_asking
        self.rows: list[int] = []
        self.cells: list[list[int]] = []
        self.slots: list[list[int]] = []
        self.values: list[list[float]] = []
        self.height = 0
        self.done: list[Matrix] = []

    def add(self, parts: Iterable[Part]) -> None:
        """One more row; what a person has and no vacancy asks is left out."""
        cells_known, slots_known = self.columns.cells, self.columns.slots
        for cells, weighed in parts:
            if self.is_asking:
                cells_of = [cells_known.setdefault(cell, len(cells_known)) for cell in cells]
                pairs = [(slots_known.setdefault(slot, len(slots_known)), value) for slot, value in weighed.items()]
            else:
                cells_of = [cells_known[cell] for cell in cells if cell in cells_known]
                pairs = [(slots_known[slot], value) for slot, value in weighed.items() if slot in slots_known]
            if cells_of and pairs:
                self.rows.append(self.height)
                self.cells.append(cells_of)
                self.slots.append([slot for slot, _ in pairs])
                self.values.append([value for _, value in pairs])
        self.height += 1
        if not self.is_asking and self.height % ROWS_AT_ONCE == 0:
            self._press()

    def matrix(self) -> Matrix:
        """All rows. Vacancies name the columns; they have to be asked first."""
        if self.is_asking:
            self._name_columns()
        self._press()
        if not self.done:
            return sparse.csr_matrix((0, self._width()), dtype=np.float32)
        return sparse.vstack(self.done, format="csr", dtype=np.float32)

    def _name_columns(self) -> None:
        used = np.zeros(len(self.columns.cells) * len(self.columns.slots), dtype=bool)
        for combined, _, _ in self._combinations():
            used[combined] = True
        numbered = np.cumsum(used, dtype=np.int32) - 1
        numbered[~used] = -1
        self.columns.column_of = numbered

    def _press(self) -> None:
        width, first = self._width(), sum(part.shape[0] for part in self.done)
        for combined, rows, values in self._combinations():
            columns = self._numbered()[combined]
            known = columns >= 0
            shape = (int(rows.max(initial=first)) + 1 - first, width)
            self.done.append(sparse.csr_matrix((values[known], (rows[known] - first, columns[known])), shape=shape, dtype=np.float32))
            first += shape[0]
        if self.height > first:
            self.done.append(sparse.csr_matrix((self.height - first, width), dtype=np.float32))
        self.rows, self.cells, self.slots, self.values = [], [], [], []

    def _numbered(self) -> Numbers:
        if self.columns.column_of is None:
            raise RuntimeError("the columns are named by the vacancies first")
        return self.columns.column_of

    def _width(self) -> int:
        return int(self._numbered().max(initial=-1)) + 1

    def _combinations(self) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
        """For some rows at a time, never splitting one: combined numbers of cell and slot, rows, values."""
        start = 0
        while start < len(self.rows):
            end = bisect(self.rows, self.rows[min(start + ROWS_AT_ONCE, len(self.rows)) - 1])
            cells, slots, values = self.cells[start:end], self.slots[start:end], self.values[start:end]
            wide, high = np.array([len(part) for part in slots]), np.array([len(part) for part in cells])
            sizes = wide * high
            part = np.repeat(np.arange(end - start), sizes)
            place = np.arange(len(part)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            cell = _flat(cells)[(np.cumsum(high) - high)[part] + place // wide[part]]
            slot = (np.cumsum(wide) - wide)[part] + place % wide[part]
            flat_values = np.array([value for one in values for value in one], dtype=np.float32)
            yield cell * len(self.columns.slots) + _flat(slots)[slot], np.array(self.rows[start:end])[part], flat_values[slot]
            start = end


def parts_of_post(post: PostFacts, exposure: int) -> list[Part]:
    """A vacancy: where it can be found, and what each of its demands is worth to somebody who meets it."""
    skills: Weighed = {}
    for asked, most in ((post.skills_required, rules.SKILLS_REQUIRED), (post.skills_wished, rules.SKILLS_WISHED)):
        for code in asked:
            skills["skill", code] = skills.get(("skill", code), 0.0) + most / len(asked)
    slots: Weighed = {("base",): OFFSET + exposure, ("hours", post.hours): 1, ("kind", post.employment_kind): 1, **skills}
    slots["pay", _bracket(post.pay_to or post.pay_from)] = 1
    if post.occupations:
        slots["unit", post.occupations[0]] = rules.OCCUPATION_WEIGHTS[0] - rules.OCCUPATION_WEIGHTS[1]
    if post.education_level is not None:
        slots["education", post.education_level] = rules.EDUCATION_MET - rules.EDUCATION_SHORT
    if months := rules.EXPERIENCE_MONTHS.get(post.experience or "", 0):
        slots["months", months] = rules.EXPERIENCE_MET - rules.EXPERIENCE_SHORT
    for name, asked, worth in (
        ("licence", post.licences, rules.LICENCES_MET - rules.LICENCE_MISSING),
        ("language", post.languages, rules.LANGUAGES_MET - rules.LANGUAGE_MISSING),
    ):
        for code in asked:
            slots[name, code] = worth / len(asked)
    if post.is_quota:
        slots["quota",] = rules.QUOTA
    minors = {code[:MINOR] for code in post.occupations}
    parts = []
    for meetings, more in _meetings_of_post(post):
        parts.append(([(meeting, minor) for meeting in meetings for minor in minors], slots | more))
        if skills:
            parts.append(([(meeting, "") for meeting in meetings], skills))
    return parts


def _meetings_of_post(post: PostFacts) -> list[tuple[list[Hashable], Weighed]]:
    place: Weighed = {("place", post.district_code or post.region_code): 1}
    if post.region_code is None:
        return [([("open", ANY, True), ("open", ANY, False)], {})]
    wishers = () if post.is_remote else (True,)
    found: list[tuple[list[Hashable], Weighed]] = [([(where, wisher) for where in (post.region_code, ANY) for wisher in (*wishers, False)], place)]
    return [*found, ([REMOTE], {("remote",): rules.REMOTE - rules.READY_TO_MOVE})] if post.is_remote else found


def parts_of_person(person: PersonFacts) -> list[Part]:
    """A person: where somebody can meet them, and what they bring to each demand."""
    skills: Weighed = {("skill", code): 1 for code in person.skills}
    meetings = _meetings_of_person(person)
    if not person.occupations:
        return [([(meeting, "") for meeting in meetings], skills)] if skills else []
    slots: Weighed = {("base",): 1, ("remote",): 1, ("quota",): float(person.is_quota_eligible), **skills}
    slots |= _places(person.region_code, person.district_code) | _pay(person.pay_from)
    slots |= {("unit", code): 1 for code in person.occupations}
    slots |= {("hours", code): rules.HOURS_MET - rules.HOURS_MISSED for code in person.hours}
    slots |= {("kind", code): rules.KIND_MET - rules.KIND_MISSED for code in person.employment_kinds}
    slots |= {("education", level): 1 for level in range((person.education_level or 0) + 1) if person.education_level is not None}
    slots |= {("months", months): 1 for months in set(rules.EXPERIENCE_MONTHS.values()) if months <= person.experience_months}
    slots |= {("licence", code): 1 for code in covered_by(person.licences)}
    slots |= {("language", code): 1 for code in person.languages}
    return [([(meeting, minor) for meeting in meetings for minor in {code[:MINOR] for code in person.occupations}], slots)]


def _meetings_of_person(person: PersonFacts) -> list[Hashable]:
    regions = {ANY} if ANYWHERE in person.move_regions else {person.region_code, *person.move_regions}
    found: list[Hashable] = [(region, person.wants_remote) for region in sorted(regions)]
    return [*found, ("open", ANY, person.wants_remote), *([REMOTE] if person.wants_remote else [])]


@cache
def _places(region: str, district: str | None) -> Weighed:
    """What it is worth that the work is in a place of the own region, above what a place elsewhere is worth."""
    if not is_region(region):
        return {}
    found: Weighed = {}
    for place in (region, *(one.kato for one in districts_of(region))):
        far = int(distance_between(district or region, place) / rules.KILOMETRES_A_POINT)
        found["place", place] = rules.SAME_REGION + max(rules.FARTHEST, -far) - rules.READY_TO_MOVE
    if district:
        found["place", district] = rules.SAME_DISTRICT - rules.READY_TO_MOVE
    return found


def _bracket(offered: int | None) -> int | None:
    return None if offered is None else bisect(PAY_BRACKETS, offered)


@cache
def _pay(wish: int | None) -> Weighed:
    """What pay in each bracket is worth to somebody with this wish."""
    if wish is None:
        return {}
    found: Weighed = {("pay", None): rules.PAY_UNKNOWN - rules.PAY_WORST}
    for bracket in range(len(PAY_BRACKETS) + 1):
        offered = PAY_BRACKETS[max(bracket - 1, 0)] * 1.1
        short = max(0.0, 100 * (wish - offered) / max(wish, 1))
        found["pay", bracket] = rules.PAY_MET - rules.PAY_WORST if not short else max(0, -max(1, int(short) // 3) - rules.PAY_WORST)
    return found


def nearest(asking: Matrix, transposed: Matrix, most: int, threads: int) -> tuple[Numbers, Numbers]:
    """The pairs of rows of `asking` and columns of `transposed` with the largest products, at most so many a row."""
    if not (asking.nnz and transposed.nnz):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    found = sp_matmul_topn(asking, transposed, top_n=most, n_threads=threads)
    rows = np.repeat(np.arange(found.shape[0]), np.diff(found.indptr))
    return rows, found.indices.astype(np.int64)


def _flat(lists: list[list[int]]) -> Numbers:
    return np.array([number for one in lists for number in one], dtype=np.int64)
