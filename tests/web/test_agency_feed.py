"""The feed of an agency: a CSV file sent on a page, a receipt for every row, refusals by code, nobody else's pushes."""

import io

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.runs.models import ImportRun
from tests.factories import agencies
from tests.factories.placements import hiring_employer
from tests.factories.signing_in import sign_in_as

HEADING = "external_id,title,description,employer_bin,region_code"
SAID = "Welds the frames of buses in a warm hall."


def working(client: FlaskClient, session: ExchangeSession) -> tuple[Actor, Employer]:
    """A browser of an agency that one employer lets post."""
    agency, actor = agencies.in_force(session)
    employer, keeper = hiring_employer(session)
    agencies.mandated(session, agency, employer, keeper, ("post",))
    sign_in_as(client, session, session.get_one(User, actor.user_id))
    session.commit()
    return actor, employer


def send(client: FlaskClient, *lines: str, language: str = "en", heading: str = HEADING, mapping: str = "") -> tuple[int, str, str]:
    """Status, where it leads to, and the page."""
    files = {"file": (io.BytesIO("\n".join([heading, *lines]).encode()), "vacancies.csv")}
    if mapping:
        files["mapping"] = (io.BytesIO(mapping.encode()), "columns.toml")
    answer = client.post(f"/{language}/agency/feed", data=files, content_type="multipart/form-data")
    return answer.status_code, answer.headers.get("Location", ""), answer.get_data(as_text=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_gets_its_receipt(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    actor, employer = working(client, session)
    stranger, _keeper = hiring_employer(session)
    rows = (f"a-1,Welder,{SAID},{employer.bin},KZ-71", f"a-2,,{SAID},{employer.bin},KZ-71", f"a-3,Welder,{SAID},{stranger.bin},KZ-71")
    status, place, _page = send(client, *rows, language=language)
    assert status == 303
    run = session.scalars(select(ImportRun).where(ImportRun.agency_id == actor.organisation_id)).one()
    assert run.outcomes == {"created": 1, "rejected": 2}
    assert [entry["count"] for entry in run.refusals.values()] == [1, 1]
    made = session.scalars(select(Vacancy).where(Vacancy.agency_id == actor.organisation_id)).one()
    assert (made.external_id, made.employer_id, made.source) == ("a-1", employer.id, "agency")
    shown = client.get(place).get_data(as_text=True)
    assert all(name in shown for name in ("a-1", "a-2", "a-3", "title_missing"))
    assert client.get(f"/{language}/agency/feed").get_data(as_text=True).count("title_missing") == 1


def test_the_same_file_again_changes_nothing(client: FlaskClient, session: ExchangeSession) -> None:
    actor, employer = working(client, session)
    row = f"a-1,Welder,{SAID},{employer.bin},KZ-71"
    assert [send(client, row)[0] for _ in range(2)] == [303, 303]
    runs = session.scalars(select(ImportRun.outcomes).where(ImportRun.agency_id == actor.organisation_id).order_by(ImportRun.id)).all()
    assert runs == [{"created": 1}, {"unchanged": 1}]


def test_other_column_names_are_mapped(client: FlaskClient, session: ExchangeSession) -> None:
    actor, employer = working(client, session)
    mapping = '[fields]\nexternal_id = "no"\ntitle = "job"\ndescription = "text"\nemployer_bin = "who"\nregion_code = "where"\n'
    row = f"a-1,Welder,{SAID},{employer.bin},KZ-71"
    assert send(client, row, heading="no,job,text,who,where", mapping=mapping)[0] == 303
    assert session.scalars(select(Vacancy.external_id).where(Vacancy.agency_id == actor.organisation_id)).all() == ["a-1"]
    status, _place, shown = send(client, row, mapping="nonsense")
    assert status == 422
    assert "The mapping file is wrong" in shown


def test_what_is_no_file_of_rows_is_refused_whole(client: FlaskClient, session: ExchangeSession) -> None:
    actor, employer = working(client, session)
    assert send(client)[0] == 422
    assert send(client, "\0")[0] == 422
    many = [f"a-{number},Welder,{SAID},{employer.bin},KZ-71" for number in range(1001)]
    status, _place, shown = send(client, *many)
    assert status == 422
    assert "at most 1000 rows" in shown
    assert session.scalars(select(ImportRun).where(ImportRun.agency_id == actor.organisation_id)).all() == []


def test_the_file_of_receipts_runs_no_formula_and_is_nobody_else_s(client: FlaskClient, session: ExchangeSession) -> None:
    working(client, session)
    status, place, _page = send(client, f"=1+1,Welder,{SAID},123,KZ-71")
    assert status == 303
    assert "'=1+1" in client.get(f"{place}.csv").get_data(as_text=True)
    working(client, session)
    assert client.get(place).status_code == 404
    assert client.get(f"{place}.csv").status_code == 404
