"""Questions made from the document, asked as each kind of program: every answer is as documented and none is a failure of ours.

CAMPAIGN=full asks more than 20,000.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import negative_data_rejection, positive_data_acceptance
from schemathesis.generation import GenerationMode

from labour_exchange.agencies.states import LicenceState
from labour_exchange.api.limits import LIMIT_SETTING as PUBLIC_LIMIT
from labour_exchange.api.programs import clients as guessing
from labour_exchange.api.programs.clients import LIMIT_SETTING
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.states import Audience
from labour_exchange.placements.operations.invitations import invite
from labour_exchange.placements.operations.offers import make_offer
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource
from tests.factories import clients, jobseekers, placements
from tests.factories.clients import Program

pytestmark = pytest.mark.campaign
IS_FULL = os.environ.get("CAMPAIGN") == "full"
EXAMPLES = 45 if IS_FULL else 2
FEWEST_OPERATIONS, FEWEST_REQUESTS = 40, 20_000 if IS_FULL else 700
KINDS = ("no key", "wrong key", "without the scope", "without a licence", "without a mandate", "full")
NOTHING_TO_GET_WRONG = ("/api/v1/sandbox/clients",)
OF_SEVERAL_VALUES = ("/api/v1/statistics/indicators/{code}/series",)
"""Where two values that are right alone may be wrong together: a period that ends before it begins, or is too long."""
STREAM = "application/x-ndjson"
ASKING = settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
asked: Counter[str] = Counter()


@schemathesis.serializer(STREAM)
def write_lines(context: Any, value: Any) -> bytes:
    """The document says text; lines are its own affair."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@dataclass
class World:
    """Keys by kind, and ids that exist, by the beginning of their addresses."""

    headers: dict[str, dict[str, str]]
    ids: dict[str, str]


def pushed(session: ExchangeSession, program: Program, external_id: str) -> Vacancy:
    facts = {"agency_id": program.agency.id, "source": VacancySource.AGENCY, "posts": 50}
    return placements.open_vacancy(session, program.employer, source_name=f"{program.agency.public_id}/ours", external_id=external_id, **facts)


@pytest.fixture(scope="module")
def world(app: Flask, module_committed: ExchangeSession) -> Iterator[World]:
    before = {name: app.config[name] for name in (LIMIT_SETTING, PUBLIC_LIMIT)}
    app.config.update({LIMIT_SETTING: 10**9, PUBLIC_LIMIT: "1000000 per minute"})
    tries = guessing.WRONG_TRIES
    guessing.WRONG_TRIES = 10**9
    session = module_committed
    full = clients.program(session)
    vacancy = pushed(session, full, "a-1")
    people = [jobseekers.with_profile(session, audience=Audience.EMPLOYERS) for _ in range(3)]
    application = placements.application(session, vacancy, people[0])
    offer = make_offer(session, full.actor, placements.application(session, vacancy, people[1]), placements.terms())
    assert people[2].profile is not None
    invitation = invite(session, full.actor, vacancy, people[2].profile, note="")
    placed = placements.placement(session, pushed(session, full, "a-2"), full.keeper)
    headers = {
        "no key": {},
        "wrong key": {"Authorization": "Bearer elx_nobodys"},
        "without the scope": clients.program(session, scopes=("feed",)).headers,
        "without a licence": clients.program(session, state=LicenceState.SUSPENDED).headers,
        "without a mandate": clients.program(session, mandated=()).headers,
        "full": full.headers,
    }
    session.commit()
    ids = {"applications": application.public_id, "offers": offer.public_id, "invitations": invitation.public_id, "placements": placed.public_id}
    yield World(headers, ids)
    app.config.update(before)
    guessing.WRONG_TRIES = tries


@pytest.fixture(scope="module")
def operations(app: Flask, world: World) -> list[Any]:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    return [found.ok() for found in schema.get_all_operations()]


def with_known_ids(case: Case, world: World) -> None:
    """Half of the questions are about things that exist."""
    path = case.path_parameters or {}
    if "external_id" in path:
        path |= {"source": "ours", "external_id": "a-1"}
    name = case.operation.path.removeprefix("/api/v1/").split("/")[0]
    if "public_id" in path and name in world.ids:
        path["public_id"] = world.ids[name]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("kind", KINDS)
def test_every_operation_keeps_to_its_document_for(kind: str, mode: GenerationMode, operations: list[Any], world: World) -> None:
    assert len(operations) >= FEWEST_OPERATIONS
    for operation in operations:
        ask_about(operation, kind, mode, world)


def ask_about(operation: Any, kind: str, mode: GenerationMode, world: World) -> None:
    # What a schema can say is right may still be refused for what the exchange knows: an employer without a mandate, a day that is past.
    is_by_form_alone = operation.method == "get" and operation.path not in OF_SEVERAL_VALUES
    excluded = [] if is_by_form_alone else [positive_data_acceptance]
    if mode is GenerationMode.NEGATIVE and operation.path in NOTHING_TO_GET_WRONG:
        return

    # The ordinary run asks the same each time, so that it fails for a change only; the campaign asks what nobody asked yet.
    @settings(ASKING, derandomize=not IS_FULL)
    @given(case=operation.as_strategy(generation_mode=mode), is_known=st.booleans())
    def ask(case: Case, is_known: bool) -> None:
        if mode is GenerationMode.POSITIVE:
            (case.query or {}).pop("cursor", None)
            if is_known:
                with_known_ids(case, world)
        asked[kind] += 1
        case.call_and_validate(headers=world.headers[kind], excluded_checks=[*excluded, *_undone_by_writing(case)])

    ask()


def _undone_by_writing(case: Case) -> list[Any]:
    """A stream of lines is text of any kind: what was made as no text becomes one when it is written, and each line has a receipt of its own."""
    return [negative_data_rejection] if case.media_type == STREAM and not isinstance(case.body, str) else []


def test_enough_was_asked() -> None:
    assert set(asked) == set(KINDS)
    assert sum(asked.values()) >= FEWEST_REQUESTS, asked
