"""Pages of reports and instructions: what is wrong is named beside its field, nothing typed is lost, and the first pages say what is off plan."""

import re
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.oversight.operations import instructions
from labour_exchange.standards.models import ServiceFigure
from labour_exchange.standards.states import Promise
from tests.factories import offices, oversight, programmes, standards
from tests.factories.accounts import user
from tests.factories.signing_in import sign_in_as
from tests.statistics.facts import put

HOME = "/en/headquarters"


@pytest.fixture
def analyst(client: FlaskClient, session: ExchangeSession) -> FlaskClient:
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    return client


@pytest.fixture
def officer(client: FlaskClient, session: ExchangeSession) -> FlaskClient:
    sign_in_as(client, session, offices.staff(session, offices.office(session, "KZ-71")).user)
    return client


def day(name: str, days: int) -> dict[str, str]:
    found = clock.today() + timedelta(days=days)
    return {f"{name}-{part}": str(getattr(found, part)) for part in ("day", "month", "year")}


def test_a_draft_names_what_is_wrong_and_keeps_what_was_typed(analyst: FlaskClient) -> None:
    answer = analyst.post(f"{HOME}/reports/new", data={"definition": "half_year", "period": "2026", "reason": "A long story"})
    assert answer.status_code == 422
    assert 'href="#period"' in answer.text
    assert "2026-H1" in answer.text
    assert "A long story" in answer.text


def test_a_figure_needs_its_source(analyst: FlaskClient, session: ExchangeSession) -> None:
    path = f"{HOME}/reports/{oversight.draft(session, period='2017-H1').public_id}/lines/digital_posts"
    session.commit()
    answer = analyst.post(path, data={"fact": "209", "plan": "twenty"})
    assert answer.status_code == 422
    assert "Write a number, for example 290 000 or 45,5" in answer.text
    assert 'value="twenty"' in answer.text
    answer = analyst.post(path, data={"fact": "209"})
    assert answer.status_code == 422
    assert "Give the source of the figure" in answer.text
    assert 'value="209"' in answer.text
    assert analyst.post(path, data={"fact": "12 400 000 000,5", "source": "Letter 3"}).status_code == 303
    assert "12,400,000,000.5" in analyst.get(path).text


