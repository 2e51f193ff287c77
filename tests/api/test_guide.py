"""The guide for agencies, run as it stands: its shell and its Python, against a server, from nothing to a placement."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from config import ROOT
from labour_exchange.agencies.clients import texts as client_texts
from labour_exchange.api import texts as api_texts
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import Message
from labour_exchange.placements.models import JobApplication, Placement
from labour_exchange.placements.states import ApplicationState, PlacementState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes import texts as push_texts
from labour_exchange.vacancies.states import RejectionCode, VacancyState

GUIDE = (ROOT / "docs" / "api" / "agencies.md").read_text()
README = (ROOT / "docs" / "api" / "README.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def run(command: list[str], server: str, folder: Path) -> list[str]:
    environment = {"BASE": server, "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder)}
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_shell_of_the_guide(live_server: str, committed: ExchangeSession, tmp_path: Path) -> None:
    script = "\n".join(blocks("sh")).replace("/tmp/", f"{tmp_path}/")
    printed = run(["/bin/bash", "-euo", "pipefail", "-c", script], live_server, tmp_path)
    assert printed == ["created", "published", "interview"]
    committed.rollback()
    assert committed.scalars(select(JobApplication.state)).all() == [ApplicationState.INTERVIEW]


def test_the_python_of_the_guide(live_server: str, committed: ExchangeSession, tmp_path: Path) -> None:
    (program,) = blocks("python")
    printed = run([sys.executable, "-c", program], live_server, tmp_path)
    assert printed[0].startswith("21 V-21 employer_unknown ")
    assert printed[1] == "confirmed ['declared', 'confirmed']"
    committed.rollback()
    assert committed.scalar(select(func.count()).select_from(Vacancy).where(Vacancy.state != VacancyState.REJECTED)) == 20
    assert committed.scalars(select(Placement.state)).all() == [PlacementState.CONFIRMED]


def codes_of(module: object) -> set[str]:
    return {value.code for value in vars(module).values() if isinstance(value, Message)}


@pytest.mark.parametrize("module", [push_texts, client_texts, api_texts], ids=lambda module: module.__name__)
def test_every_code_is_told(module: object) -> None:
    # What is wrong with a form of a page is said there.
    of_pages = {"name_missing", "name_long", "scopes_wrong", "two_alive"}
    assert {code for code in codes_of(module) - of_pages if f"`{code}`" not in GUIDE + README} == set()
    assert {code.value for code in RejectionCode if f"`{code}`" not in GUIDE} == set()
