"""The guide for those who follow vacancies does what it says: its addresses answer and its program ends with what is open."""

import re

from flask.testing import FlaskClient

from config import ROOT
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.states import VacancyState
from tests.factories import clients, vacancies

GUIDE = (ROOT / "docs" / "api" / "following.md").read_text()
SERVER = "http://127.0.0.1:8000"


def test_the_addresses_answer(client: FlaskClient, session: ExchangeSession) -> None:
    shown = re.findall(rf"curl '{re.escape(SERVER)}(/api/[^']+)'", GUIDE)
    assert len(shown) >= 2
    for address in shown:
        assert client.get(address).status_code == 200, address


def test_the_kept_search_is_kept_and_asked(client: FlaskClient, session: ExchangeSession) -> None:
    said = re.search(rf"-d '(.*)' {re.escape(SERVER)}(/api/v1/criteria/[a-z-]+)\n", GUIDE)
    assert said
    program = clients.program(session)
    assert client.put(said[2], data=said[1], headers=program.headers | {"Content-Type": "application/json"}).status_code == 201
    asked = re.search(rf"{re.escape(SERVER)}({said[2]}/[a-z]+)\n", GUIDE)
    assert asked
    assert client.get(asked[1], headers=program.headers).status_code == 200


def test_the_program_ends_with_what_is_open(live_server: str, committed: ExchangeSession) -> None:
    staying, closing = vacancies.published(committed), vacancies.published(committed)
    committed.commit()
    lines = re.search(r"\n((?:    import json, time, requests)\n(?:(?:    .*)?\n)+)", GUIDE)
    assert lines
    program = "\n".join(line.removeprefix("    ") for line in lines[1].split("\n")).replace(SERVER, live_server)
    taking, following = program.split("while True:\n")
    known: dict[str, object] = {}
    exec(compile(taking, "taking", "exec"), known)  # noqa: S102 - the guide's own program
    staying.title, closing.state = "Electrician by night", VacancyState.WITHDRAWN
    arriving = vacancies.published(committed)
    committed.commit()
    # As long as it says, but not for ever and without the pauses.
    exec(compile("for _ in range(60):\n" + following.replace("time.sleep(5)", "time.sleep(0.1)"), "following", "exec"), known | {"known": known})  # noqa: S102
    held = known["held"]
    assert isinstance(held, dict)
    assert {one: said["title"] for one, said in held.items()} == {staying.public_id: "Electrician by night", arriving.public_id: "Electrician"}
