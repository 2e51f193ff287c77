"""Standards for programs: in force and in discussion, no draft, the text by paragraph, and 304 for what is held already."""

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
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
