"""The cells behind an estimate, as an analyst and an office read them: sorted by the server, page by page, as a file, in three languages."""

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.efficiency.assessment import DIMENSIONS, Assessment, Group, Matched, as_kept, from_kept
from labour_exchange.programmes.efficiency.cells import rows_of
from labour_exchange.programmes.efficiency.rules import Cell, estimate
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment, EfficiencyCell
from labour_exchange.programmes.texts.efficiency import METHOD
from tests.access.programme_world import COUNTED
from tests.factories import programmes as made
from tests.factories.accounts import user
from tests.programmes.conftest import Cast, make_cast
from tests.web.test_programme_pages import page, signed_in

YEAR = 2024
AGES, WAITED = ("15-24", "25-34", "35-44", "45-54", "55+"), ("0", "1-2", "3-5", "6+")


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


def kept(session: ExchangeSession, region: str | None, measure: str) -> Group:
    """Sixty kinds of people in one measure, three of them small, two without anybody alike."""
    cells: dict[tuple[str | None, ...], Cell] = {}
    for number in range(60):
        kind = (AGES[number % 5], ("female", "male")[number % 2], "middle", "KZ-71", str(1 + number % 9), WAITED[number % 4])
        cells[kind] = Cell(20 + number, 6 + number // 2, 30 + number, 12 + number // 4)
    for number in range(3):
        cells["55+", "male", "high", "KZ-71", str(number), "0"] = Cell(2 + number, 1, 30, 15)
    cells["55+", "male", "basic", "KZ-71", "1", "0"] = Cell(9, 5, 0, 0)
    cells["55+", "male", "basic", "KZ-71", "2", "0"] = Cell(11, 5, 1, 0)
    counts = dict.fromkeys(COUNTED, 0) | {"entrants": sum(cell.participants for cell in cells.values()) + 8, "paid": 1_000_000}
    whole, one = (Group(*name, counts, estimate(cells.values())) for name in (("all", ""), ("measure", measure)))
    groups: dict[str, list[Group]] = {dimension: [] for dimension in DIMENSIONS} | {"measure": [one]}
    found = Assessment(YEAR, region, clock.today().replace(year=YEAR, day=1), whole, groups)
    matched: Matched = {("all", ""): cells, ("measure", measure): cells}
    row = EfficiencyAssessment(year=YEAR, region_code=region, result=as_kept(found), counted_at=clock.now())
    session.add(row)
    session.flush()
    session.execute(insert(EfficiencyCell), [{"assessment_id": row.id} | known for known in rows_of(found, matched, clock.today())])
    return whole


@pytest.fixture
def browsers(app: Flask, client: FlaskClient, session: ExchangeSession, cast: Cast) -> tuple[FlaskClient, FlaskClient]:
    for region in (None, "KZ-71"):
        kept(session, region, cast.measure.code)
    return signed_in(client, session, made.analyst(session)), signed_in(client, session, cast.officer)


ADDRESSES = (f"headquarters/efficiency/{YEAR}/KZ", f"office/efficiency/{YEAR}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_reach_the_cells_from_the_figure_and_read_what_it_is_made_of(
    browsers: tuple[FlaskClient, FlaskClient], cast: Cast, language: str
) -> None:
    for browser, address, start in zip(browsers, ADDRESSES, ("headquarters", "office"), strict=True):
        shown = page(browser, f"/{language}/{start}/efficiency?year={YEAR}")
        link = f"/{language}/{address}/cells?by=measure&amp;of={cast.measure.code}"
        assert f'href="{link}"' in shown
        assert f'href="/{language}/{address}/cells?by=all"' in shown
        cells = page(browser, link.replace("&amp;", "&"))
        assert cast.measure.name.in_language(language) in cells
        assert "#additional" in cells
        for words in METHOD:
            assert words.in_language(language) in cells
        assert cells.count('role="rowheader"') > 50


def numbers(shown: str) -> list[int]:
    """Participants of the cells in the table, from above."""
    table = shown[shown.index('id="cells"') : shown.index('id="unmatched"')]
    return [int(row) for row in re.findall(r'</th>\s*<td role="cell" class="n" data-label="Participants"><div>(\d+)</div>', table)]


def test_the_server_sorts_and_goes_on_page_by_page(browsers: tuple[FlaskClient, FlaskClient]) -> None:
    for browser, address in zip(browsers, ADDRESSES, strict=True):
        first = page(browser, f"/en/{address}/cells")
        assert numbers(first) == sorted(numbers(first), reverse=True)
        assert len(numbers(first)) == 50
        going_on = re.search(r'href="([^"]+cursor=[^"]+)"', first)
        assert going_on
        rest = numbers(page(browser, going_on[1].replace("&amp;", "&")))
        assert rest == sorted(rest, reverse=True)
        assert max(rest) <= min(numbers(first))
        upwards = numbers(page(browser, f"/en/{address}/cells?sort=participants&order=asc"))
        assert upwards == sorted(upwards)
        assert upwards[0] == min(rest)
        assert numbers(page(browser, f"/en/{address}/cells?sort=nonsense&order=nonsense")) == numbers(first)
        assert browser.get(f"/en/{address}/cells?cursor=nonsense").status_code == 422


def test_the_file_holds_everything_and_adds_up(browsers: tuple[FlaskClient, FlaskClient], session: ExchangeSession) -> None:
    for browser, address in zip(browsers, ADDRESSES, strict=True):
        answer = browser.get(f"/en/{address}/cells.csv?sort=difference&order=asc")
        assert answer.mimetype == "text/csv"
        rows = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
        known = [row for row in rows if row["additional"]]
        assert [row["standing"] for row in known[-2:]] == ["shown", "together"]
        differences = [float(row["difference"]) for row in known[:-1]]
        assert differences == sorted(differences)
        assert min(differences) < 0
        matched = sum(int(row["participants"]) for row in known)
        whole = from_kept(session.query(EfficiencyAssessment).filter_by(year=YEAR, region_code="KZ-71").one().result).whole
        assert whole
        assert matched == whole.estimate.matched
        assert whole.estimate.effect is not None
        assert sum(float(row["additional"]) for row in known) / matched == pytest.approx(whole.estimate.effect, abs=1e-4)
        reasons = {row["standing"]: row["participants"] for row in rows if not row["additional"]}
        assert reasons == {"nobody_alike": "9", "one_alike": "11", "too_early": "8"}


@pytest.mark.parametrize("query", ["by=measure&of=nonsense", "by=measure", "by=nonsense", "by=region&of=KZ-75"])
def test_a_group_that_is_none_is_not_there(browsers: tuple[FlaskClient, FlaskClient], query: str) -> None:
    for browser, address in zip(browsers, ADDRESSES, strict=True):
        for name in ("cells", "cells.csv"):
            assert browser.get(f"/en/{address}/{name}?{query}").status_code == 404


def test_another_region_and_the_administrator_read_no_cell(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    kept(session, "KZ-71", cast.measure.code)
    stranger = signed_in(client, session, cast.stranger)
    keeper = signed_in(client, session, Actor(ActorKind.ADMINISTRATOR, user_id=user(session, ActorKind.ADMINISTRATOR).id))
    assert stranger.get(f"/en/office/efficiency/{YEAR}/cells").status_code == 404
    assert keeper.get(f"/en/headquarters/efficiency/{YEAR}/KZ-71/cells").status_code == 404
    shown = page(keeper, f"/en/headquarters/efficiency?year={YEAR}&region=KZ-71")
    assert "#additional" in shown
    assert "/cells" not in shown
    assert keeper.get("/en/headquarters/efficiency/2024/KZ-99/cells").status_code == 404
    assert keeper.get("/en/headquarters/efficiency/1999/KZ/cells").status_code == 404
