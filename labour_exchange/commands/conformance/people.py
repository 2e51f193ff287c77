"""Answer an application, make an offer, and report a placement with its evidence."""

from typing import Any

from labour_exchange.commands.conformance.run import Run
from labour_exchange.foundation import clock

NAMES = ("application_is_listed_once", "application_shows_what_was_shared", "answer_is_kept", "same_key_is_answered_as_before")
NAMES += ("same_key_with_another_body_is_refused", "answer_is_seen_in_the_list", "offer_is_made", "offer_is_accepted", "placement_is_declared")
NAMES += ("placement_is_confirmed", "placement_is_listed_once", "placement_is_reported_from_an_application", "post_is_taken", "no_second_placement")
NAMES += ("end_of_a_placement_is_kept",)


def waiting_application(run: Run, *, is_sandbox: bool, vacancy: str) -> dict[str, Any] | None:
    """In the sandbox an invented person applies; otherwise the first application that waits."""
    if is_sandbox:
        said: dict[str, Any] = run.client.post("/api/v1/sandbox/applications", {"vacancy": vacancy}).json
        return said
    return next(run.client.pages("/api/v1/applications", state="sent", limit=1), None)


def check_people(run: Run, application: dict[str, Any] | None, *, is_sandbox: bool) -> None:
    """From the application to a confirmed placement; outside a sandbox nobody accepts, so it ends with the offer."""
    names = NAMES if is_sandbox else NAMES[:7]
    with run.report.guarding(*names):
        if application is None:
            raise LookupError("no application waits; let somebody apply to one of your vacancies, or use --sandbox")
        one = f"/api/v1/applications/{application['id']}"
        listed = [row for row in run.client.pages("/api/v1/applications", limit=100) if row["id"] == application["id"]]
        run.report.equal("application_is_listed_once", len(listed), 1)
        shown = run.client.get(one).json
        run.report.check("application_shows_what_was_shared", shown["person"]["given_name"] and shown["vacancy"]["external_id"], shown)
        _check_answer(run, one)
        today = _today()
        terms = {"starts_on": today, "answer_by_on": today, "note": "Welcome."}
        offer = run.client.post(f"{one}/offers", terms)
        run.report.check("offer_is_made", offer.status == 201 and offer.json["state"] == "made", offer.body)
        if is_sandbox:
            _check_placement(run, offer.json["id"])
            _check_report(run)


def _check_answer(run: Run, one: str) -> None:
    said, key = {"answer": "interview", "note": "Tomorrow at ten, at the gate."}, f"answer-{run.mark}"
    answer = run.client.post(f"{one}/answers", said, key=key)
    run.report.check("answer_is_kept", answer.status == 201 and answer.json["state"] == "interview", answer.body)
    again = run.client.post(f"{one}/answers", said, key=key)
    run.report.check("same_key_is_answered_as_before", (again.status, again.body) == (answer.status, answer.body), again.body)
    other = run.client.post(f"{one}/answers", said | {"note": "At eleven."}, key=key)
    run.report.check("same_key_with_another_body_is_refused", other.status == 422, other.status)
    run.report.equal("answer_is_seen_in_the_list", run.client.get(one).json["state"], "interview")


def _check_placement(run: Run, offer: str) -> None:
    accepted = run.client.post("/api/v1/sandbox/answers", {"offer": offer})
    run.report.check("offer_is_accepted", accepted.status == 201, accepted.body)
    placement = accepted.json["id"]
    declared = run.client.get(f"/api/v1/placements/{placement}").json
    run.report.check("placement_is_declared", [one["kind"] for one in declared["evidence"]][:1] == ["declared"], declared)
    confirmed = run.client.post("/api/v1/sandbox/answers", {"placement": placement})
    kinds = [one["kind"] for one in run.client.get(f"/api/v1/placements/{placement}").json["evidence"]]
    run.report.check("placement_is_confirmed", confirmed.status == 201 and "confirmed" in kinds, confirmed.body)
    listed = [one for one in run.client.pages("/api/v1/placements", limit=100) if one["id"] == placement]
    run.report.equal("placement_is_listed_once", len(listed), 1)


def _check_report(run: Run) -> None:
    """The other way: the agency reports that somebody who applied has started."""
    external_id = list(run.open)[-1]
    vacancy = run.ids[external_id]
    application = run.client.post("/api/v1/sandbox/applications", {"vacancy": vacancy}).json
    facts = {"application": application["id"], "started_on": _today()}
    reported = run.client.post("/api/v1/placements", facts)
    is_reported = reported.status == 201 and reported.json["evidence"][0]["kind"] == "declared"
    run.report.check("placement_is_reported_from_an_application", is_reported, reported.body)
    found = run.client.get(run.one(external_id)).json
    run.report.check("post_is_taken", found["posts_filled"] == 1, found)
    again = run.client.post("/api/v1/placements", facts)
    run.report.check("no_second_placement", again.status in (404, 409, 422), again.status)
    placement = reported.json["id"]
    ended = {"kind": "ended", "ended_on": _today(), "reason": "other"}
    told = run.client.post(f"/api/v1/placements/{placement}/evidence", ended)
    kinds = [one["kind"] for one in run.client.get(f"/api/v1/placements/{placement}").json["evidence"]]
    run.report.check("end_of_a_placement_is_kept", told.status == 201 and kinds[-1] == "ended", told.body)
    run.open.pop(external_id, None)


def _today() -> str:
    """The calendar day in the country."""
    return clock.today().isoformat()
