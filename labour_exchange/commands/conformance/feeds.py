"""Read the feed and the snapshot as another system would, and hold them against what was pushed."""

from typing import Any

from labour_exchange.commands.conformance.client import Client, until
from labour_exchange.commands.conformance.run import PHONE, REGIONS, Run

FEED = "/api/v1/feed/vacancies"


class Following:
    """Keeps a cursor and what it was told since."""

    def __init__(self, client: Client, path: str, cursor: str = "", **query: Any) -> None:
        self.client, self.path, self.cursor, self.query = client, path, cursor, query
        self.held: dict[str, dict[str, Any]] = {}
        self.told: list[tuple[str, str]] = []
        self.text = ""
        self.has_lost_cursor = False

    def ask(self) -> None:
        """To the present end."""
        has_more = True
        while has_more:
            answer = self.client.get(self.path, limit=500, **self.query, **({"cursor": self.cursor} if self.cursor else {}))
            page = answer.json
            self.text += answer.body.decode()
            for change in page["items"]:
                self.told.append((change["kind"], change["id"]))
                if change["kind"] == "closed":
                    self.held.pop(change["id"], None)
                else:
                    self.held[change["id"]] = change["vacancy"]
            self.has_lost_cursor |= not page.get("next_cursor")
            self.cursor = page.get("next_cursor") or self.cursor
            has_more = page["has_more"]

    def until_told(self, wanted: set[tuple[str, str]], seconds: float) -> bool:
        """Ask until all of these (kind, id) have been told."""

        def is_told() -> bool:
            self.ask()
            return wanted <= {(_rough(kind), public_id) for kind, public_id in self.told}

        return until(is_told, seconds)


def begin_following(run: Run) -> tuple[Following, Following]:
    """Before anything is pushed: the public feed from now on, and that of the second region alone."""
    everything = Following(run.visitor, FEED, run.visitor.first_line(f"{FEED}/snapshot")["cursor"])
    region = {"region": REGIONS[1]}
    return everything, Following(run.visitor, FEED, run.visitor.first_line(f"{FEED}/snapshot", **region)["cursor"], **region)


def check_feed(run: Run, everything: Following, region: Following) -> None:
    """Everything pushed is told with its latest text; what was taken off is told as closed, to filtered readers too."""
    names = ("feed_tells_all_changes", "feed_holds_what_is_open", "feed_forgets_what_is_closed", "feed_has_no_contacts", "feed_always_gives_a_cursor")
    names += ("feed_answers_304", "feed_refuses_a_foreign_cursor", "filtered_feed_holds_its_region", "filtered_feed_tells_closings")
    mine = set(run.ids.values())
    with run.report.guarding(*names):
        closed = {("closed", run.ids[one]) for one in run.closed}
        kept = {("kept", public_id) for public_id in run.public_open()}
        run.report.check("feed_tells_all_changes", everything.until_told(kept | closed, run.patience), f"{len(everything.told)} told")
        held = {one: said["title"] for one, said in everything.held.items() if one in mine}
        run.report.equal("feed_holds_what_is_open", held, run.public_open())
        run.report.equal("feed_forgets_what_is_closed", {one for one in held if one in {run.ids[gone] for gone in run.closed}}, set())
        run.report.check("feed_has_no_contacts", PHONE[1:] not in everything.text and "contact" not in everything.text, "a contact was told")
        run.report.check("feed_always_gives_a_cursor", not everything.has_lost_cursor and everything.cursor, "no next_cursor")
        _check_conditional(run)
        wrong = run.visitor.get(FEED, cursor=everything.cursor, region=REGIONS[1])
        run.report.check("feed_refuses_a_foreign_cursor", wrong.status == 422 and wrong.code == "bad_cursor", wrong.status)
        here = {run.ids[one]: said["title"] for one, said in run.open.items() if said["region_code"] == REGIONS[1]}
        gone = {("closed", run.ids[one]) for one in run.closed if int(one.rpartition("-")[2]) % len(REGIONS) == 1}
        run.report.check("filtered_feed_tells_closings", region.until_told(gone, run.patience), f"{len(gone)} were closed")
        region.ask()
        run.report.equal("filtered_feed_holds_its_region", {one: said["title"] for one, said in region.held.items() if one in mine}, here)