def test_a_frozen_report_answers_with_the_reason(analyst: FlaskClient, session: ExchangeSession) -> None:
    report = oversight.frozen(session)
    session.commit()
    assert analyst.post(f"{HOME}/reports/{report.public_id}/freeze").status_code == 303
    assert "no longer changes" in analyst.get(f"{HOME}/reports/{report.public_id}").text
    assert analyst.get(f"/en/reports/{report.name}").status_code == 404, "nobody reads it in public before it is published"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_page_says_who_reported_what(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    put(session, "placements_confirmed", "KZ-71", "2017-05-10", 3, channel="agency")
    report = oversight.published(session)
    page = client.get(f"/{language}/reports/{report.name}").text
    row = re.search(r'<tr role="row" id="line-employed">.*?</tr>', page, re.DOTALL)
    assert row
    assert {"kk": "жасырылған", "ru": "не показано", "en": "withheld"}[language] in row[0]
    assert report.content_hash in page
    assert report.name in client.get(f"/{language}/reports").text


def test_a_region_comments_on_its_own_figures(officer: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_confirmed", "KZ-71", "2017-05-10", 30, channel="agency")
    put(session, "placements_confirmed", "KZ-75", "2017-05-10", 70, channel="agency")
    report = oversight.draft(session, comments_until=clock.today())
    session.commit()
    page = officer.get(f"/en/office/reports/{report.public_id}").text
    row = next(one for one in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if "Employed, confirmed" in one)
    assert re.findall(r">(\d+)<", row) == ["100", "30"]
    path = f"/en/office/reports/{report.public_id}/lines/employed"
    assert officer.post(path, data={"text": ""}).status_code == 422
    assert officer.post(path, data={"text": "Two firms are missing."}).status_code == 303
    assert "Two firms are missing." in officer.get(f"/en/office/reports/{report.public_id}").text


def test_an_instruction_names_every_mistake(analyst: FlaskClient, session: ExchangeSession) -> None:
    oversight.instruction(session)
    session.commit()
    answer = analyst.post(f"{HOME}/instructions/new", data={"text_kk": "Жоспар.", **day("due_on", 5)})
    assert answer.status_code == 422
    for field in ("text_ru", "responsible"):
        assert f'href="#{field}' in answer.text
    assert "Жоспар." in answer.text


def test_whoever_is_not_asked_cannot_answer(officer: FlaskClient, session: ExchangeSession) -> None:
    own, other = oversight.instruction(session), oversight.instruction(session, region_code="KZ-75")
    session.commit()
    assert officer.get(f"/en/office/instructions/{other.public_id}").status_code == 404
    path = f"/en/office/instructions/{own.public_id}/extension"
    answer = officer.post(path, data={"reason": "The contractor changed.", **day("until_on", 2)})
    assert answer.status_code == 422
    assert "The contractor changed." in answer.text
    assert officer.post(path, data={"reason": "The contractor changed.", **day("until_on", 30)}).status_code == 303


def test_the_first_pages_say_what_is_off_plan_and_who_is_on_it(analyst: FlaskClient, session: ExchangeSession) -> None:
    measure = programmes.measure(session)
    programmes.allocation(session, measure, "KZ-71", places=100)
    programmes.allocation(session, measure, "KZ-75", places=100)
    about = oversight.instruction(session, measure=measure)
    page = analyst.get(f"{HOME}/").text
    assert f"{HOME}/instructions/{about.public_id}" in page
    assert f"{HOME}/instructions/new?responsible=KZ-75&amp;measure={measure.code}" in page
    region = analyst.get(f"{HOME}/regions/KZ-75").text
    assert "Nobody has an instruction yet." in region
    assert about.public_id not in region


def test_the_office_reads_what_is_overdue_in_its_region(officer: FlaskClient, session: ExchangeSession) -> None:
    programmes.allocation(session, programmes.measure(session), "KZ-71", places=100)
    with clock.hold(clock.now() - timedelta(days=5)):
        late, other = oversight.instruction(session, days=1), oversight.instruction(session, region_code="KZ-75", days=1)
    instructions.escalate_overdue(session)
    page = officer.get("/en/office/queue").text
    assert f"/en/office/instructions/{late.public_id}" in page
    assert other.public_id not in page
    assert "places lacking" in page
    assert officer.get("/en/office/plan").status_code == 200


def test_the_calendar_shows_the_month_that_is_asked_for(analyst: FlaskClient, session: ExchangeSession) -> None:
    instruction = oversight.instruction(session, days=40)
    month = f"{instruction.due_on:%Y-%m}"
    assert instruction.public_id in analyst.get(f"{HOME}/instructions/calendar?month={month}").text
    assert instruction.public_id not in analyst.get(f"{HOME}/instructions/calendar?month=2020-01").text
    assert analyst.get(f"{HOME}/instructions/calendar?month=never").status_code == 200
    grid = analyst.get(f"{HOME}/instructions/calendar?month={month}").text
    assert grid.count(f'href="#d{instruction.due_on.isoformat()}"') == 1, "the day in the grid leads to what is due on it"
    assert "<b>1</b>" in grid


def test_the_first_page_names_the_promises_kept_least(analyst: FlaskClient, session: ExchangeSession) -> None:
    at, approver = offices.office(session, "KZ-71"), offices.office(session, "KZ-71")
    writers = [offices.officer(offices.staff(session, place, approver=True)) for place in (at, approver)]
    version = standards.in_force(session, writers[0], writers[1], promise=Promise.REGISTRATION)
    facts = {"median_days": 1.0, "days_of_nine_in_ten": None, "ratings": 0, "points": 0, "counted_at": clock.now()}
    for place, kept, breached in ((at, 10, 10), (approver, 19, 1)):
        row = {"quarter": date(2026, 7, 1), "standard_id": version.standard_id, "office_id": place.id, "kept": kept, "breached": breached}
        session.add(ServiceFigure(**row, **facts))
    session.flush()
    page = analyst.get(f"{HOME}/").get_data(as_text=True)
    shown = page[page.index('id="leastkept"') :]
    assert f"/standards/monitoring/{at.public_id}" in shown
    assert "50%" in shown
    assert f"/standards/monitoring/{approver.public_id}" not in shown
