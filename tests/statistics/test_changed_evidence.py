"""A row of evidence that somebody with the owner's rights has changed is named by a release, whatever column it was and though every figure stays."""

import json

from flask import Flask
from sqlalchemy import create_engine, func, select, text

from labour_exchange.commands.statistics import statistics
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.placements.models import PlacementEvidence
from labour_exchange.statistics.releases.operations import prepare_release
from labour_exchange.statistics.releases.verification import Verdict, verify_release
from tests.factories import accounts
from tests.factories import placements as situations
from tests.statistics.test_releases import MINUTE, NOVEMBER, OCTOBER

CHANGES = (
    ("SET effective_on = effective_on - 1", "SET effective_on = effective_on + 1"),
    ("SET recorded_at = recorded_at + interval '1 second'", "SET recorded_at = recorded_at - interval '1 second'"),
    ("SET reference = reference || 'x'", "SET reference = left(reference, -1)"),
    ("SET source = 'agency'", "SET source = 'employer'"),
)


def as_owner(app: Flask, *statements: str) -> None:
    """The trigger switched off, as only the owner of the table can."""
    engine = create_engine(app.config["SETTINGS"].owner_database_url)
    with engine.begin() as owner:
        for statement in (
            "ALTER TABLE placement_evidence DISABLE TRIGGER refuse_change",
            *statements,
            "ALTER TABLE placement_evidence ENABLE TRIGGER refuse_change",
        ):
            owner.execute(text(statement))
    engine.dispose()


def test_a_changed_row_of_evidence_is_named_though_every_figure_stays(app: Flask, committed: ExchangeSession) -> None:
    with clock.hold(OCTOBER):
        employer, actor = situations.hiring_employer(committed)
        vacancy = situations.open_vacancy(committed, employer, posts=9)
        placed = [situations.placement(committed, vacancy, actor) for _ in range(7)]
        committed.flush()
    with clock.hold(NOVEMBER):
        analyst = accounts.actor_of(accounts.user(committed, ActorKind.ANALYST))
        release = prepare_release(committed, analyst, "2026-10", announced_at=MINUTE)
        committed.commit()

    def verdict() -> Verdict:
        found = verify_release(committed, release)
        committed.rollback()
        return found

    assert verdict().is_equal
    wanted = select(func.min(PlacementEvidence.id)).where(PlacementEvidence.placement_id == placed[2].id)
    row = committed.scalar(wanted.where(PlacementEvidence.source == "employer"))
    committed.rollback()
    for change, back in CHANGES:
        as_owner(app, f"UPDATE placement_evidence {change} WHERE id = {row}")
        found = verdict()
        assert [(kind, line.split("|")[:2]) for kind, line in found.evidence] == [("changed", [str(row), str(placed[2].id)])], change
        assert (found.cells, found.is_equal) == ([], False)
        as_owner(app, f"UPDATE placement_evidence {back} WHERE id = {row}")
        assert verdict().is_equal, back
    as_owner(app, f"DELETE FROM placement_evidence WHERE id = {row}")
    assert ("gone", f"{row}|") in verdict().evidence
    said = app.test_cli_runner().invoke(statistics, ["verify", "2026-10.1", "--language", "ru"])
    assert said.exit_code == 1
    assert f"строка доказательства пропала: {row}|" in said.output
    told = json.loads(app.test_cli_runner().invoke(statistics, ["verify", "2026-10.1", "--json"]).output)
    assert {"is": "gone", "row": f"{row}|"} in told["evidence"]
