"""Facts of periods on the register, from their rows, the log of their transitions and accepted moves to another region."""

from labour_exchange.statistics.drawing.rows import OCCUPATION, PERSON, day_of, fact, with_traits

# A period on the register belongs to the region that had it at that moment: what was counted there stays there.
_REGION_THEN = """coalesce((SELECT x.from_region FROM case_transfers x WHERE x.registration_id = r.id AND x.state = 'accepted' AND x.decided_at > {}
  ORDER BY x.decided_at LIMIT 1), r.region_code)"""
_STATE_THEN = """coalesce((SELECT m.to_state FROM transitions m WHERE m.subject_kind = 'registration' AND m.subject_id = r.id
  AND m.moved_at < x.decided_at ORDER BY m.id DESC LIMIT 1), '')"""


def _registration(measure: str, effective_on: str, recorded_on: str, region: str, *, entry: str = "0", count: str = "1", reason: str = "") -> str:
    known = {"effective_on": effective_on, "recorded_on": recorded_on, "measure": measure, "subject_kind": "'registration'", "subject_id": "r.id"}
    known |= {"entry": entry, "count": count, "region_code": region, "region_of_residence": region} | PERSON | OCCUPATION
    return fact(**known | ({"reason": reason} if reason else {}))


_OPENED = _registration(
    "'registrations_opened'", "r.registered_on", f"coalesce({day_of('o.moved_at')}, r.registered_on)", _REGION_THEN.format("'-infinity'")
)
_MOVED_ON = day_of("x.decided_at")
_MOVED = _registration("'registrations_moved'", _MOVED_ON, _MOVED_ON, "n.region_code", entry="n.count * x.id", count="n.count")
_LAPSED = _registration(
    "CASE m.action WHEN 'lapse' THEN 'registrations_lapsed' ELSE 'registrations_returned' END",
    day_of("m.moved_at"),
    day_of("m.moved_at"),
    _REGION_THEN.format("m.moved_at"),
    entry="m.id",
)
_ENDED = _registration(
    "CASE o.from_state WHEN 'lapsed' THEN 'registrations_ended_lapsed' ELSE 'registrations_ended' END",
    "r.ended_on",
    f"coalesce({day_of('o.moved_at')}, r.ended_on)",
    "r.region_code",
    reason="r.end_reason",
)
REGISTRATIONS = f"""
SELECT {_OPENED}
{with_traits("registration")} JOIN registrations r ON r.id = d.subject_id
LEFT JOIN LATERAL (SELECT min(moved_at) AS moved_at FROM transitions
                   WHERE subject_kind = 'registration' AND subject_id = r.id AND from_state = '') o ON true
UNION ALL
SELECT {_MOVED}
{with_traits("registration")} JOIN registrations r ON r.id = d.subject_id
JOIN case_transfers x ON x.registration_id = r.id AND x.state = 'accepted' AND {_STATE_THEN} <> 'lapsed'
CROSS JOIN LATERAL (VALUES (-1, x.from_region), (1, x.to_region)) AS n (count, region_code)
UNION ALL
SELECT {_LAPSED}
{with_traits("registration")} JOIN registrations r ON r.id = d.subject_id
JOIN transitions m ON m.subject_kind = 'registration' AND m.subject_id = r.id
WHERE m.action = 'lapse' OR (m.action = 'renew' AND m.from_state = 'lapsed')
UNION ALL
SELECT {_ENDED}
{with_traits("registration")} JOIN registrations r ON r.id = d.subject_id AND r.ended_on IS NOT NULL
LEFT JOIN LATERAL (SELECT moved_at, from_state FROM transitions
                   WHERE subject_kind = 'registration' AND subject_id = r.id AND to_state = 'ended' ORDER BY id LIMIT 1) o ON true
"""  # noqa: S608
