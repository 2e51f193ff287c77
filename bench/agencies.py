"""Forty-five agencies at once push, change, take off and bring back while others search: nothing lost, nothing double, told and found in time."""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import mean
from typing import Any

import psycopg
import urllib3

from bench.freshness import findable
from bench.ground import Ground, Row
from bench.installation import Installation, answering, working
from bench.questions import API, addresses, p95
from labour_exchange.commands.conformance.client import Client
from labour_exchange.commands.conformance.feeds import FEED
from labour_exchange.commands.conformance.report import Report
from labour_exchange.commands.conformance.run import Run
from labour_exchange.commands.demo import grammar
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.commands.worker import libpq_address
from labour_exchange.territory.queries import regions

AGENCIES = 45
EACH = int(os.environ.get("BENCH_EACH", "100"))
"""Vacancies of one agency; 3334 make 150,000 of all."""
BATCH = 200
MOST_TRIES = 5
SEARCHERS = 2
SEARCH_PAUSE_SECONDS = 0.5
LOOK_SECONDS = 0.2
MEMORY_SECONDS = 2.0
CATCH_UP_SECONDS = 900.0
WATCHED = 20  # Every so manieth vacancy is looked for.
# Batches commit side by side, so a row with a lower id may come later than one with a higher.
ROWS_AT_ONCE = AGENCIES * BATCH
NEWER = "SELECT id, public_id, state FROM vacancies WHERE id > %s AND id %% %s = 0 AND agency_id IN (SELECT id FROM agencies WHERE is_sandbox)"
STORED = "SELECT public_id, state FROM vacancies WHERE agency_id IN (SELECT id FROM agencies WHERE is_sandbox)"


@dataclass
class Watch:
    """What is seen from outside: when a vacancy was first stored, told and found, and what else went on meanwhile."""

    made: Installation
    web: str
    cursor: str
    is_over: threading.Event = field(default_factory=threading.Event)
    stored_at: dict[str, float] = field(default_factory=dict)
    told_at: dict[str, float] = field(default_factory=dict)
    found_at: dict[str, float] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    """Titles by id, as the feed has told them until now."""
    searches: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def measured(ground: Ground) -> list[Row]:
    """Seconds from the commit of a pushed vacancy until a search finds it; fails where one is lost, double or wrongly told."""
    made = ground.country()
    made.flask("search", "check", "--json")
    with answering(made, SANDBOX="on") as web, working(made):
        runs = [_opened(web, EACH) for _ in range(AGENCIES)]
        watch = Watch(made, web, Client(web).first_line(f"{FEED}/snapshot")["cursor"])
        with _watching(watch):
            begun = time.monotonic()
            with ThreadPoolExecutor(AGENCIES) as pool:
                receipts = sum(pool.map(_pushed, range(AGENCIES), runs), Counter[str]())
            seconds = time.monotonic() - begun
            caught_up = _caught_up(watch, runs)
    wrong = _wrong(watch, runs)
    drift = made.flask("search", "check", "--json")
    assert not watch.faults, watch.faults[:3]
    assert not any(wrong.values()), wrong
    told, found = ([at[one] - watch.stored_at[one] for one in watch.stored_at if one in at] for at in (watch.told_at, watch.found_at))
    third = len(watch.megabytes) // 3 or 1
    figures = {"lines": receipts.total(), "seconds_of_pushing": seconds, "lines_a_second": receipts.total() / seconds, **receipts, **wrong}
    figures |= {"drift": sum(drift[name] for name in ("missing", "extra", "stale")), "caught_up_after": caught_up, "watched": len(found)}
    figures |= {"found_longest": max(found), "told_p95": p95(told), "searches": len(watch.searches), "search_p95_ms": 1000 * p95(watch.searches)}
    figures |= {"megabytes_first_third": mean(watch.megabytes[:third]), "megabytes_last_third": mean(watch.megabytes[-third:])}
    return [{"what": f"{AGENCIES} agencies at once: findable, p95", "seconds": p95(found), "to_reach": 3, **figures}]


def _opened(web: str, each: int) -> Run:
    said = Client(web).post("/api/v1/sandbox/clients").json
    client = Client(web, said["client_id"], said["client_secret"])
    client.take_token()
    return Run(client, Client(web), Report(), [one["bin"] for one in said["employers"]], each, CATCH_UP_SECONDS)


def _advertisements(number: int, run: Run) -> list[dict[str, object]]:
    """As agencies write them, all different; occupations and places are left to be recognised."""
    chance, places, rows = random.Random(number), regions(), []
    for each in range(run.count):
        trade, language, place = chance.choice(TRADES), chance.choice(("kk", "ru")), chance.choice(places)
        description, requirements = grammar.vacancy_text(chance, language, trade.title(language))
        pay = chance.randrange(100_000, 600_000, 5_000)
        row = {"external_id": run.external_id(each), "title": f"{trade.title(language)} {run.mark} {each}", "description": description}
        row |= {"requirements": requirements, "language": language, "region_code": place.iso_code, "pay_from": pay, "pay_to": pay + 50_000}
        rows.append(row | {"employer_bin": chance.choice(run.bins)})
    return rows


