"""Push, change, take off and bring back: every line is answered, in order, with what became of it."""

from typing import Any

from labour_exchange.commands.conformance.client import Answer
from labour_exchange.commands.conformance.run import SOURCE, Run

BATCH = 1000


def check_pushing(run: Run) -> None:
    """The stream of new vacancies, with faulty lines among them."""
    names = (
        "push_answers_every_line",
        "push_receipts_in_order",
        "push_creates_all",
        "push_again_is_unchanged",
        "push_under_key_is_answered_as_before",
    )
    with run.report.guarding(*names):
        rows = [run.vacancy(number) for number in range(run.count)]
        key = f"push-{run.mark}"
        answer = run.push(rows, key=key)
        receipts = answer.lines
        run.report.equal("push_answers_every_line", len(receipts), len(rows))
        wanted = [(number, row["external_id"]) for number, row in enumerate(rows, 1)]
        run.report.check("push_receipts_in_order", [(one["line"], one["external_id"]) for one in receipts] == wanted, "lines or ids differ")
        run.report.equal("push_creates_all", _outcomes(receipts), {"created": len(rows)})
        for row in rows:
            run.open[row["external_id"]] = row
        run.ids.update({one["external_id"]: one["id"] for one in receipts if one["id"]})
        run.report.equal("push_again_is_unchanged", _outcomes(run.push(rows).lines), {"unchanged": len(rows)})
        run.report.check("push_under_key_is_answered_as_before", run.push(rows, key=key).lines == receipts, "other receipts")
    _check_faulty_lines(run)


def _check_faulty_lines(run: Run) -> None:
    names = ("bad_json_is_answered", "missing_title_is_named", "foreign_employer_is_refused", "repeated_id_is_refused", "bad_line_stops_nothing")
    with run.report.guarding(*names):
        good = [run.vacancy(run.count + number) for number in range(2)]
        untitled = run.vacancy(run.count + 2)
        del untitled["title"]
        foreign = run.vacancy(run.count + 3, employer_bin="000000000000")
        receipts = run.push([good[0], b'{"external_id": ', untitled, foreign, good[0], good[1]]).lines
        by_line = {one["line"]: one for one in receipts}
        run.report.check("bad_json_is_answered", _is_rejected(by_line[2]), by_line[2])
        run.report.check("missing_title_is_named", _is_rejected(by_line[3]) and by_line[3]["field"] == "title", by_line[3])
        run.report.check("foreign_employer_is_refused", _is_rejected(by_line[4]) and by_line[4]["field"] == "employer_bin", by_line[4])
        run.report.check("repeated_id_is_refused", _is_rejected(by_line[5]), by_line[5])
        run.report.check("bad_line_stops_nothing", [by_line[line]["outcome"] for line in (1, 6)] == ["created", "created"], receipts)
        for row, line in ((good[0], 1), (good[1], 6)):
            run.open[row["external_id"]] = row
            run.ids[row["external_id"]] = by_line[line]["id"]


