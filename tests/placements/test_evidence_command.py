"""`flask evidence import`: every row gets its receipt, bad rows stop nothing, and the second time changes nothing."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.commands.evidence import import_evidence
from labour_exchange.foundation import clock
from labour_exchange.placements.models import PlacementEvidence
from labour_exchange.placements.states import EvidenceKind
from tests.factories.placements import confirmed
from tests.placements.conftest import Cast


def imported(app: Flask, file: Path, register: str) -> Result:
    receipts = file.with_suffix(".ndjson")
    return app.test_cli_runner().invoke(import_evidence, [str(file), "--register", register, "--receipts", str(receipts), "--json"])


def receipts_of(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.with_suffix(".ndjson").read_text().splitlines()]


@pytest.fixture
def contracts(session: Session, cast: Cast, tmp_path: Path) -> Path:
    made = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    file = tmp_path / "contracts.csv"
    day = made.started_on.isoformat()
    lines = [
        "bin,note,started_on,iin",
        f"{cast.employer.bin},good,{day},{cast.jobseeker.iin}",
        f"{cast.employer.bin},bad iin,{day},123",
        f"{cast.employer.bin},unknown person,{day},900517450021",
        f"{cast.employer.bin},short",
        f"{cast.employer.bin},again,{day},{cast.jobseeker.iin}",
    ]
    file.write_text("\ufeff" + "\n".join(lines) + "\n")
    return file


def test_every_row_gets_its_receipt(app: Flask, session: Session, contracts: Path) -> None:
    result = imported(app, contracts, "contracts")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert {key: answer[key] for key in ("recorded", "unchanged", "unmatched", "rejected")} == {
        "recorded": 1,
        "unchanged": 1,
        "unmatched": 1,
        "rejected": 2,
    }
    told = receipts_of(contracts)
    assert [(one["line"], one["outcome"], one.get("field")) for one in told] == [
        (2, "recorded", None),
        (3, "rejected", "iin"),
        (4, "unmatched", None),
        (5, "rejected", "iin"),
        (6, "unchanged", None),
    ]
    assert "900517450021" not in contracts.with_suffix(".ndjson").read_text()


def test_the_second_time_changes_nothing(app: Flask, session: Session, contracts: Path) -> None:
    imported(app, contracts, "contracts")
    answer = json.loads(imported(app, contracts, "contracts").stdout)
    assert (answer["recorded"], answer["unchanged"]) == (0, 2)
    counted = select(func.count()).where(PlacementEvidence.kind == EvidenceKind.CONTRACT)
    assert session.scalar(counted) == 1


def test_contributions_of_the_first_month(app: Flask, session: Session, cast: Cast, tmp_path: Path) -> None:
    confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    file = tmp_path / "contributions.csv"
    file.write_text(f"iin,bin,month\n{cast.jobseeker.iin},{cast.employer.bin},{clock.today():%Y-%m}\n")
    assert json.loads(imported(app, file, "contributions").stdout)["recorded"] == 1
    row = session.scalars(select(PlacementEvidence).where(PlacementEvidence.kind == EvidenceKind.CONTRIBUTION)).one()
    assert row.month == 1


def test_a_file_with_another_header_is_refused(app: Flask, session: Session, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("iin;bin;month\n")
    result = imported(app, file, "contributions")
    assert result.exit_code == 2
    assert "iin" in result.output
