"""Cursors: what was written is read, and nothing else is."""

from datetime import date

import pytest

from search.criteria import VacancyCriteria, VacancyFilters
from search.queries.cursors import Position, read, written
from search.results import BadCursor

SECRET = b"sixteen bytes or more"
CRITERIA = VacancyCriteria(filters=VacancyFilters(regions=("KZ-71",)))
POSITION = Position("postgres", date(2026, 3, 20), (1.5, 2.25), 20, 8123.4567890123, "abc")


def test_a_cursor_is_read_as_it_was_written() -> None:
    cursor = written(POSITION, CRITERIA, SECRET)
    assert read(cursor, CRITERIA, SECRET) == POSITION
    assert cursor.replace("-", "").replace("_", "").isalnum()


def test_page_size_and_facets_may_change_between_pages() -> None:
    cursor = written(POSITION, CRITERIA, SECRET)
    assert read(cursor, VacancyCriteria(filters=CRITERIA.filters, limit=50, facets=True, cursor=cursor), SECRET) == POSITION


@pytest.mark.parametrize(
    "other", [VacancyCriteria(), VacancyCriteria(filters=CRITERIA.filters, sort="pay"), VacancyCriteria(filters=VacancyFilters(regions=("KZ-75",)))]
)
def test_another_question_is_refused(other: VacancyCriteria) -> None:
    with pytest.raises(BadCursor):
        read(written(POSITION, CRITERIA, SECRET), other, SECRET)


def test_every_changed_character_is_noticed() -> None:
    cursor = written(POSITION, CRITERIA, SECRET)
    # The last character may carry padding bits that mean nothing.
    for place in range(len(cursor) - 1):
        changed = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :]
        with pytest.raises(BadCursor):
            read(changed, CRITERIA, SECRET)


@pytest.mark.parametrize("nonsense", ["", "x", "чужой", "====", "A" * 200])
def test_nonsense_is_refused(nonsense: str) -> None:
    with pytest.raises(BadCursor):
        read(nonsense, CRITERIA, SECRET)


def test_another_secret_is_refused() -> None:
    with pytest.raises(BadCursor):
        read(written(POSITION, CRITERIA, SECRET), CRITERIA, b"another secret entirely")
