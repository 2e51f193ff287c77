"""Both historical programmes as definitions, versions of terms, and decisions that stay explained by the version they were taken under."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.loading import definitions
from labour_exchange.programmes.models.programmes import Measure, MeasureTerms
from labour_exchange.programmes.operations import definitions as operations
from labour_exchange.programmes.queries.definitions import direction_of, measure_by_code, programmes, terms_on
from labour_exchange.programmes.queries.enrolments import refusal_sentences
from labour_exchange.programmes.rules.terms import TermsFacts, terms_errors, terms_from_json, version_on
from labour_exchange.programmes.states import EnrolmentState, MeasureKind
from tests.factories.programmes import analyst, eligible, unemployed
from tests.programmes.conftest import Cast

SHIPPED = [(one["code"], measure) for one in definitions() for part in one["directions"] for measure in part["measures"]]
TERMS = TermsFacts(date(2024, 1, 1), {"all": [{"rule": "rural"}]}, 6, 100_000)
NAME = Text(kk="Жаңа шара", ru="Новая мера", en="A new measure")


@pytest.mark.parametrize(("programme", "measure"), SHIPPED, ids=[measure["code"] for _, measure in SHIPPED])
def test_every_shipped_measure_is_right(programme: str, measure: dict[str, object]) -> None:
    assert terms_errors(terms_from_json(measure["terms"]), MeasureKind(measure["kind"])) == []  # type: ignore[arg-type]


def test_both_historical_programmes_have_all_their_directions_and_kinds() -> None:
    by_code = {one["code"]: one for one in definitions()}
    assert [part["number"] for part in by_code["employment-2020"]["directions"]] == [1, 2, 3, 4]
    kinds = {measure["kind"] for part in by_code["productive-employment"]["directions"] for measure in part["measures"]}
    assert kinds == {kind.value for kind in MeasureKind}


def test_writing_the_definitions_twice_writes_them_once(session: Session) -> None:
    assert operations.sync_definitions(session) == len(SHIPPED)
    assert operations.sync_definitions(session) == 0
    assert session.scalar(select(func.count()).select_from(MeasureTerms)) == len(SHIPPED)
    assert len(programmes(session)) == len(definitions())


def test_what_an_analyst_changed_stays_when_the_definitions_are_written_again(session: Session, cast: Cast) -> None:
    changed = replace(_now(session, cast.measure), valid_from=clock.today(), most_amount=1)
    operations.change_terms(session, analyst(session), cast.measure, changed, reason="The law has changed.")
    assert operations.sync_definitions(session) == 0
    found = terms_on(session, cast.measure.id, clock.today())
    assert found is not None
    assert (found.version, found.most_amount) == (2, 1)


def test_a_decision_stays_explained_by_the_version_it_was_taken_under(session: Session, cast: Cast) -> None:
    refused = eligible(session, cast.measure, cast.officer, unemployed(session, days=12))
    assert refused.state is EnrolmentState.REFUSED
    changed = replace(_now(session, cast.measure), valid_from=clock.today(), eligibility={"all": [{"rule": "days_registered_at_least", "days": 10}]})
    operations.change_terms(session, analyst(session), cast.measure, changed, reason="Ten days are enough.")
    session.expire_all()
    assert refused.terms.version == 1
    assert refusal_sentences(refused, "en") == ["registered for 12 days, the measure asks for 30"]
    again = eligible(session, cast.measure, cast.officer, refused.jobseeker)
    assert (again.state, again.terms.version) == (EnrolmentState.ELIGIBLE, 2)


def test_terms_once_made_cannot_be_changed_in_the_database(session: Session, cast: Cast) -> None:
    with pytest.raises(DBAPIError, match="append-only|permission denied"), session.begin_nested():
        session.execute(text("UPDATE measure_terms SET most_amount = 1"))


def test_an_analyst_makes_a_measure_without_code(session: Session, cast: Cast) -> None:
    direction = direction_of(session, "standing-measures", 1)
    made = operations.create_measure(session, analyst(session), direction, code="new-measure", kind=MeasureKind.TRAINING, name=NAME, terms=TERMS)
    assert measure_by_code(session, "new-measure").id == made.id
    who = unemployed(session)
    assert refusal_sentences(eligible(session, made, cast.officer, who), "en") == ["lives in a town, the measure is for rural places"]
    with pytest.raises(Conflict):
        operations.create_measure(session, analyst(session), direction, code="new-measure", kind=MeasureKind.TRAINING, name=NAME, terms=TERMS)


def test_only_an_analyst_keeps_programmes(session: Session, cast: Cast) -> None:
    direction = direction_of(session, "standing-measures", 1)
    for actor in (cast.officer, cast.approver):
        with pytest.raises(NotFound):
            operations.create_measure(session, actor, direction, code="mine", kind=MeasureKind.TRAINING, name=NAME, terms=TERMS)
        with pytest.raises(NotFound):
            operations.change_terms(session, actor, cast.measure, TERMS, reason="Because.")
        with pytest.raises(NotFound):
            operations.close_measure(session, actor, cast.measure, is_open=False)


def test_a_closed_measure_takes_no_applications(session: Session, cast: Cast) -> None:
    operations.close_measure(session, analyst(session), cast.measure, is_open=False)
    with pytest.raises(Conflict):
        eligible(session, cast.measure, cast.officer)


def test_every_mistake_is_named_at_once(session: Session, cast: Cast) -> None:
    wrong = TermsFacts(date(2000, 1, 1), {"rule": "unheard_of"}, 0, -1, documents=("passport of a cat",))
    with pytest.raises(InvalidInput) as refused:
        operations.change_terms(session, analyst(session), cast.measure, wrong, reason=" ")
    fields = {error.field for error in refused.value.errors}
    assert fields == {"eligibility", "most_months", "most_amount", "rate_periods", "documents", "valid_from", "reason"}


@pytest.mark.parametrize(("months", "is_right"), [(0, False), (1, True), (120, True), (121, False)])
def test_the_duration_has_its_edges(months: int, is_right: bool) -> None:
    assert (terms_errors(replace(TERMS, most_months=months), MeasureKind.TRAINING) == []) is is_right


@pytest.mark.parametrize(("day", "version"), [(date(2020, 12, 31), None), (date(2021, 1, 1), 1), (date(2021, 12, 31), 1), (date(2022, 1, 1), 3)])
def test_the_version_of_a_day(day: date, version: int | None) -> None:
    assert version_on([(1, date(2021, 1, 1)), (2, date(2022, 1, 1)), (3, date(2022, 1, 1))], day) == version


def _now(session: Session, measure: Measure) -> TermsFacts:
    known = next(one for _, one in SHIPPED if one["code"] == measure.code)
    return replace(terms_from_json(known["terms"]), valid_from=clock.today() - timedelta(days=1))
