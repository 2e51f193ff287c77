"""Home with everything on it: an offer and an invitation to answer, a suggestion with its reasons, applications and their state."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.discovery.synchronisation import synchronise
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.operations.invitations import invite
from tests.factories import jobseekers as people
from tests.factories import placements as dealings
from tests.factories.signing_in import sign_in_as


def busy_person(session: ExchangeSession) -> Jobseeker:
    """An electrician with an offer, an invitation, an application and one more vacancy that suits."""
    person = people.open_to_employers(session)
    employer, actor = dealings.hiring_employer(session)
    dealings.offer(session, dealings.open_vacancy(session, employer, title="Electrician of the theatre"), actor, person)
    dealings.application(session, dealings.open_vacancy(session, employer, title="Electrician of the library"), person)
    assert person.profile is not None
    invite(session, actor, dealings.open_vacancy(session, employer, title="Electrician of the museum"), person.profile, note="Come and see us.")
    dealings.open_vacancy(session, employer, title="Electrician of the airport")
    synchronise(session)
    session.commit()
    return person


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_home_answers_what_now(app: Flask, committed: ExchangeSession, language: str) -> None:
    person = busy_person(committed)
    client: FlaskClient = app.test_client()
    sign_in_as(client, committed, committed.get_one(User, person.user_id))
    committed.commit()
    answer = client.get(f"/{language}/jobseeker/home")
    assert answer.status_code == 200
    text = answer.text
    steps, rest = text.split('id="fit"')
    assert steps.index("Electrician of the theatre") < steps.index("Electrician of the museum")
    assert f"/{language}/jobseeker/offers/" in steps
    assert f"/{language}/jobseeker/invitations/" in steps
    suggested, applied = rest.split('id="mine"')
    assert "Electrician of the airport" in suggested
    assert "lx-reasons" in suggested
    assert not any(known in suggested for known in ("theatre", "museum", "library"))
    assert "Electrician of the library" in applied
    assert text.count("btn-primary") == 1
