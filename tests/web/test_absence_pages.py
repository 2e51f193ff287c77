"""Absences below the queue: recorded, refused beside the field with what was typed, cancelled; not those of another office."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from labour_exchange.cases.operations import record_absence
from labour_exchange.cases.queries import absences_at_office
from labour_exchange.cases.rules.absences import AbsenceDays
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.offices.models import Office
from tests.factories import offices
from tests.factories.cases import case
from tests.web.test_office_pages import LANGUAGES, at_work

HERE = "office/cases/absences"


def sent(absent: str, substitute: str, days: int) -> dict[str, object]:
    facts: dict[str, object] = {"absent": absent, "substitute": substitute}
    for name, day in (("from_on", clock.today()), ("until_on", clock.today() + timedelta(days=days))):
        facts |= {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}
    return facts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_colleague_stands_in_until_it_is_cancelled(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    member = at_work(client, session)
    actor = offices.officer(member)
    away = offices.staff(session, session.get_one(Office, actor.office_id), display_name="Бақыт С.")
    case(session, offices.officer(away), step="Bring the diploma")
    session.commit()
    queue = f"/{language}/office/cases"
    assert "Bring the diploma" not in client.get(queue).text
    own, other = member.user.public_id, away.user.public_id
    assert client.get(f"/{language}/{HERE}/new").status_code == 200
    refused = client.post(f"/{language}/{HERE}/new", data=sent(other, own, -1))
    assert refused.status_code == 422
    assert f'selected value="{other}"' in refused.text
    assert client.post(f"/{language}/{HERE}/new", data=sent(other, own, 1)).status_code == 303
    text = client.get(queue).text
    assert "Bring the diploma" in text
    assert "Бақыт С." in text
    assert client.post(f"/{language}/{HERE}/new", data=sent(other, own, 1)).status_code == 422
    made = absences_at_office(session, actor)[0]
    assert client.post(f"/{language}/{HERE}/{made.public_id}/cancel").status_code == 303
    assert "Bring the diploma" not in client.get(queue).text


def test_an_absence_at_another_office_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    place = offices.office(session, "KZ-75")
    away, stand_in = offices.staff(session, place), offices.staff(session, place)
    days = AbsenceDays(clock.today(), clock.today())
    made = record_absence(session, offices.officer(away), days, absent=away.user, substitute=stand_in.user)
    at_work(client, session)
    session.commit()
    assert client.post(f"/en/{HERE}/{made.public_id}/cancel").status_code == 404
