"""The occupation of real advertisements against a blind judgement.

The judging rule: 110 advertisements drawn at random from both files (seed 77) were given unit groups from title and duties, before anything
was recognised. Where ISCO-08 leaves two readings open, both stand,
separated by a bar. Ids and codes are kept here; the texts are not part of the project.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from search.analysis.concepts import recognise_occupation

HERE = Path(__file__).resolve().parent
FILES = HERE.parents[2] / "shared" / "data"
FLOOR_FIRST, FLOOR_THREE = 0.93, 0.95

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the real advertisements are not part of the project and not beside it")


def advertisements() -> dict[tuple[str, str], tuple[str, str]]:
    found = {}
    for record in lines("hh_astana_2026-03.jsonl"):
        roles = " ".join(role["name"] for role in record["professional_roles"])
        duties = " ".join(record["snippet"].get(part) or "" for part in ("requirement", "responsibility"))
        found["hh", record["id"]] = (record["name"], f"{roles}. {duties}")
    for number, record in enumerate(lines("superjob_2018.jsonl")):
        found["sj", str(number)] = (record["name"], f"{record['categories']}. {record['duties'][:500]}")
    return found


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FILES / name).read_text(encoding="utf-8").splitlines()]


def test_the_recognised_occupation_is_a_judged_one() -> None:
    texts = advertisements()
    with (HERE / "advertisement_occupations.tsv").open(encoding="utf-8") as table:
        judged = {(row["source"], row["id"]): row["codes"].split("|") for row in csv.DictReader(table, delimiter="\t")}
    answers = {key: [code for code, _ in recognise_occupation(*texts[key])][:3] for key in judged}
    first = sum(bool(found) and found[0] in judged[key] for key, found in answers.items()) / len(judged)
    three = sum(any(code in judged[key] for code in found) for key, found in answers.items()) / len(judged)
    assert first >= FLOOR_FIRST, first
    assert three >= FLOOR_THREE, three
