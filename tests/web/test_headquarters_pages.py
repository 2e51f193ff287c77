"""The ministry's pages: live figures, regions that fall behind, licences; offices see their region; nobody's record anywhere."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LicenceState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.collection import collect
from tests.factories import jobseekers as people
from tests.factories import placements as situations
from tests.factories.accounts import user
from tests.factories.offices import office, staff
from tests.factories.signing_in import sign_in_as
from tests.statistics.facts import put

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)
PAGES = ("/headquarters/", "/headquarters/regions/KZ-71", "/headquarters/agencies", "/headquarters/figures.csv")


@pytest.fixture
def analyst(client: FlaskClient, session: ExchangeSession) -> FlaskClient:
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    return client


@pytest.fixture
def agency(session: ExchangeSession) -> Agency:
    """An agency that has applied for a licence."""
    made = Agency(bin=situations.bin_number(), name="Invented Agency", region_code="KZ-75", created_at=clock.now())
    session.add(made)
    session.flush()
    session.add(Licence(agency_id=made.id, number="T-1", state=LicenceState.APPLIED))
    session.commit()
    return made


def licence(session: ExchangeSession, agency: Agency) -> Licence:
    return session.scalars(select(Licence).where(Licence.agency_id == agency.id)).one()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_the_ministry_reads_every_page_in_each_language(analyst: FlaskClient, session: ExchangeSession, language: str, address: str) -> None:
    put(session, "placements_declared", "KZ-71", f"{clock.today():%Y-%m}-01", 3)
    answer = analyst.get(f"/{language}{address}")
    assert answer.status_code == 200
    titles = {"kk": "расталды ма", "ru": "Подтверждается ли", "en": "also confirmed"}
    assert address != PAGES[0] or titles[language] in answer.get_data(as_text=True)


@pytest.mark.parametrize("kind", [ActorKind.JOBSEEKER, ActorKind.EMPLOYER, ActorKind.AGENCY])
@pytest.mark.parametrize("address", PAGES)
def test_for_others_these_pages_do_not_exist(client: FlaskClient, session: ExchangeSession, kind: ActorKind, address: str) -> None:
    sign_in_as(client, session, user(session, kind))
    assert client.get(f"/en{address}").status_code == 404


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_is_asked_to_sign_in(client: FlaskClient, address: str) -> None:
    assert client.get(f"/en{address}").status_code == 302


def test_an_office_reads_its_region_and_no_other(client: FlaskClient, session: ExchangeSession) -> None:
    sign_in_as(client, session, staff(session, office(session, "KZ-71")).user)
    assert client.get("/en/headquarters/regions/KZ-71").status_code == 200
    assert client.get("/en/headquarters/figures.csv?region=KZ-71").status_code == 200
    for address in ("", "regions/KZ-75", "figures.csv", "figures.csv?region=KZ-75", "agencies"):
        assert client.get(f"/en/headquarters/{address}").status_code == 404


def test_a_declared_and_confirmed_placement_raises_both_figures_by_one(analyst: FlaskClient, session: ExchangeSession) -> None:
    def shown() -> dict[str, str]:
        text = analyst.get("/en/headquarters/figures.csv?region=KZ-71").get_data(as_text=True).removeprefix("\ufeff")
        return {row[2]: row[5] for row in csv.reader(io.StringIO(text))}

    assert shown()["Placements declared"] == "0"
    employer, actor = situations.hiring_employer(session)
    situations.confirmed(session, situations.open_vacancy(session, employer), actor, people.with_profile(session))
    session.flush()
    collect(session)
    after = shown()
    assert (after["Placements declared"], after["Placements confirmed"], after["Vacant posts filled"]) == ("1", "1", "1")
    text = analyst.get("/en/headquarters/regions/KZ-71").get_data(as_text=True)
    assert "Айсұлу" not in text
    assert "Invented Works" not in text


def test_regions_that_fall_behind_are_named_and_small_ones_are_not(analyst: FlaskClient, session: ExchangeSession) -> None:
    for region, declared, confirmed in (("KZ-71", 100, 95), ("KZ-61", 100, 50), ("KZ-62", 4, 0)):
        put(session, "placements_declared", region, "2026-10-05", declared)
        put(session, "placements_confirmed", region, "2026-10-05", confirmed or 1)
    with clock.hold(NOW):
        text = analyst.get("/en/headquarters/").get_data(as_text=True)
    behind = text.split('id="behind"')[1].split("</section>")[0]
    assert "KZ-61" in behind
    assert "50%" in behind
    assert "KZ-71" not in behind
    assert "KZ-62" not in behind


def test_figures_are_set_beside_those_known_a_year_ago(analyst: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-11-05", 12)
    put(session, "placements_declared", "KZ-71", "2025-11-05", 8)
    put(session, "placements_declared", "KZ-71", "2025-11-25", 400)
    with clock.hold(NOW):
        text = analyst.get("/en/headquarters/").get_data(as_text=True)
    tile = text.split('class="lx-stat"')[1].split("</li>")[0]
    assert ">12<" in tile
    assert "by the same day: 8" in tile


def test_a_channel_narrows_the_lines(analyst: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 31, channel="agency")
    put(session, "placements_declared", "KZ-71", "2026-10-05", 60, channel="self_service")
    with clock.hold(NOW):
        text = analyst.get("/en/headquarters/regions/KZ-71?channel=agency").get_data(as_text=True)
    assert "October 2026 – 31" in text or "November 2026 – 0" in text
    assert ">31<" in text


def test_a_file_of_no_period_is_refused(analyst: FlaskClient) -> None:
    assert analyst.get("/en/headquarters/figures.csv?period=soon").status_code == 422
    assert analyst.get("/en/headquarters/figures.csv?indicator=happiness").status_code == 422


def test_a_licence_is_granted_suspended_with_a_reason_and_restored(analyst: FlaskClient, session: ExchangeSession, agency: Agency) -> None:
    address = f"/en/headquarters/agencies/{agency.public_id}"
    last = clock.today() + timedelta(days=365)
    day = {"expires_on-day": last.day, "expires_on-month": last.month, "expires_on-year": last.year}
    assert analyst.post(address, data=_form(**day)).status_code == 422, "nobody has looked into the register"
    granted = analyst.post(address, data=_form(is_checked="y", **day))
    assert granted.status_code == 303
    assert (licence(session, agency).state, licence(session, agency).expires_on) == (LicenceState.GRANTED, last)
    assert analyst.post(address, data=_form(reason="")).status_code == 422
    assert licence(session, agency).state is LicenceState.GRANTED
    assert analyst.post(address, data=_form(reason="It charged jobseekers.")).status_code == 303
    assert licence(session, agency).state is LicenceState.SUSPENDED
    assert "It charged jobseekers." in analyst.get(address).get_data(as_text=True)
    assert analyst.post(address, data=_form(reason="It paid back.")).status_code == 303
    assert licence(session, agency).state is LicenceState.GRANTED


def test_a_form_sent_twice_acts_once(analyst: FlaskClient, session: ExchangeSession, agency: Agency) -> None:
    found = licence(session, agency)
    found.state, found.granted_on, found.expires_on = LicenceState.GRANTED, clock.today(), clock.today() + timedelta(days=9)
    session.flush()
    once = _form(reason="It charged jobseekers.")
    address = f"/en/headquarters/agencies/{agency.public_id}"
    assert [analyst.post(address, data=once).status_code for _ in range(2)] == [303, 303]
    assert licence(session, agency).state is LicenceState.SUSPENDED


def test_a_licence_that_ends_in_the_past_is_refused(analyst: FlaskClient, session: ExchangeSession, agency: Agency) -> None:
    data = _form(is_checked="y", **{"expires_on-day": 1, "expires_on-month": 1, "expires_on-year": 2020})
    answer = analyst.post(f"/en/headquarters/agencies/{agency.public_id}", data=data)
    assert answer.status_code == 422
    assert "A licence must end after today." in answer.get_data(as_text=True)


def _form(**fields: object) -> dict[str, object]:
    return {"submission_id": f"00000000-0000-4000-8000-{abs(hash(str(fields))) % 10**12:012d}"} | fields
