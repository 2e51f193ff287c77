"""The whole path on pages: apply, answer, offer, accept, confirm, register, doubt; and what nobody else may open."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.placements.models import AnnulmentProposal, Invitation, JobApplication, Offer, Placement, Referral
from labour_exchange.placements.operations import invitations, referrals
from labour_exchange.placements.states import ApplicationState, InvitationState, OfferState, PlacementState, ReferralState
from tests.factories.placements import application, confirmed, offer, open_vacancy, placement
from tests.factories.signing_in import sign_in_as
from tests.placements.conftest import Cast, cast, make_cast  # noqa: F401 - `cast` is a fixture

SOME_ID = "7f1f3b39-6a37-4d53-9f5c-0d7a7f2c9a10"


@pytest.fixture
def browse(client: FlaskClient, session: Session):  # type: ignore[no-untyped-def]
    """Sign the browser in as an actor."""

    def enter(actor: Actor) -> FlaskClient:
        sign_in_as(client, session, session.get_one(User, actor.user_id))
        # What was arranged must outlive a request that is refused and rolled back.
        session.commit()
        return client

    return enter


def day(name: str) -> dict[str, str]:
    on = clock.today()
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_from_an_application_to_a_confirmed_placement(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    client = browse(cast.person)
    page = client.get(f"/en/vacancies/{cast.vacancy.public_id}/apply")
    assert page.status_code == 200
    sent = {"note": "I wire halls.", "submission_id": SOME_ID}
    for _ in range(2):
        answer = client.post(f"/en/vacancies/{cast.vacancy.public_id}/apply", data=sent)
        assert answer.status_code == 303, answer.text
    made = session.scalars(select(JobApplication)).one()
    assert cast.vacancy.title in client.get(f"/en/jobseeker/applications/{made.public_id}").text
    assert client.get(f"/en/vacancies/{cast.vacancy.public_id}/apply").status_code == 303

    client = browse(cast.hirer)
    queue = client.get(f"/en/employer/vacancies/{cast.vacancy.public_id}/applications").text
    assert cast.jobseeker.full_name in queue
    assert "lx-reasons" in queue
    page = client.get(f"/en/employer/applications/{made.public_id}")
    assert (page.status_code, made.state) == (200, ApplicationState.SEEN)
    assert "I wire halls." in page.text
    terms = {**day("offer-starts_on"), **day("offer-answer_by_on"), "offer-pay": "320 000", "offer-submission_id": SOME_ID}
    assert client.post(f"/en/employer/applications/{made.public_id}/offer", data=terms).status_code == 303
    offered = session.scalars(select(Offer)).one()
    assert offered.pay == 320_000

    client = browse(cast.person)
    assert "320" in client.get(f"/en/jobseeker/offers/{offered.public_id}").text
    answer = client.post(f"/en/jobseeker/offers/{offered.public_id}/accept", data={"submission_id": SOME_ID[:-1] + "1"})
    placed = session.scalars(select(Placement)).one()
    assert answer.location.endswith(f"/en/jobseeker/placements/{placed.public_id}")
    assert client.post(f"/en/jobseeker/placements/{placed.public_id}/confirm").status_code == 303
    assert placed.state is PlacementState.CONFIRMED


def test_what_is_wrong_is_said_beside_its_field(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    made = application(session, cast.vacancy, cast.jobseeker)
    client = browse(cast.hirer)
    page = client.post(f"/en/employer/applications/{made.public_id}/decline", data={"decline-note": "", "decline-submission_id": SOME_ID})
    assert page.status_code == 422
    assert "decline-note-error" in page.text
    late = {**day("offer-starts_on"), "offer-answer_by_on-day": "1", "offer-answer_by_on-month": "1", "offer-answer_by_on-year": "2020"}
    page = client.post(f"/en/employer/applications/{made.public_id}/offer", data=late | {"offer-submission_id": SOME_ID})
    assert page.status_code == 422
    assert "offer-answer_by_on" in page.text
    client.post(f"/en/employer/applications/{made.public_id}/interview", data={"interview-note": "Tuesday", "interview-submission_id": SOME_ID})
    assert made.state is ApplicationState.INTERVIEW
    client.post(f"/en/employer/applications/{made.public_id}/decline", data={"decline-note": "Nearer", "decline-submission_id": SOME_ID[:-1] + "2"})
    assert (made.state, made.answer_note) == (ApplicationState.DECLINED, "Nearer")


def test_a_person_answers_what_came(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    invited = invitations.invite(session, cast.hirer, cast.vacancy, cast.jobseeker.profile, note="Come and talk")
    referred = referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="")
    offered = offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    client = browse(cast.person)
    for path in ("applications", "applications?show=ended", "invitations", "referrals", "offers", "placements"):
        assert client.get(f"/en/jobseeker/{path}").status_code == 200, path
    assert "Come and talk" in client.get(f"/en/jobseeker/invitations/{invited.public_id}").text
    client.post(f"/en/jobseeker/invitations/{invited.public_id}/accept")
    assert client.post(f"/en/jobseeker/referrals/{referred.public_id}/decline", data={"note": "", "submission_id": SOME_ID}).status_code == 422
    client.post(f"/en/jobseeker/referrals/{referred.public_id}/decline", data={"note": "Too far", "submission_id": SOME_ID})
    client.post(f"/en/jobseeker/offers/{offered.public_id}/decline", data={"submission_id": SOME_ID[:-1] + "3"})
    states = (InvitationState.ACCEPTED, ReferralState.REFUSED_BY_PERSON, OfferState.DECLINED)
    assert (invited.state, referred.state, offered.state) == states
    mine = session.scalars(select(JobApplication)).one()
    assert client.get(f"/en/jobseeker/applications/{mine.public_id}").status_code == 200


def test_a_person_disputes_says_so_and_withdraws(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    placed = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    waiting = application(session, open_vacancy(session, cast.employer), cast.jobseeker)
    client = browse(cast.person)
    data = {"reason": "never_started", "note": "", "submission_id": SOME_ID}
    assert client.post(f"/en/jobseeker/placements/{placed.public_id}/dispute", data=data).status_code == 303
    assert placed.state is PlacementState.DISPUTED
    answer = client.post(f"/en/jobseeker/applications/{waiting.public_id}/started", data={**day("started_on"), "submission_id": SOME_ID[:-1] + "4"})
    assert answer.status_code == 422
    client.post(f"/en/jobseeker/applications/{waiting.public_id}/withdraw")
    assert waiting.state is ApplicationState.WITHDRAWN


def test_an_employer_invites_and_keeps_placements(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    client = browse(cast.hirer)
    profile = cast.jobseeker.profile
    assert cast.vacancy.title in client.get(f"/en/employer/candidates/{profile.public_id}/invite").text
    client.post(
        f"/en/employer/candidates/{profile.public_id}/invite", data={"vacancy": cast.vacancy.public_id, "note": "Come", "submission_id": SOME_ID}
    )
    invited = session.scalars(select(Invitation)).one()
    page = client.get(f"/en/employer/invitations/{invited.public_id}").text
    assert cast.jobseeker.family_name not in page
    placed = confirmed(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    for path in ("applications", "applications?show=hired", "invitations", "referrals", "offers", "placements", f"placements/{placed.public_id}"):
        assert client.get(f"/en/employer/{path}").status_code == 200, path
    data = {**day("end-ended_on"), "end-reason": "own_wish", "end-submission_id": SOME_ID[:-1] + "5"}
    assert client.post(f"/en/employer/placements/{placed.public_id}/end", data=data).status_code == 303
    assert placed.state is PlacementState.ENDED


def test_an_office_refers_by_a_search_box(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    client, address = browse(cast.officer), f"/en/office/jobseekers/{cast.jobseeker.public_id}/refer"
    assert cast.vacancy.public_id in client.get(f"{address}?q=electri").text
    assert cast.vacancy.public_id not in client.get(f"{address}?q=plumber").text
    assert client.get(f"{address}?vacancy={cast.vacancy.public_id}").status_code == 200
    assert client.post(address, data={"vacancy": cast.vacancy.public_id, "note": "", "submission_id": SOME_ID}).status_code == 303
    made = session.scalars(select(Referral)).one()
    assert cast.jobseeker.full_name in client.get("/en/office/referrals").text
    assert cast.vacancy.title in client.get(f"/en/office/jobseekers/{cast.jobseeker.public_id}").text
    client.post(f"/en/office/referrals/{made.public_id}/withdraw")
    assert made.state is ReferralState.WITHDRAWN


def test_the_register_its_file_and_a_doubt_decided_by_another(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    cast.employer.name = "=HYPERLINK(1)"
    placed = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    client = browse(cast.officer)
    page = client.get("/en/office/placements?state=confirmed&level=confirmed&since=01.01.2020")
    assert placed.public_id in page.text
    assert placed.public_id not in client.get("/en/office/placements?state=ended").text
    file = client.get("/en/office/placements.csv").text
    assert placed.public_id in file
    assert "'=HYPERLINK(1)" in file
    assert cast.jobseeker.family_name not in file
    assert "Confirmed by the other side" in client.get(f"/en/office/placements/{placed.public_id}").text
    client.post(f"/en/office/placements/{placed.public_id}/annulment", data={"reason": "Never seen", "submission_id": SOME_ID})
    proposal = session.scalars(select(AnnulmentProposal)).one()
    decision = f"/en/office/placements/{placed.public_id}/annulment/{proposal.public_id}"
    assert client.post(decision, data={"decision": "annul"}).status_code == 404

    assert "Annul the placement" not in browse(cast.approver).get(f"/en/office/placements/{placed.public_id}").text
    client = browse(cast.hirer)
    assert "Never seen" in client.get(f"/en/employer/placements/{placed.public_id}").text
    reply = {"reply-reply": "He was at another site", "reply-submission_id": SOME_ID}
    assert client.post(f"/en/employer/placements/{placed.public_id}/reply/{proposal.public_id}", data=reply).status_code == 303

    client = browse(cast.approver)
    assert "Annul the placement" in client.get(f"/en/office/placements/{placed.public_id}").text
    assert "He was at another site" in client.get(f"/en/office/placements/{placed.public_id}").text
    assert client.post(decision, data={"decision": "annul"}).status_code == 303
    assert placed.state is PlacementState.ANNULLED


def test_nobody_opens_what_belongs_to_others(browse, session: Session, cast: Cast) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    placed = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    made = session.scalars(select(JobApplication)).one()
    offered = session.scalars(select(Offer)).one()
    before = [count(session, model) for model in (JobApplication, Offer, Placement)]
    other = make_cast(session, "KZ-75")
    own = {
        "person": [f"jobseeker/applications/{made.public_id}", f"jobseeker/offers/{offered.public_id}", f"jobseeker/placements/{placed.public_id}"],
        "hirer": [
            f"employer/applications/{made.public_id}",
            f"employer/vacancies/{cast.vacancy.public_id}/applications",
            f"employer/offers/{offered.public_id}",
            f"employer/placements/{placed.public_id}",
        ],
        "officer": [f"office/placements/{placed.public_id}", f"office/jobseekers/{cast.jobseeker.public_id}/refer"],
    }
    for role, paths in own.items():
        for path in paths:
            assert browse(getattr(cast, role)).get(f"/en/{path}").status_code == 200, path
            for stranger in ("person", "hirer", "officer", "approver"):
                page = browse(getattr(other, stranger)).get(f"/en/{path}")
                assert page.status_code == 404, (stranger, path)
                assert cast.jobseeker.family_name not in page.text
    stranger = browse(other.person)
    for path in (f"applications/{made.public_id}/withdraw", f"placements/{placed.public_id}/confirm", f"offers/{offered.public_id}/decline"):
        assert stranger.post(f"/en/jobseeker/{path}", data={"submission_id": SOME_ID}).status_code == 404, path
    assert [count(session, model) for model in (JobApplication, Offer, Placement)] == before
    assert placed.state is PlacementState.DECLARED


def test_visitors_are_sent_to_sign_in(client: FlaskClient, session: Session, cast: Cast) -> None:  # noqa: F811
    answer = client.get(f"/kk/vacancies/{cast.vacancy.public_id}/apply")
    assert answer.status_code == 302
    assert "/kk/sign-in" in answer.location
