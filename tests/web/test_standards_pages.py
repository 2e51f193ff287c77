"""Pages of standards: what a reader sees, what is corrected without losing a word, the feed for portals, and links that are spent."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.rules.throttling import FREE_TRIES
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.standards import operations
from labour_exchange.standards.models import Remark, RemarkSender, StandardVersion
from labour_exchange.standards.states import Outcome, RefusalCode, RemarkState
from tests.factories import standards as made
from tests.factories.offices import office, officer, staff
from tests.factories.signing_in import sign_in_as


@pytest.fixture
def at_work(session: ExchangeSession) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def version(session: ExchangeSession, at_work: Actor) -> StandardVersion:
    found = made.discussed(session, at_work, made.draft_facts("Careers guidance"))
    session.commit()
    return found


def written(**facts: str) -> dict[str, str]:
    return {"kind": "proposal", "paragraph": "1", "text": "Say by when.", "email": "a@example.kz", **facts}


def test_a_remark_is_filed_with_a_sealed_address_and_waits_for_its_confirmation(
    client: FlaskClient, session: ExchangeSession, version: StandardVersion
) -> None:
    answer = client.post(f"/en/standards/{version.public_id}/remarks/new", data=written())
    assert (answer.status_code, answer.location) == (303, f"/en/standards/{version.public_id}/remarks/sent")
    one = session.scalars(select(Remark)).one()
    assert (one.state, one.text, one.language) == (RemarkState.UNCONFIRMED, "Say by when.", "en")
    assert made.sender_of(session, one.id).address == "a@example.kz"
    assert "Say by when." not in client.get(f"/en/standards/{version.public_id}").text


@pytest.mark.parametrize("wrong", [{"text": ""}, {"email": "nobody"}, {"kind": ""}, {"paragraph": "9"}])
def test_what_was_typed_is_not_lost(client: FlaskClient, session: ExchangeSession, version: StandardVersion, wrong: dict[str, str]) -> None:
    answer = client.post(f"/en/standards/{version.public_id}/remarks/new", data=written(**wrong))
    assert answer.status_code == 422
    assert 'id="errors"' in answer.text
    assert ("Say by when." in answer.text) is ("text" not in wrong)
    assert session.scalars(select(RemarkSender)).all() == []


def test_remarks_are_throttled_like_registrations(client: FlaskClient, session: ExchangeSession, version: StandardVersion) -> None:
    path = f"/en/standards/{version.public_id}/remarks/new"
    for number in range(FREE_TRIES):
        assert client.post(path, data=written(text=f"Words {number}")).status_code == 303
    answer = client.post(path, data=written())
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "Say by when." in answer.text


def test_answers_and_reasons_are_read_by_everybody_and_addresses_by_nobody(
    client: FlaskClient, session: ExchangeSession, at_work: Actor, version: StandardVersion
) -> None:
    one = made.remark(session, version, text="Say by when.", address="first@example.kz")
    other = made.remark(session, version, text="Buy my flat.", address="second@example.kz")
    operations.publish_remark(session, at_work, one)
    operations.answer_remark(session, at_work, one, outcome=Outcome.TAKEN, answer="Within a day.")
    operations.refuse_remark(session, at_work, other, reason=RefusalCode.ADVERTISING)
    page = client.get(f"/en/standards/{version.public_id}").text
    assert all(words in page for words in ("Say by when.", "Within a day.", "Taken over", "It is advertising"))
    assert not any(words in page for words in ("Buy my flat.", "@example.kz"))


def test_the_feed_holds_open_drafts_and_answers_304(client: FlaskClient, session: ExchangeSession, version: StandardVersion) -> None:
    answer = client.get("/en/standards/drafts.atom")
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    assert "Careers guidance en" in answer.text
    assert f"<lx:until>{version.discussed_until_on}</lx:until>" in answer.text
    again = client.get("/en/standards/drafts.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    made.close_discussion(session, version)
    assert "Careers guidance en" not in client.get("/en/standards/drafts.atom", headers={"If-None-Match": answer.headers["ETag"]}).text


def test_spent_links_are_gone(client: FlaskClient) -> None:
    assert client.get("/en/rate/somebodys").status_code == 410
    assert client.post("/en/rate/somebodys", data={"points": "5"}).status_code == 410
    assert client.post("/en/standards/remarks/confirm/somebodys").status_code == 410


def test_two_versions_are_compared_and_another_standard_is_not(
    client: FlaskClient, session: ExchangeSession, at_work: Actor, version: StandardVersion
) -> None:
    approver = officer(staff(session, office(session, "KZ-71"), approver=True))
    old = made.in_force(session, at_work, approver)
    new = operations.begin_version(session, at_work, old.standard, made.draft_facts(paragraphs=("Come to any office.", "You get an answer."), days=2))
    operations.open_discussion(session, at_work, new, until_on=version.discussed_until_on)
    page = client.get(f"/en/standards/{new.public_id}/differences").text
    assert "<ins>" in page and "any" in page.split("<ins>")[2]  # noqa: PT018 - the first one is the term
    assert client.get(f"/en/standards/{new.public_id}/differences?with={version.public_id}").status_code == 404
    assert client.get(f"/en/standards/{version.public_id}/differences").status_code == 404


def test_a_draft_typed_wrong_keeps_its_words_and_names_the_field(client: FlaskClient, session: ExchangeSession) -> None:
    member = staff(session, office(session, "KZ-71"))
    sign_in_as(client, session, member.user)
    texts = {f"{name}_{code}": f"{name} {code}" for name in ("title", "audience", "documents") for code in ("kk", "ru", "en")}
    paragraphs = {"paragraphs_kk": "a\n\nb", "paragraphs_ru": "a", "paragraphs_en": "a\n\nb"}
    answer = client.post("/en/office/standards/new", data={**texts, **paragraphs, "term_days": "3"})
    assert answer.status_code == 422
    assert "Now: kk 2, ru 1, en 2." in answer.text
    assert "documents ru" in answer.text
