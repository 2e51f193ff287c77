"""People in measures on pages: staff lay them out in three languages, the public reads what they mean and is refused the figures."""

import csv
import io
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.indicators import CATALOGUE
from tests.factories import accounts, offices, programmes
from tests.factories.signing_in import sign_in_as
from tests.statistics.facts import put

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)
DROPOUTS = "indicator=programme_dropouts&month=2026-10"
STAFF_ONLY = sorted(code for code, indicator in CATALOGUE.items() if indicator.is_for_staff)
pytestmark = pytest.mark.usefixtures("left_early")


@pytest.fixture
def left_early(session: ExchangeSession) -> None:
    programmes.measure(session)
    for region, reason, count in (("KZ-71", "illness", 7), ("KZ-71", "found_work", 11), ("KZ-75", "illness", 90)):
        put(session, "enrolments_dropped_out", region, "2026-10-06", count, programme_measure="now-training", sex="female", reason=reason)


def signed_in(client: FlaskClient, session: ExchangeSession, user: User) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, user)


def got(client: FlaskClient, address: str) -> str:
    with clock.hold(NOW):
        answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.data.decode("utf-8-sig")


def row(text: str, code: str) -> str:
    return text.split(f'id="g-{code}"')[1].split("</tr>")[0]


@pytest.mark.parametrize(("language", "said"), [("kk", "Денсаулығына байланысты"), ("ru", "По состоянию здоровья"), ("en", "Illness")])
def test_the_ministry_lays_out_why_people_left(client: FlaskClient, session: ExchangeSession, language: str, said: str) -> None:
    signed_in(client, session, accounts.user(session, ActorKind.ANALYST))
    text = got(client, f"/{language}/headquarters/explore?{DROPOUTS}&by=reason")
    assert CATALOGUE["programme_dropouts"].name.in_language(language) in text
    assert said in row(text, "illness")
    assert ">97<" in row(text, "illness")
    assert ">108<" in row(text, "all")
    rows = list(csv.reader(io.StringIO(got(client, f"/{language}/headquarters/explore.csv?{DROPOUTS}&by=reason"))))
    place = rows[0].index("reason")
    assert {line[place]: line[-2] for line in rows[1:] if line[-3] == "2026-10"}["found_work"] == "11"


@pytest.mark.parametrize(("by", "code", "count"), [("region", "KZ-75", 90), ("programme_measure", "now-training", 108), ("sex", "female", 108)])
def test_the_ministry_lays_them_out_by_every_trait(client: FlaskClient, session: ExchangeSession, by: str, code: str, count: int) -> None:
    signed_in(client, session, accounts.user(session, ActorKind.ANALYST))
    text = got(client, f"/en/headquarters/explore?{DROPOUTS}&by={by}&view=table")
    assert f">{count}<" in row(text, code)
    assert "A placement belongs to a measure" not in text


def test_an_office_sees_its_own_region_only(client: FlaskClient, session: ExchangeSession) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, offices.staff(session, offices.office(session, "KZ-71")).user)
    text = got(client, f"/en/headquarters/regions/KZ-71/explore?{DROPOUTS}&by=reason&region=KZ-75")
    assert ">7<" in row(text, "illness")
    assert ">97<" not in text
    assert CATALOGUE["programme_dropouts"].name.en in got(client, "/en/headquarters/regions/KZ-71")
    assert CATALOGUE["programme_dropouts"].name.en in got(client, "/en/headquarters/figures.csv?region=KZ-71&period=2026-10")
    with clock.hold(NOW):
        refused = [client.get(f"/en/headquarters/{path}?{DROPOUTS}") for path in ("explore", "regions/KZ-75/explore", "figures.csv")]
    assert {answer.status_code for answer in refused} == {404}


@pytest.mark.parametrize("code", STAFF_ONLY)
@pytest.mark.parametrize(("language", "said"), [("kk", "тек қызметкерлерге"), ("ru", "только сотрудникам"), ("en", "for staff only")])
def test_the_public_reads_what_they_mean_and_no_figure(client: FlaskClient, code: str, language: str, said: str) -> None:
    places = ("statistics", "statistics/figures.csv", "statistics/explore", *(f"statistics/explore.{form}" for form in ("csv", "json", "svg")))
    for place in places:
        with clock.hold(NOW):
            answer = client.get(f"/{language}/{place}?indicator={code}&month=2026-10")
        assert answer.status_code == 422, place
        assert said in answer.text
        assert ">108<" not in answer.text
    definition = got(client, f"/{language}/statistics/definitions").split(f'id="{code}"')[1].split("</section>")[0]
    for text in (CATALOGUE[code].name, CATALOGUE[code].formula, CATALOGUE[code].caveat, CATALOGUE[code].example.words):
        assert str(text.in_language(language)) in definition


def test_public_pages_do_not_offer_them(client: FlaskClient) -> None:
    for place in ("statistics", "statistics/explore", "statistics/KZ-71", "statistics/figures.csv?region=KZ-71"):
        text = got(client, f"/en/{place}")
        assert not [code for code in STAFF_ONLY if f'value="{code}"' in text or CATALOGUE[code].name.en in text], place
    with clock.hold(NOW):
        assert client.get("/en/statistics/explore?indicator=registrations_outflow&by=reason").status_code == 422


@pytest.mark.parametrize("code", STAFF_ONLY)
def test_the_api_says_what_they_mean_and_has_no_series(client: FlaskClient, code: str) -> None:
    with clock.hold(NOW):
        said = client.get(f"/api/v1/statistics/indicators/{code}?lang=en").get_json()
        refused = client.get(f"/api/v1/statistics/indicators/{code}/series?lang=en")
    assert (said["for_staff"], said["formula"]) == (True, CATALOGUE[code].formula.en)
    assert refused.status_code == 422
    assert "for staff only" in refused.text
    assert client.get("/api/v1/statistics/indicators/placements_declared").get_json()["for_staff"] is False