def check_changes(run: Run) -> None:
    """A tenth changes, a tenth is taken off by the stream and by DELETE, a part comes back."""
    names = ("changed_lines_are_updated", "taken_off_by_the_stream", "taken_off_by_delete", "taken_off_twice_is_once")
    names += ("comes_back_by_the_stream", "comes_back_by_put", "comes_back_under_the_same_id")
    share = max(4, run.count // 10)
    with run.report.guarding(*names):
        changed = [run.vacancy(number, title=f"Senior work {run.mark} {number}") for number in range(share)]
        run.report.equal("changed_lines_are_updated", _outcomes(run.push(changed).lines), {"updated": share})
        run.open |= {row["external_id"]: row for row in changed}
        going = [run.vacancy(number, is_closed=True) for number in range(share, 2 * share)]
        receipts = run.push(going).lines
        run.report.check("taken_off_by_the_stream", {one["state"] for one in receipts} == {"withdrawn"} and len(receipts) == share, receipts[:2])
        deleted = [run.external_id(number) for number in range(2 * share, 2 * share + 4)]
        answers = [run.client.delete(run.one(one)) for one in deleted]
        run.report.check("taken_off_by_delete", [one.status for one in answers] == [200] * 4, [one.status for one in answers])
        again = run.client.delete(run.one(deleted[0]))
        run.report.check("taken_off_twice_is_once", again.status == 200 and again.json["state"] == "withdrawn", again.body)
        for one in [row["external_id"] for row in going] + deleted:
            run.closed.add(one)
            run.open.pop(one)
        _bring_back(run, share, deleted[0])


def _bring_back(run: Run, share: int, deleted: str) -> None:
    returning = [run.vacancy(number) for number in range(share, share + share // 2)]
    receipts = run.push(returning).lines
    run.report.check("comes_back_by_the_stream", {one["state"] for one in receipts} == {"published"}, receipts[:2])
    row = run.vacancy(2 * share)
    put = run.client.put(run.one(deleted), {name: value for name, value in row.items() if name != "external_id"})
    run.report.check("comes_back_by_put", put.status == 200 and put.json["vacancy"]["state"] == "published", put.body)
    for said in (*returning, row):
        run.closed.discard(said["external_id"])
        run.open[said["external_id"]] = said
    same = all(one["id"] == run.ids[one["external_id"]] for one in receipts) and put.json["vacancy"]["id"] == run.ids[deleted]
    run.report.check("comes_back_under_the_same_id", same, "other ids")


def check_single(run: Run) -> None:
    """One vacancy by PUT: created, unchanged, refused with a pointer, and never over somebody else's change."""
    names = ("put_creates", "put_again_is_unchanged", "unknown_field_is_refused_with_a_pointer", "stale_version_is_refused")
    with run.report.guarding(*names):
        row = run.vacancy(run.count + 10)
        external_id = row.pop("external_id")
        made = run.client.put(run.one(external_id), row)
        run.report.check("put_creates", made.status == 201 and made.json["receipt"]["outcome"] == "created", made.body)
        run.open[external_id], run.ids[external_id] = row, made.json["vacancy"]["id"]
        again = run.client.put(run.one(external_id), row)
        run.report.check("put_again_is_unchanged", again.status == 200 and again.json["receipt"]["outcome"] == "unchanged", again.body)
        odd = run.client.put(run.one(external_id), row | {"titel": "Welder"})
        run.report.check("unknown_field_is_refused_with_a_pointer", odd.status == 422 and _points_at(odd, "titel"), odd.body)
        stale = run.client.put(run.one(external_id), row | {"posts": 2}, {"If-Match": '"nothing.0.kk"'})
        run.report.check("stale_version_is_refused", stale.status == 412, stale.status)


def check_statuses(run: Run) -> None:
    """What the exchange says of the vacancies is what was pushed: none lost, none double."""
    names = ("statuses_are_as_pushed", "own_list_has_each_once", "own_list_has_states")
    with run.report.guarding(*names):
        wanted = dict.fromkeys(run.open, "published") | dict.fromkeys(run.closed, "withdrawn")
        found: dict[str, str | None] = {}
        asked = list(wanted)
        for start in range(0, len(asked), BATCH):
            answer = run.client.post("/api/v1/vacancies:status", {"source": SOURCE, "external_ids": asked[start : start + BATCH]})
            found |= {one["external_id"]: one["state"] for one in answer.json["items"]}
        run.report.equal("statuses_are_as_pushed", found, wanted)
        mine = [one for one in run.client.pages("/api/v1/own/vacancies", source=SOURCE, limit=100) if one["external_id"].startswith(run.mark)]
        run.report.check("own_list_has_each_once", sorted(one["external_id"] for one in mine) == sorted(wanted), f"{len(mine)} of {len(wanted)}")
        run.report.equal("own_list_has_states", {one["external_id"]: one["state"] for one in mine}, wanted)


def take_everything_off(run: Run) -> None:
    """Leave nothing open behind."""
    rows = [said | {"external_id": one, "is_closed": True} for one, said in run.open.items()]
    if rows:
        run.push(rows)


def _outcomes(receipts: list[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in receipts:
        counts[one["outcome"]] = counts.get(one["outcome"], 0) + 1
    return counts


def _is_rejected(receipt: dict[str, Any]) -> bool:
    return receipt["outcome"] == "rejected" and bool(receipt["code"]) and bool(receipt["detail"])


def _points_at(answer: Answer, name: str) -> bool:
    return any(name in error["pointer"] for error in answer.json["errors"])