def _check_conditional(run: Run) -> None:
    """On a busy server the feed moves on between two questions, so it is tried some times."""
    statuses = []
    for _ in range(10):
        first = run.visitor.get(FEED, limit=1, region=REGIONS[0])
        again = run.visitor.get(FEED, {"If-None-Match": first.headers.get("ETag", "")}, limit=1, region=REGIONS[0])
        statuses.append(again.status)
        if again.status == 304:
            break
    run.report.check("feed_answers_304", statuses[-1] == 304, statuses)


def check_own_feed(run: Run) -> None:
    """The agency's own feed knows every vacancy by the agency's id, whatever its state."""
    with run.report.guarding("own_feed_has_states_and_ids"):
        wanted = dict.fromkeys(run.open, "published") | dict.fromkeys(run.closed, "withdrawn")
        own = Following(run.client, "/api/v1/feed/agency")
        found: dict[str, str] = {}

        def is_complete() -> bool:
            own.ask()
            found.update({said["external_id"]: said["state"] for said in own.held.values() if said["external_id"].startswith(run.mark)})
            for said in _closed_of(own):
                found[said["external_id"]] = said["state"]
            return found == wanted

        until(is_complete, run.patience)
        run.report.equal("own_feed_has_states_and_ids", found, wanted)


def _closed_of(own: Following) -> list[dict[str, Any]]:
    """The agency's feed tells closed ones with their state; read the last word about each."""
    cursor, last = "", {}
    while True:
        page = own.client.get(own.path, limit=1000, **({"cursor": cursor} if cursor else {})).json
        for change in page["items"]:
            last[change["id"]] = change["vacancy"]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            return [said for said in last.values() if said]


def check_snapshot(run: Run) -> None:
    """The snapshot is whole and is what is open; the feed goes on from it with nothing missing or double."""
    names = ("snapshot_ends_with_its_count", "snapshot_is_what_is_open", "feed_after_snapshot_repeats_nothing", "feed_after_snapshot_misses_nothing")
    names += ("exchange_lists_all", "exchange_gives_details")
    mine = set(run.ids.values())
    with run.report.guarding(*names):
        first, *vacancies, last = run.visitor.get(f"{FEED}/snapshot").lines
        run.report.equal("snapshot_ends_with_its_count", last.get("vacancies"), len(vacancies))
        held = [(one["id"], one["title"]) for one in vacancies if one["id"] in mine]
        run.report.check("snapshot_is_what_is_open", sorted(held) == sorted(run.public_open().items()), f"{len(held)} of {len(run.open)}")
        after = Following(run.visitor, FEED, first["cursor"])
        changed = next(iter(run.open))
        said = run.open[changed] | {"title": f"After the snapshot {run.mark}"}
        run.client.put(run.one(changed), {name: value for name, value in said.items() if name != "external_id"})
        run.open[changed] = said
        is_told = after.until_told({("kept", run.ids[changed])}, run.patience)
        run.report.check("feed_after_snapshot_misses_nothing", is_told, after.told[:3])
        repeated = [one for _, one in after.told if one in mine and one != run.ids[changed]]
        run.report.equal("feed_after_snapshot_repeats_nothing", repeated, [])
        everything = run.visitor.get("/api/v1/exchange/vacancies/all").json["references"]
        run.report.equal("exchange_lists_all", {one for one in everything if one in mine}, set(run.public_open()))
        asked = [run.ids[changed], *(run.ids[one] for one in list(run.closed)[:1])]
        details = run.visitor.get("/api/v1/exchange/vacancies/details", reference=asked).json["items"]
        run.report.equal("exchange_gives_details", [one["status"] for one in details], ["active", "closed"])


def check_public(run: Run) -> None:
    """Anybody reads what is open, without contacts; what is closed is gone."""
    with run.report.guarding("anybody_reads_what_is_open", "closed_is_gone"):
        shown = run.visitor.get(f"/api/v1/vacancies/{run.ids[next(iter(run.open))]}")
        run.report.check("anybody_reads_what_is_open", shown.status == 200 and PHONE[1:] not in shown.body.decode(), shown.status)
        gone = run.visitor.get(f"/api/v1/vacancies/{run.ids[next(iter(run.closed))]}")
        run.report.check("closed_is_gone", gone.status == 410, gone.status)


def _rough(kind: str) -> str:
    return "closed" if kind == "closed" else "kept"
