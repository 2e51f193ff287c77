"""Facts of applications and referrals with what became of them, and of agencies that are connected."""

from labour_exchange.statistics.drawing.rows import OCCUPATION, PERSON, day_of, fact, with_traits

# The region of an application or a referral follows the person; what was counted belongs to the region it was sent from.
_SENT_FROM = """coalesce((SELECT x.from_region FROM case_transfers x WHERE x.jobseeker_id = s.jobseeker_id AND x.state = 'accepted'
  AND x.decided_at > s.created_at ORDER BY x.decided_at LIMIT 1), s.region_code)"""
_MOVE = {"region_code": _SENT_FROM, "region_of_work": "t.region_code", "region_of_residence": _SENT_FROM, "employment_kind": "t.employment_kind"}
_SENT_ON, _ANSWERED_ON, _CLOSED_ON = (day_of(f"s.{instant}") for instant in ("created_at", "answered_at", "closed_at"))


def _on(day: str) -> dict[str, str]:
    return {"effective_on": day, "recorded_on": day}


# An outcome is the last word: no lifecycle leads out of it. It belongs to the day of the move and is known since the day of the outcome.
_CLOSED = {"effective_on": _SENT_ON, "recorded_on": f"greatest({_CLOSED_ON}, {_SENT_ON})", "reason": "s.state"}


def _approach(kind: str, table: str, measure: str, condition: str, **known: str) -> str:
    named = {"measure": f"'{measure}'", "subject_kind": f"'{kind}'", "subject_id": "s.id", "entry": "0", "count": "1"}
    described = fact(**named | _MOVE | PERSON | OCCUPATION | known)
    return f"SELECT {described} {with_traits(kind)} JOIN {table} s ON s.id = d.subject_id WHERE {condition}"  # noqa: S608


def _application(measure: str, condition: str, days: dict[str, str], **known: str) -> str:
    return _approach("application", "job_applications", measure, condition, channel="'self_service'", **days | known)


def _referral(measure: str, condition: str, days: dict[str, str]) -> str:
    channel = "CASE WHEN s.agency_id IS NULL THEN 'office_referral' ELSE 'agency' END"
    return _approach("referral", "referrals", measure, condition, channel=channel, agency_id="s.agency_id", **days)


APPLICATIONS = " UNION ALL ".join(
    (
        _application("applications", "true", _on(_SENT_ON)),
        _application("applications_answered", "s.answered_at IS NOT NULL", _on(_ANSWERED_ON)),
        _application("applications_unanswered", "s.state = 'unanswered' AND s.closed_at IS NOT NULL", _on(_CLOSED_ON)),
        _application("applications_answer_days", f"{_ANSWERED_ON} > {_SENT_ON}", _on(_ANSWERED_ON), count=f"{_ANSWERED_ON} - {_SENT_ON}"),
        _application("applications_closed", "s.closed_at IS NOT NULL", _CLOSED),
    )
)
REFERRALS = " UNION ALL ".join((_referral("referrals", "true", _on(_SENT_ON)), _referral("referrals_closed", "s.closed_at IS NOT NULL", _CLOSED)))
_CONNECTED = fact(
    effective_on="a.connected_on",
    recorded_on="a.connected_on",
    measure="'agencies_connected'",
    subject_kind="'agency'",
    subject_id="a.id",
    entry="0",
    count="1",
    region_code="t.region_code",
    agency_id="a.id",
)
AGENCIES = f"""
SELECT {_CONNECTED} {with_traits("agency")} JOIN agencies a ON a.id = d.subject_id WHERE a.connected_on IS NOT NULL
"""  # noqa: S608
