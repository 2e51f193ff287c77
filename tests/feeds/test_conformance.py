"""The conformance kit passes a server that is right and names what is wrong with one that is not."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from werkzeug.serving import make_server

from config import Settings
from labour_exchange.commands.conformance import feeds, pushing
from labour_exchange.commands.conformance.access import check_access
from labour_exchange.commands.conformance.client import Client
from labour_exchange.commands.conformance.command import conformance, run_checks
from labour_exchange.commands.conformance.load import run_together
from labour_exchange.commands.conformance.receiving import Receiver
from labour_exchange.commands.conformance.report import Report
from labour_exchange.commands.conformance.run import Run
from labour_exchange.commands.supervisor.children import free_port
from labour_exchange.feeds.webhooks import sending
from labour_exchange.foundation.database import ExchangeSession
from tests.feeds import faulty
from tests.feeds.faulty import Faulty, spoiling_json, spoiling_lines
from tests.processes import worker

COUNT = 40
FEED = "/api/v1/feed/vacancies"
SNAPSHOT = f"{FEED}/snapshot"


@pytest.fixture(autouse=True)
def unlimited(app: Flask) -> Iterator[None]:
    before = {name: app.config[name] for name in ("API_RATE_LIMIT", "API_CLIENT_LIMIT", "SANDBOX", "BASE_URL")}
    app.config.update(API_RATE_LIMIT="1000000 per minute", API_CLIENT_LIMIT=1_000_000, SANDBOX=True)
    yield
    app.config.update(before)


@contextmanager
def serving(application: Any) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def begun(base_url: str, patience: float) -> Run:
    said = Client(base_url).post("/api/v1/sandbox/clients").json
    client = Client(base_url, said["client_id"], said["client_secret"])
    return Run(client, Client(base_url), Report(), [one["bin"] for one in said["employers"]], COUNT, patience)


def without_webhooks(run: Run) -> None:
    """The parts that need no worker."""
    check_access(run)
    everything, region = feeds.begin_following(run)
    for part in (pushing.check_pushing, pushing.check_changes, pushing.check_single, pushing.check_statuses, feeds.check_public):
        part(run)
    feeds.check_feed(run, everything, region)
    feeds.check_own_feed(run)
    feeds.check_snapshot(run)


FAULTS: dict[str, tuple[Callable[[Any], Any], set[str]]] = {
    "loses a receipt": (
        lambda app: Faulty(app, spoiling_lines("/api/v1/vacancies:import", lambda lines: lines[:2] + lines[3:] if len(lines) == COUNT else lines)),
        {"push_answers_every_line", "push_receipts_in_order", "push_creates_all"},
    ),
    "answers lines in another order": (
        lambda app: Faulty(app, spoiling_lines("/api/v1/vacancies:import", lambda lines: lines[::-1])),
        {"push_receipts_in_order"},
    ),
    "lists a vacancy twice": (
        lambda app: Faulty(app, spoiling_json("/api/v1/own/vacancies", faulty.doubling_items)),
        {"own_list_has_each_once"},
    ),
    "drops tombstones": (
        lambda app: Faulty(app, spoiling_json(FEED, faulty.without_tombstones)),
        {"feed_tells_all_changes", "filtered_feed_tells_closings"},
    ),
    "loses changes": (lambda app: Faulty(app, spoiling_json(FEED, faulty.losing_items)), {"feed_tells_all_changes", "feed_holds_what_is_open"}),
    "tells old texts": (lambda app: Faulty(app, spoiling_json(FEED, faulty.old_texts)), {"feed_holds_what_is_open"}),
    "tells contacts": (lambda app: Faulty(app, spoiling_json(FEED, faulty.telling_contacts)), {"feed_has_no_contacts"}),
    "ends without a cursor": (lambda app: Faulty(app, spoiling_json(FEED, faulty.without_cursor)), {"feed_always_gives_a_cursor"}),
    "cuts the snapshot short": (
        lambda app: Faulty(app, spoiling_lines(SNAPSHOT, lambda lines: lines[:-1])),
        {"snapshot_ends_with_its_count", "snapshot_is_what_is_open"},
    ),
    "loses a line of the snapshot": (
        lambda app: Faulty(app, spoiling_lines(SNAPSHOT, lambda lines: lines[:1] + lines[2:])),
        {"snapshot_ends_with_its_count", "snapshot_is_what_is_open"},
    ),
    "gives an old cursor with the snapshot": (
        lambda app: Faulty(app, spoiling_lines(SNAPSHOT, faulty.early_cursor)),
        {"feed_after_snapshot_repeats_nothing"},
    ),
    "does not take off": (
        lambda app: Faulty(app, before=faulty.deaf_to_delete),
        {"statuses_are_as_pushed", "feed_tells_all_changes", "own_feed_has_states_and_ids"},
    ),
    "forgets keys": (lambda app: Faulty(app, before=faulty.forgetful), {"push_under_key_is_answered_as_before"}),
    "lets anybody in": (lambda app: Faulty(app, before=faulty.open_door), {"wrong_secret_is_refused"}),
}


# The ordinary run plants half of them; each costs some seconds.
PLANTED = list(FAULTS) if os.environ.get("CAMPAIGN") == "full" else list(FAULTS)[::2]


@pytest.mark.campaign
@pytest.mark.parametrize("fault", PLANTED)
def test_a_faulty_server_fails_the_checks_that_name_its_fault(app: Flask, committed: ExchangeSession, fault: str) -> None:
    plant, wanted = FAULTS[fault]
    with serving(plant(app.wsgi_app)) as base_url:
        run = begun(base_url, 2.0)
        without_webhooks(run)
    assert wanted <= set(run.report.failed)


@pytest.fixture
def received(app: Flask, settings: Settings) -> Iterator[tuple[Settings, int]]:
    """The settings with a receiver that may be called, and its port."""
    port = free_port()
    allowed = replace(settings, webhook_loopback_receivers=(f"127.0.0.1:{port}",))
    sending.configure(allowed)
    yield allowed, port
    sending.configure(settings)


def test_a_right_server_passes_every_check(app: Flask, committed: ExchangeSession, received: tuple[Settings, int]) -> None:
    settings, port = received
    with serving(app.wsgi_app) as base_url, worker(settings):
        asked = ["--base-url", base_url, "--sandbox", "--vacancies", str(COUNT), "--receiver-port", str(port), "--json"]
        answer = CliRunner().invoke(conformance, asked)
    said = json.loads(answer.output)
    assert said["failed"] == []
    assert said["checks"] >= 70
    assert answer.output.count("\n") == 1
    assert answer.exit_code == 0


def test_broken_signatures_are_named(app: Flask, committed: ExchangeSession, received: tuple[Settings, int]) -> None:
    settings, port = received
    spoilt = Faulty(app.wsgi_app, spoiling_json("/api/v1/webhooks", faulty.with_another_secret, "POST"))
    with serving(spoilt) as base_url, worker(settings):
        run, receiver = begun(base_url, 20.0), Receiver(port, "")
        run.patience = 15.0
        try:
            run_checks(run, receiver, is_sandbox=True)
        finally:
            receiver.close()
    assert set(run.report.failed) == {"webhook_is_signed", "webhook_is_signed_by_both_secrets", "webhook_of_an_application_arrives"}


def test_several_agencies_at_once_lose_nothing(app: Flask, committed: ExchangeSession) -> None:
    with serving(app.wsgi_app) as base_url:
        report, figures = run_together([begun(base_url, 60.0) for _ in range(3)])
    assert report.failed == []
    assert figures.agencies == 3
    assert figures.pushed == 3 * (COUNT + 2 + 1 + 5)
    assert 0 < figures.fresh_median <= figures.fresh_p95 < 60


@pytest.mark.parametrize("asked", [[], ["--sandbox", "--client", "x"], ["--client", "x"]])
def test_a_run_needs_one_way_in(asked: list[str]) -> None:
    assert CliRunner().invoke(conformance, ["--base-url", "http://127.0.0.1:9", *asked]).exit_code == 2


def test_a_server_that_is_not_there_is_no_failed_check() -> None:
    answer = CliRunner().invoke(conformance, ["--base-url", f"http://127.0.0.1:{free_port()}", "--sandbox", "--json"])
    assert answer.exit_code == 2
    assert "could not begin" in answer.stderr


def test_a_check_that_breaks_fails_by_its_name_and_stops_nothing() -> None:
    report = Report()
    with report.guarding("one", "two"):
        report.check("one", True)
        raise LookupError("gone")
    report.equal("three", {1, 2}, {2, 3})
    assert report.failed == ["two", "three"]
    assert "LookupError: gone" in "\n".join(report.as_table())
    with pytest.raises(ValueError, match="already"):
        report.check("three", True)
