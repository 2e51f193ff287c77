"""Standards for programs: in force and in discussion, no draft, the text by paragraph, and 304 for what is held already."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.standards.models import ServiceFigure
from labour_exchange.standards.states import Promise
from tests.factories import standards as made
from tests.factories.offices import office, officer, staff

ADDRESS = "/api/v1/standards"


@pytest.fixture
def at_work(session: ExchangeSession) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


def test_drafts_are_not_listed_and_others_by_state(client: FlaskClient, session: ExchangeSession, at_work: Actor) -> None:
    approver = officer(staff(session, office(session, "KZ-71"), approver=True))
    draft = made.draft(session, at_work)
    discussed = made.discussed(session, at_work, made.draft_facts("Guidance", days=3))
    in_force = made.in_force(session, at_work, approver, promise=Promise.REFERRAL, days=10)
    listed = {one["id"]: one for one in client.get(ADDRESS).get_json()["items"]}
    assert set(listed) == {discussed.public_id, in_force.public_id}
    assert (listed[discussed.public_id]["state"], listed[discussed.public_id]["region"]) == ("discussion", "KZ-71")
    assert [one["id"] for one in client.get(f"{ADDRESS}?state=in_force").get_json()["items"]] == [in_force.public_id]
    assert client.get(f"{ADDRESS}?state=draft").status_code == 422
    assert client.get(f"{ADDRESS}/{draft.public_id}").status_code == 404


def test_one_is_read_with_its_paragraphs_and_304(client: FlaskClient, session: ExchangeSession, at_work: Actor) -> None:
    discussed = made.discussed(session, at_work, made.draft_facts("Guidance", days=3))
    answer = client.get(f"{ADDRESS}/{discussed.public_id}?lang=ru")
    body = answer.get_json()
    assert [one["ru"] for one in body["paragraphs"]] == ["Come to the office. ru", "You get an answer. ru"]
    assert (body["term_days"], body["promise"], body["url"].endswith(f"/ru/standards/{discussed.public_id}")) == (3, None, True)
    assert client.get(f"{ADDRESS}/{discussed.public_id}?lang=ru", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_figures_of_the_latest_quarter_stand_by_office_and_small_ones_are_withheld(
    client: FlaskClient, session: ExchangeSession, at_work: Actor
) -> None:
    many, few = office(session, "KZ-71"), office(session, "KZ-75")
    approver = officer(staff(session, many, approver=True))
    version = made.in_force(session, at_work, approver, promise=Promise.REFERRAL, days=10)
    facts = {"standard_id": version.standard_id, "counted_at": clock.now(), "median_days": 3.0, "ratings": 4, "points": 20, "complaint_days": 4.5}
    counted = {"complaints": 12, "complaints_answered": 12, "complaints_in_time": 12, "complaints_justified": 6}
    session.add(ServiceFigure(office_id=many.id, quarter=date(2026, 7, 1), kept=960, breached=40, **facts, **counted))
    session.add(ServiceFigure(office_id=few.id, quarter=date(2026, 7, 1), kept=3, breached=1, **facts, **counted | {"complaints": 4}))
    session.add(ServiceFigure(office_id=few.id, quarter=date(2026, 4, 1), kept=960, breached=40, **facts, **counted))
    session.flush()
    listed = client.get(ADDRESS).get_json()["items"][0]
    read = client.get(f"{ADDRESS}/{version.public_id}").get_json()
    assert listed["figures"] == read["figures"]
    assert read["complaint_term_days"] == 15
    found = {one["region"]: one for one in read["figures"]}
    assert {one["quarter"] for one in read["figures"]} == {"2026-Q3"}
    shown, withheld = found["KZ-71"], found["KZ-75"]
    assert (shown["due"], shown["share_kept"], shown["ratings"], shown["office"]["en"]) == (1000, 0.96, None, many.name_en)
    assert shown["complaints"] == {
        "complaints": 12,
        "per_thousand_services": 12.0,
        "share_justified": 0.5,
        "share_in_time": 1.0,
        "complaint_days": 4.5,
    }
    assert set(withheld["complaints"].values()) == {None}
    assert (withheld["due"], withheld["share_kept"], withheld["median_days"]) == (None, None, None)
