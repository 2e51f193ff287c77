"""Many agencies at once: each pushes, changes and follows as one alone does, and every check must pass for all of them."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from labour_exchange.commands.conformance import feeds, pushing
from labour_exchange.commands.conformance.access import check_access
from labour_exchange.commands.conformance.report import Report
from labour_exchange.commands.conformance.run import Run

PROBES = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all agencies together; seconds from the answer to a push until the feed tells it, at the median and the 95th percentile."""

    agencies: int
    pushed: int
    seconds: float
    fresh_median: float
    fresh_p95: float

    @property
    def line(self) -> str:
        rate = self.pushed / self.seconds if self.seconds else 0
        fresh = f"told after {self.fresh_median:.2f} s (median), {self.fresh_p95:.2f} s (p95)"
        return f"{self.agencies} agencies pushed {self.pushed} vacancies in {self.seconds:.0f} s, {rate:.0f} a second; {fresh}"


def run_together(runs: Sequence[Run]) -> tuple[Report, Figures]:
    """All runs at the same time. A check of the whole passes when it passes for every agency."""
    begun = time.monotonic()
    with ThreadPoolExecutor(len(runs)) as pool:
        delays = sorted(second for found in pool.map(_one, runs) for second in found)
    seconds = time.monotonic() - begun
    report = Report()
    for name in dict.fromkeys(name for run in runs for name in run.report.results):
        faults = [run.report.results.get(name, "not reached") for run in runs]
        wrong = [fault for fault in faults if fault]
        report.check(name, not wrong, f"for {len(wrong)} of {len(runs)}: {wrong[0] if wrong else ''}")
    pushed = sum(len(run.ids) for run in runs)
    fresh = [delays[int(len(delays) * share)] if delays else float("nan") for share in (0.5, 0.95)]
    return report, Figures(len(runs), pushed, seconds, *fresh)


def _one(run: Run) -> list[float]:
    """One agency's whole run; gives how long the feed took to tell each probe."""
    check_access(run)
    everything = region = None
    with run.report.guarding("following_begins"):
        everything, region = feeds.begin_following(run)
        run.report.check("following_begins", True)
    pushing.check_pushing(run)
    pushing.check_changes(run)
    pushing.check_single(run)
    delays: list[float] = []
    with run.report.guarding("probes_are_told"):
        delays = [_probe(run, number) for number in range(PROBES)]
        run.report.check("probes_are_told", all(second < run.patience for second in delays), delays)
    pushing.check_statuses(run)
    if everything is not None and region is not None:
        feeds.check_feed(run, everything, region)
    feeds.check_own_feed(run)
    pushing.take_everything_off(run)
    return delays


def _probe(run: Run, number: int) -> float:
    """Push one vacancy and follow the agency's own region until it is told."""
    row = run.vacancy(run.count + 20 + number)
    external_id = row.pop("external_id")
    asked = {"region": row["region_code"], "occupation": row["occupation_code"]}
    probe = feeds.Following(run.visitor, feeds.FEED, run.visitor.first_line(f"{feeds.FEED}/snapshot", **asked)["cursor"], **asked)
    made = run.client.put(run.one(external_id), row).json["vacancy"]
    begun = time.monotonic()
    run.open[external_id], run.ids[external_id] = row, made["id"]
    probe.until_told({("kept", made["id"])}, run.patience)
    return time.monotonic() - begun
