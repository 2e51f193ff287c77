"""The pages of a claim in a real browser: nothing that axe finds, nothing wider than the screen, no target too small."""

import pytest

from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.operations import recoveries
from labour_exchange.inspections.states import Payer
from tests.factories import inspections as made
from tests.factories.accounts import user
from tests.web.browser import wrong_in

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

WHY = "Жұмыс беруші таратылды, таратушының тізіліміне енгізу мерзімі өткен"


def arranged(session: ExchangeSession) -> dict[Actor, list[str]]:
    """A claim with an entry in each state, and the pages of everybody who reads of it."""
    cast = made.cast(session)
    inspection = made.owing(session, cast, paid=190_000)
    recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 80_000, reference="Төлем тапсырмасы № 118, 12.11.2026"))
    wrong = made.returned(session, cast, inspection, 15_000, payer=Payer.BAILIFF)
    recoveries.refuse_entry(session, cast.approver, wrong, reason="Құжат басқа кәсіпорынға тиесілі")
    waiting = recoveries.propose_write_off(session, cast.officer, inspection, amount=60_000, reason=WHY)
    here = f"office/inspections/{inspection.public_id}"
    analyst = Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id)
    return {
        cast.second_approver: [here, f"{here}/entries/{waiting.public_id}/refuse"],
        cast.officer: [f"{here}/returns/new", f"{here}/write-offs/new"],
        cast.hirer: [f"employer/inspections/{inspection.public_id}"],
        analyst: ["headquarters/inspections"],
    }


def test_pages_are_clean(live_server: str, committed: ExchangeSession) -> None:
    wrong = wrong_in(live_server, committed, arranged(committed), in_all=True)
    assert not wrong, "\n".join(wrong)
