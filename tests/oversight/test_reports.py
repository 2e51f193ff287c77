"""A report's life: computed as known on a day, commented on, frozen with a hash, signed by two, published, revised by a new edition."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.oversight.operations import reports as operations
from labour_exchange.oversight.queries import reports as queries
from labour_exchange.oversight.states import ReportState
from tests.factories import oversight, programmes
from tests.oversight.conftest import NOON
from tests.statistics.facts import put

REASON = "A region corrected its figures."
HEALTH = {"health_under_construction": 73, "health_overhauled": 46, "health_reconstructed": 4, "digital_posts": 209}


def fact(session: ExchangeSession, report: object, code: str) -> Decimal | None:
    return next(one.figures.fact for one in queries.lines_of(session, report) if one.line.code == code)  # type: ignore[arg-type]


def place(session: ExchangeSession, count: int, *, recorded_on: str = "2017-06-30", region: str = "KZ-71") -> None:
    for measure in ("placements_declared", "placements_confirmed"):
        put(session, measure, region, "2017-05-10", count, channel="agency", recorded_on=date.fromisoformat(recorded_on))


def test_plan_fact_and_next_plan_stand_side_by_side_as_known_on_a_day(session: ExchangeSession) -> None:
    place(session, 243)
    place(session, 7, recorded_on="2026-11-08")
    place(session, 50, recorded_on="2026-11-09")
    report = oversight.draft(session)
    assert f"{report.as_of}" == "2026-11-08"
    operations.enter_figures(session, oversight.analyst(session), report, "employed", plan=Decimal(300), next_plan=Decimal(320))
    shown = {one.line.code: one for one in queries.lines_of(session, report)}
    figures = shown["employed"].figures
    assert (figures.plan, figures.fact, figures.next_plan) == (300, 250, 320), "what was recorded after the day is not known yet"
    assert shown["employed"].share == Decimal(250) / Decimal(300)
    assert shown["regions"].figures.fact == 1
    assert shown["through_exchange"].figures.fact == 250


def test_places_taken_and_their_plan_come_from_the_allocations(session: ExchangeSession) -> None:
    measure = programmes.measure(session)
    programmes.allocation(session, measure, "KZ-71", places=100, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    first = oversight.draft(session, "half_year", "2026-H1")
    shown = {one.line.code: one.figures for one in queries.lines_of(session, first)}
    # 181 of the 365 days of the plan lie in the first half of the year, 184 in the second.
    assert (shown["covered"].plan, shown["covered"].fact, shown["covered"].next_plan) == (50, 0, 50)
    assert shown["trained"].plan is None
    assert queries.lines_of(session, first, "KZ-75")[0].figures.plan is None, "another region has no plan"


def test_a_body_reports_what_is_recorded_elsewhere_and_says_from_where(session: ExchangeSession) -> None:
    report, analyst = oversight.draft(session), oversight.analyst(session)
    with pytest.raises(InvalidInput) as refusal:
        operations.enter_figures(session, analyst, report, "digital_posts", fact=Decimal(209))
    assert [(error.field, error.message.code) for error in refusal.value.errors] == [("source", "source_missing")]
    for code, count in HEALTH.items():
        operations.enter_figures(session, analyst, report, code, fact=Decimal(count), source="Letter 14-2/1170 of 3 July 2017")
    shown = {one.line.code: one for one in queries.lines_of(session, report)}
    assert {code: shown[code].figures.fact for code in HEALTH} == HEALTH
    assert all(shown[code].is_reported and shown[code].body.code == "health_ministry" for code in HEALTH)
    assert not shown["employed"].is_reported


@pytest.mark.parametrize(
    ("line", "typed", "code"),
    [
        ("employed", {"fact": Decimal(1)}, "fact_is_computed"),
        ("employed", {"plan": Decimal(-1)}, "negative"),
        ("digital_posts", {"fact": Decimal(-1), "source": "x"}, "negative"),
    ],
)
def test_what_cannot_be_typed(session: ExchangeSession, line: str, typed: dict[str, object], code: str) -> None:
    report = oversight.draft(session)
    with pytest.raises(InvalidInput) as refusal:
        operations.enter_figures(session, oversight.analyst(session), report, line, **typed)  # type: ignore[arg-type]
    assert [error.message.code for error in refusal.value.errors] == [code]


@pytest.mark.parametrize(
    ("definition", "period", "until", "reason", "codes"),
    [
        ("nothing", "2026-H1", None, "", ["unknown_definition"]),
        ("half_year", "2026", None, "", ["wrong_period"]),
        ("half_year", "June", None, "", ["wrong_period"]),
        ("half_year_2017", "2018-H1", None, "", ["wrong_period"]),
        ("half_year", "2026-H1", -1, "", ["day_passed"]),
        ("half_year", "2026-H1", 0, "Because", ["reason_needless"]),
    ],
)
def test_what_cannot_be_drafted(session: ExchangeSession, definition: str, period: str, until: int | None, reason: str, codes: list[str]) -> None:
    day = None if until is None else clock.today() + timedelta(days=until)
    with pytest.raises(InvalidInput) as refusal:
        oversight.draft(session, definition, period, comments_until=day, reason=reason)
    assert [error.message.code for error in refusal.value.errors] == codes


@pytest.mark.parametrize(("days", "is_open"), [(0, True), (1, False)])
def test_regions_comment_until_the_end_of_a_day_and_read_only_their_own(session: ExchangeSession, days: int, is_open: bool) -> None:
    report, officer = oversight.draft(session, comments_until=clock.today()), oversight.officer(session)
    with clock.hold(NOON + timedelta(days=days)):
        if not is_open:
            with pytest.raises(Conflict) as refusal:
                operations.comment_on_line(session, officer, report, "employed", text="Late.")
            assert refusal.value.code == "comments_closed"
            return
        operations.comment_on_line(session, officer, report, "employed", text="Two firms report late.")
    assert [one.region_code for one in queries.comments_of(session, officer, report)["employed"]] == ["KZ-71"]
    assert queries.comments_of(session, oversight.officer(session, "KZ-75"), report) == {}
    assert list(queries.comments_of(session, oversight.analyst(session), report)) == ["employed"]


@pytest.mark.parametrize(("days", "is_refused"), [(0, True), (1, False)])
def test_nothing_is_frozen_while_the_regions_may_comment(session: ExchangeSession, days: int, is_refused: bool) -> None:
    report = oversight.draft(session, comments_until=clock.today())
    with clock.hold(NOON + timedelta(days=days)):
        if is_refused:
            with pytest.raises(Conflict) as refusal:
                operations.freeze_report(session, oversight.analyst(session), report)
            assert refusal.value.code == "comments_open"
        else:
            operations.freeze_report(session, oversight.analyst(session), report)


@pytest.mark.parametrize(("day", "is_over"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_period_is_over_before_its_report_is_frozen(session: ExchangeSession, day: date, is_over: bool) -> None:
    with clock.hold(datetime(day.year, day.month, day.day, 7, tzinfo=UTC)):
        report, analyst = oversight.draft(session, "half_year", "2026-H1"), oversight.analyst(session)
        if is_over:
            assert operations.freeze_report(session, analyst, report).state is ReportState.FROZEN
        else:
            with pytest.raises(Conflict) as refusal:
                operations.freeze_report(session, analyst, report)
            assert refusal.value.code == "period_not_over"


def test_frozen_figures_stay_whatever_becomes_known(session: ExchangeSession) -> None:
    place(session, 243)
    report = oversight.frozen(session)
    place(session, 100)
    assert fact(session, report, "employed") == 243
    assert report.content_hash == operations.hash_of(session, report)
    for act in (operations.compute_anew, operations.freeze_report):
        with pytest.raises(Conflict) as refusal:
            act(session, oversight.analyst(session), report)
        assert refusal.value.code == "not_a_draft"


def test_a_small_count_is_not_frozen(session: ExchangeSession) -> None:
    place(session, 4)
    draft = oversight.draft(session)
    assert fact(session, draft, "employed") == 4, "the ministry reads it in the draft"
    report = operations.freeze_report(session, oversight.analyst(session), draft)
    shown = {one.line.code: one.figures for one in queries.lines_of(session, report)}
    assert (shown["employed"].fact, shown["employed"].is_withheld) == (None, True)
    assert (shown["confirmed_share"].fact, shown["confirmed_share"].is_withheld) == (None, True), "a share would give the count away"
    assert (shown["regions"].fact, shown["regions"].is_withheld) == (1, False)


def test_two_people_sign_and_nobody_twice(session: ExchangeSession) -> None:
    report, first, second = oversight.frozen(session), oversight.analyst(session), oversight.analyst(session)
    with pytest.raises(Conflict):
        operations.publish_report(session, first, report)
    operations.sign_report(session, first, report)
    with pytest.raises(Conflict) as refusal:
        operations.sign_report(session, first, report)
    assert refusal.value.code == "same_person"
    assert operations.sign_report(session, second, report).state is ReportState.SIGNED
    with pytest.raises(Conflict):
        operations.sign_report(session, oversight.analyst(session), report)
    assert operations.publish_report(session, first, report).state is ReportState.PUBLISHED
    assert queries.published_report(session, "half_year.2017-H1.1") is report


@pytest.mark.parametrize("kind", [kind for kind in ActorKind if kind is not ActorKind.ANALYST])
def test_only_analysts_keep_reports(session: ExchangeSession, kind: ActorKind) -> None:
    report, actor = oversight.draft(session), Actor(kind, user_id=1)
    for act in (operations.compute_anew, operations.freeze_report, operations.sign_report, operations.publish_report):
        with pytest.raises(NotFound):
            act(session, actor, report)
    with pytest.raises(NotFound):
        operations.open_report(session, actor, "half_year", "2026-H1")
    if kind not in (ActorKind.OFFICE, ActorKind.APPROVER):
        with pytest.raises(NotFound):
            operations.comment_on_line(session, actor, report, "employed", text="Mine.")


def test_a_correction_is_a_new_edition_that_says_why_and_what(session: ExchangeSession) -> None:
    place(session, 243)
    first = oversight.published(session)
    with pytest.raises(InvalidInput) as refusal:
        oversight.draft(session)
    assert refusal.value.errors[0].message.code == "reason_missing"
    place(session, 20)
    second = oversight.draft(session, reason=REASON)
    with pytest.raises(Conflict) as conflict:
        oversight.draft(session, reason=REASON)
    assert conflict.value.code == "edition_open"
    operations.enter_figures(session, oversight.analyst(session), second, "digital_posts", fact=Decimal(209), source="Letter")
    operations.freeze_report(session, oversight.analyst(session), second)
    assert (second.edition, second.previous_content_hash) == (2, first.content_hash)
    assert [line.code for line in queries.changed_lines(session, second)] == ["declared", "employed", "through_exchange", "digital_posts"]
    assert fact(session, first, "employed") == 243


def test_what_was_typed_goes_into_the_next_edition(session: ExchangeSession) -> None:
    draft, analyst = oversight.draft(session), oversight.analyst(session)
    operations.enter_figures(session, analyst, draft, "digital_posts", fact=Decimal(209), source="Letter")
    operations.freeze_report(session, analyst, draft)
    for signer in (analyst, oversight.analyst(session)):
        operations.sign_report(session, signer, draft)
    operations.publish_report(session, analyst, draft)
    assert fact(session, oversight.draft(session, reason=REASON), "digital_posts") == 209


def test_the_application_may_not_change_what_is_frozen(app: Flask, session: ExchangeSession) -> None:
    report = oversight.frozen(session)
    role = session.scalar(text("SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg\\_%' AND NOT rolsuper AND rolcanlogin ORDER BY 1 LIMIT 1"))
    rights = "SELECT has_table_privilege(:role, 'report_rows', 'INSERT'), has_table_privilege(:role, 'report_rows', 'UPDATE, DELETE')"
    assert tuple(session.execute(text(rights), {"role": role}).one()) == (True, False)
    for statement in (
        "UPDATE reports SET content_hash = 'x' WHERE id = :id",
        "UPDATE reports SET as_of = as_of - 1 WHERE id = :id",
        "UPDATE reports SET period_code = '2018-H1' WHERE id = :id",
        "UPDATE report_rows SET fact = 1 WHERE report_id = :id",
        "DELETE FROM report_rows WHERE report_id = :id",
        "DELETE FROM reports WHERE id = :id",
        "INSERT INTO report_rows (report_id, position, line_code, kind, unit, body_code, is_withheld, source) "
        "VALUES (:id, 99, 'more', 'computed', 'people', 'law', false, '')",
    ):
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text(statement), {"id": report.id})
