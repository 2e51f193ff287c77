"""The cells that an assessment of records keeps: beside it, in its place when it is made again, and for those who may read them."""

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from labour_exchange.foundation.access import OFFICE_STAFF, Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Refusal
from labour_exchange.programmes.efficiency.assessment import Assessment, assess
from labour_exchange.programmes.efficiency.keeping import assess_efficiency, keep_assessment
from labour_exchange.programmes.efficiency.queries import Order, all_rows, groups_with_cells, other_rows, shown_cells
from labour_exchange.programmes.efficiency.states import MATCHED, Standing
from labour_exchange.programmes.models.efficiency import EfficiencyCell
from tests.programmes import small_country

ANALYST, OFFICER = Actor(ActorKind.ANALYST), Actor(ActorKind.OFFICE, region_code="KZ-71")
EVERYBODY = (2017, None, "all", "")
ALIKE = (
    "UPDATE profiles SET education_level = 4, occupation_codes = ARRAY['7212'] WHERE education_level IS NOT NULL",
    "UPDATE jobseekers SET born_on = '1980-01-01'",
    "UPDATE registrations SET registered_on = registered_on - 1000",
)
"""Makes of a small country's people few kinds, so that there is somebody like most of them."""


@pytest.fixture
def drawn(app: Flask, committed: ExchangeSession) -> ExchangeSession:
    small_country.draw(committed, app.config["SETTINGS"], one_in=100)
    for statement in ALIKE:
        committed.execute(text(statement))
    return committed


def rows(session: ExchangeSession, dimension: str, key: str, region: str | None = None) -> list[EfficiencyCell]:
    return list(all_rows(session, ANALYST, (2017, region, dimension, key), Order.PARTICIPANTS, descending=True))


def groups_of(found: Assessment) -> list[tuple[str, str, float | None, int, int]]:
    assert found.whole
    every = [found.whole, *(one for some in found.groups.values() for one in some)]
    return [(one.dimension, one.key, one.estimate.effect, one.estimate.matched, one.counts["entrants"]) for one in every]


def test_what_is_kept_adds_up_to_each_estimate_exactly_in_the_database_too(drawn: ExchangeSession) -> None:
    found = keep_assessment(drawn, 2017)
    drawn.expire_all()
    said = 0
    for dimension, key, effect, matched, entrants in groups_of(found):
        kept = rows(drawn, dimension, key)
        known = [row for row in kept if row.standing in MATCHED]
        assert sum(row.participants or 0 for row in known) == matched
        others = [row.participants for row in kept if row.standing not in MATCHED]
        assert None in others or sum(map(int, filter(None, others))) == entrants - matched
        if effect is not None:
            said += 1
            assert sum(row.additional or 0 for row in known) / matched == effect
            one = (EfficiencyCell.dimension == dimension, EfficiencyCell.key == key, EfficiencyCell.standing.in_(MATCHED))
            total = drawn.scalar(select(func.sum(EfficiencyCell.additional)).where(*one))
            assert total is not None
            assert total / matched == effect
    assert said > 3, "the test would prove nothing"


def test_a_region_says_of_itself_what_its_line_in_the_country_says_and_withholds_the_same(drawn: ExchangeSession) -> None:
    keep_assessment(drawn, 2017)
    assert groups_of(keep_assessment(drawn, 2017, "KZ-71"))[0][2:] == next(one[2:] for one in groups_of(assess(drawn, 2017)) if one[1] == "KZ-71")

    def kept(*group: str, region: str | None = None) -> list[tuple[object, ...]]:
        names = ("standing", "sex", "region_code", "participants", "employed", "others", "additional")
        return [tuple(getattr(row, name) for name in names) for row in rows(drawn, *group, region=region)]

    assert kept("all", "", region="KZ-71") == kept("region", "KZ-71")


def test_the_cells_of_an_assessment_go_with_it(drawn: ExchangeSession) -> None:
    assess_efficiency(drawn)
    count = drawn.scalar(select(func.count()).select_from(EfficiencyCell))
    assess_efficiency(drawn)
    assert drawn.scalar(select(func.count()).select_from(EfficiencyCell)) == count
    # Nobody of 2012 has anybody like them: who they were is erased.
    assert {row.standing for row in rows_of_2012(drawn)} <= {Standing.UNKNOWN_EDUCATION, Standing.UNKNOWN_OCCUPATION}


def rows_of_2012(session: ExchangeSession) -> list[EfficiencyCell]:
    return list(all_rows(session, ANALYST, (2012, None, "all", ""), Order.PARTICIPANTS, descending=True))


def test_the_analyst_reads_all_and_an_office_its_own_regions_assessments(drawn: ExchangeSession) -> None:
    everywhere = {None, "KZ-71", "KZ-75"}
    for region in everywhere:
        keep_assessment(drawn, 2017, region)
    expected = {ActorKind.ANALYST: everywhere, ActorKind.SYSTEM: everywhere, ActorKind.OFFICE: {"KZ-71"}, ActorKind.APPROVER: {"KZ-71"}}
    for kind in ActorKind:
        region_of = "KZ-71" if kind in OFFICE_STAFF else None
        actor = Actor(kind, user_id=1, jobseeker_id=1, organisation_id=1, region_code=region_of)
        assert {region for region in everywhere if groups_with_cells(drawn, actor, 2017, region, "measure")} == expected.get(kind, set()), kind
        with acting_as(drawn, actor):
            behind = drawn.scalar(text("SELECT count(DISTINCT assessment_id) FROM efficiency_cells"))
        assert behind == len(expected.get(kind, set())), kind


def test_the_cells_come_in_the_order_asked_for_page_by_page(drawn: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labour_exchange.programmes.efficiency.queries.PAGE_SIZE", 9)
    keep_assessment(drawn, 2017)
    for order in Order:
        shown = [getattr(row, order) for row in rows(drawn, "all", "") if row.standing is Standing.SHOWN]
        assert len(shown) > 9
        for descending in (True, False):
            page = shown_cells(drawn, ANALYST, EVERYBODY, order, descending=descending)
            found = [getattr(row, order) for row in page.rows]
            while page.next_cursor:
                page = shown_cells(drawn, ANALYST, EVERYBODY, order, descending=descending, cursor=page.next_cursor)
                found += [getattr(row, order) for row in page.rows]
            assert found == sorted(shown, reverse=descending)
    with pytest.raises(Refusal):
        shown_cells(drawn, ANALYST, EVERYBODY, cursor="nonsense")
    assert set(other_rows(drawn, OFFICER, EVERYBODY)) == set()
    assert Standing.TOGETHER in other_rows(drawn, ANALYST, EVERYBODY)
