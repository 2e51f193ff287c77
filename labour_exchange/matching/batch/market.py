"""Everybody who looks for work and everything that is open, as one set of arrays that both directions read."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from labour_exchange.matching.batch import retrieval
from labour_exchange.matching.batch.coding import Numbers, PeopleCoder, Point, PostCoder, Vocabulary
from labour_exchange.matching.batch.twin import Flags, Twin
from labour_exchange.matching.scoring import CROWDED_ABOVE, PersonFacts, PostFacts, exposure_weight

NOBODY, OFFICES, EMPLOYERS = range(3)


@dataclass(frozen=True, slots=True)
class PostRow:
    """An open vacancy: its id, the version it was read in, what counts, where it is."""

    id: int
    version: int
    facts: PostFacts
    point: Point


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A profile: its ids, the version it was read in, what counts, where home is, and who may read it."""

    id: int
    jobseeker_id: int
    version: int
    facts: PersonFacts
    point: Point
    audience: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Some rows of one side as columns of a product: the transposed matrix and which rows they are."""

    matrix: retrieval.Matrix
    rows: Numbers


@dataclass(frozen=True, slots=True)
class Market:
    """Both sides. `versions` and `jobseeker_ids` go by row; `dismissed` holds pairs as person row x posts + post row."""

    twin: Twin
    people_matrix: retrieval.Matrix
    posts_matrix: retrieval.Matrix
    post_versions: Numbers
    person_versions: Numbers
    jobseeker_ids: Numbers
    audiences: Numbers
    quiet: Flags
    dismissed: Numbers

    @property
    def people(self) -> int:
        return len(self.jobseeker_ids)

    @property
    def posts(self) -> int:
        return len(self.post_versions)

    def posts_as_columns(self, wanted: Flags | None = None) -> Columns:
        return _columns(self.posts_matrix, wanted)

    def people_as_columns(self, wanted: Flags) -> Columns:
        return _columns(self.people_matrix, wanted)


def gathered(posts: Iterable[PostRow], people: Iterable[PersonRow], dismissed: Iterable[tuple[int, int]] = ()) -> Market:
    """Read both sides once, row by row; `dismissed` are pairs of jobseeker id and vacancy id."""
    vocabulary, columns = Vocabulary(), retrieval.Columns()
    post_coder, asking = PostCoder(vocabulary), retrieval.PartList(columns, is_asking=True)
    post_versions = []
    for post in posts:
        post_coder.add(post.id, post.facts, post.point)
        asking.add(retrieval.parts_of_post(post.facts, exposure_weight(post.facts.applications_per_post)))
        post_versions.append(post.version)
    posts_matrix = asking.matrix()
    person_coder, having = PeopleCoder(vocabulary), retrieval.PartList(columns, is_asking=False)
    others: list[tuple[int, int, int]] = []
    for person in people:
        person_coder.add(person.id, person.facts, person.point)
        having.add(retrieval.parts_of_person(person.facts))
        others.append((person.jobseeker_id, person.version, person.audience))
    of_people = np.array(others, dtype=np.int64).reshape(-1, 3)
    post_table = post_coder.table()
    return Market(
        twin=Twin(person_coder.table(), post_table, vocabulary),
        people_matrix=having.matrix(),
        posts_matrix=posts_matrix,
        post_versions=np.array(post_versions, dtype=np.int64),
        jobseeker_ids=of_people[:, 0].copy(),
        person_versions=of_people[:, 1].copy(),
        audiences=of_people[:, 2].copy(),
        quiet=post_table.crowd <= CROWDED_ABOVE,
        dismissed=_pairs(of_people[:, 0], post_table.ids, dismissed),
    )


def _pairs(jobseeker_ids: Numbers, vacancy_ids: Numbers, dismissed: Iterable[tuple[int, int]]) -> Numbers:
    person_rows = {int(one): row for row, one in enumerate(jobseeker_ids)}
    post_rows = {int(one): row for row, one in enumerate(vacancy_ids)}
    known = [person_rows[one] * len(vacancy_ids) + post_rows[other] for one, other in dismissed if one in person_rows and other in post_rows]
    return np.array(known, dtype=np.int64)


def _columns(matrix: retrieval.Matrix, wanted: Flags | None) -> Columns:
    rows = np.arange(matrix.shape[0]) if wanted is None else np.flatnonzero(wanted)
    return Columns((matrix if wanted is None else matrix[rows]).T.tocsr(), rows)