def _pushed(number: int, run: Run) -> Counter[str]:
    """One agency's day: everything is pushed, a tenth changes, a tenth is taken off, half of that comes back. Gives the receipts by outcome."""
    rows, share = _advertisements(number, run), max(2, run.count // 10)
    changed = [row | {"title": f"{row['title']} (2)"} for row in rows[:share]]
    going = [row | {"is_closed": True} for row in rows[share : 2 * share]]
    outcomes: Counter[str] = Counter()
    for turn, sent in enumerate((rows, changed, going, rows[share : share + share // 2])):
        for start in range(0, len(sent), BATCH):
            batch = sent[start : start + BATCH]
            receipts = _receipts(run, batch, f"{run.mark}-{turn}-{start}")
            assert [one["external_id"] for one in receipts] == [row["external_id"] for row in batch], "a line without its receipt"
            outcomes.update(one["outcome"] for one in receipts)
            for row, receipt in zip(batch, receipts, strict=True):
                external_id = str(row["external_id"])
                assert receipt["id"] == run.ids.setdefault(external_id, receipt["id"]), "it came back under another id"
                run.open.pop(external_id, None)
                if not row.get("is_closed"):
                    run.open[external_id] = row
    return outcomes


def _receipts(run: Run, batch: list[dict[str, object]], key: str) -> list[dict[str, Any]]:
    """Whoever waits too long sends the same again, as the guide says, and is answered as before."""
    for _ in range(MOST_TRIES):
        try:
            return run.push(batch, key=key).lines
        except OSError:
            continue
    raise AssertionError(f"no answer in {MOST_TRIES} tries")


@contextmanager
def _watching(watch: Watch) -> Iterator[None]:
    """Others look on until the end; what goes wrong there is a fault of the whole."""

    def guarded(look: Callable[[Watch], None]) -> None:
        try:
            look(watch)
        except Exception as error:  # noqa: BLE001 - said at the end, whatever it is
            watch.faults.append(f"{look.__name__}: {error!r}")

    threads = [threading.Thread(target=guarded, args=(look,)) for look in (_look, _follow, *[_search] * SEARCHERS, _weigh)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        watch.is_over.set()
        for thread in threads:
            thread.join()


def _look(watch: Watch) -> None:
    """Which vacancies are stored, and which of them a search finds."""
    last, pool = 0, urllib3.PoolManager()
    with psycopg.connect(libpq_address(watch.made.settings.owner_database_url), autocommit=True) as owner:
        while not watch.is_over.wait(LOOK_SECONDS):
            stored = owner.execute(NEWER, (last - ROWS_AT_ONCE, WATCHED)).fetchall()
            now = time.monotonic()
            for id, public_id, state in stored:
                last = max(last, id)
                if state == "published":
                    watch.stored_at.setdefault(public_id, now)
            waiting = [one for one in watch.stored_at if one not in watch.found_at]
            for start in range(0, len(waiting), ROWS_AT_ONCE // WATCHED):
                found = findable(pool, watch.made, waiting[start : start + ROWS_AT_ONCE // WATCHED])
                watch.found_at |= dict.fromkeys(found, time.monotonic())


def _follow(watch: Watch) -> None:
    """The public feed, from before the first push to the end."""
    reader, cursor = Client(watch.web), watch.cursor
    while not watch.is_over.is_set():
        page = reader.get(FEED, cursor=cursor, limit=500).json
        for change in page["items"]:
            if change["kind"] == "closed":
                watch.told.pop(change["id"], None)
            else:
                watch.told[change["id"]] = change["vacancy"]["title"]
                watch.told_at.setdefault(change["id"], time.monotonic())
        cursor = page["next_cursor"]
        if not page["has_more"]:
            watch.is_over.wait(LOOK_SECONDS)


def _search(watch: Watch) -> None:
    asked, pool = addresses(), urllib3.PoolManager()
    for turn in count():
        if watch.is_over.wait(SEARCH_PAUSE_SECONDS):
            return
        begun = time.monotonic()
        answer = pool.request("GET", f"{watch.web}{API}{asked[turn % len(asked)]}")
        watch.searches.append(time.monotonic() - begun)
        assert answer.status == 200, answer.status


def _weigh(watch: Watch) -> None:
    """What web and worker hold of memory together, without what they share."""
    mark = f"INSTANCE_DIR={watch.made.environment['INSTANCE_DIR']}".encode()
    while not watch.is_over.wait(MEMORY_SECONDS):
        kilobytes = 0
        for process in Path("/proc").iterdir():
            try:
                if process.name.isdigit() and mark in (process / "environ").read_bytes().split(b"\0"):
                    told = (process / "smaps_rollup").read_text()
                    kilobytes += int(told.split("Pss:")[1].split()[0])
            except (OSError, IndexError):
                continue
        watch.megabytes.append(kilobytes / 1024)


def _caught_up(watch: Watch, runs: list[Run]) -> float:
    """Seconds after the last receipt until the feed has told everything and a search finds every watched vacancy that is open."""
    wanted = {id: title for run in runs for id, title in run.public_open().items()}
    begun = time.monotonic()
    while time.monotonic() < begun + CATCH_UP_SECONDS and not watch.faults:
        if dict(watch.told) == wanted and all(one in watch.found_at for one in watch.stored_at if one in wanted):
            break
        time.sleep(LOOK_SECONDS)
    return time.monotonic() - begun


def _wrong(watch: Watch, runs: list[Run]) -> dict[str, int]:
    """What the database and the feed say against what the agencies were told."""
    wanted = {id: title for run in runs for id, title in run.public_open().items()}
    with psycopg.connect(libpq_address(watch.made.settings.owner_database_url)) as owner:
        stored = dict(owner.execute(STORED).fetchall())
    published = {one for one, state in stored.items() if state == "published"}
    pushed = sum(len(run.ids) for run in runs)
    return {
        "lost": len(wanted.keys() - published),
        "double": len(stored) - pushed + len(published - wanted.keys()),
        "wrong_in_feed": len(watch.told.items() ^ wanted.items()),
    }
