"""The money of what took place: a payment for each enrolment, the ledger row by row, and the plans that they were kept within."""

from datetime import date

import psycopg

from labour_exchange.commands.demo.programme.ground import Ground

PAYMENTS = """
INSERT INTO payments (public_id, enrolment_id, region_code, kind, month, amount, state, prepared_by_id, prepared_at, decided_by_id, decided_at,
                      paid_on, returned, reason, is_demo)
SELECT substr(md5('payment' || e.public_id), 1, 16), e.id, e.region_code,
       CASE m.kind WHEN 'training' THEN 'course' WHEN 'microcredit' THEN 'loan' WHEN 'relocation' THEN 'moving' ELSE 'subsidy' END,
       NULL, e.paid, 'paid', %(officer)s, d.paid_on, %(approver)s, d.paid_on, d.paid_on, 0, '', true
FROM enrolments e JOIN measures m ON m.id = e.measure_id
CROSS JOIN LATERAL (SELECT CASE m.kind WHEN 'microcredit'
                    THEN least(e.started_on + 10, make_date(extract(year FROM e.started_on)::int, 12, 31)) ELSE e.ended_on END AS paid_on) d
WHERE e.is_demo AND e.paid > 0 AND e.allocation_id = ANY(%(allocations)s)
"""
COMMITTED = """
INSERT INTO ledger_entries (allocation_id, kind, places, places_taken, planned, committed, paid, enrolment_id, user_id, recorded_at)
SELECT e.allocation_id, 'commit', 0, 1, 0, e.committed, 0, e.id, %(approver)s, e.started_on
FROM enrolments e WHERE e.allocation_id = ANY(%(allocations)s)
"""
PAID = """
INSERT INTO ledger_entries (allocation_id, kind, places, places_taken, planned, committed, paid, enrolment_id, payment_id, user_id, recorded_at)
SELECT e.allocation_id, 'pay', 0, 0, 0, 0, y.amount, e.id, y.id, %(approver)s, y.paid_on
FROM payments y JOIN enrolments e ON e.id = y.enrolment_id WHERE e.allocation_id = ANY(%(allocations)s)
"""
# A plan leaves a little more than was used: a twelfth of the places and of the money.
PLANNED = """
UPDATE allocations a SET places = t.taken + t.taken / 12 + 1, places_taken = t.taken, planned = t.committed + t.committed / 12,
       committed = t.committed, paid = t.paid
FROM (SELECT allocation_id, sum(places_taken) AS taken, sum(committed) AS committed, sum(paid) AS paid FROM ledger_entries
      WHERE allocation_id = ANY(%(allocations)s) GROUP BY 1) t WHERE t.allocation_id = a.id
"""
# The year after is planned a tenth larger than what this one used, measure by measure and region by region.
NEXT = """
UPDATE allocations n SET places = a.places_taken + a.places_taken / 10 + 1, planned = a.committed + a.committed / 10
FROM allocations a WHERE a.measure_id = n.measure_id AND a.region_code = n.region_code AND a.starts_on = %(before)s AND n.starts_on = %(first)s
  AND a.places_taken > 0 AND a.is_demo AND n.is_demo
"""
ENTERED = """
INSERT INTO ledger_entries (allocation_id, kind, places, places_taken, planned, committed, paid, user_id, recorded_at)
SELECT a.id, 'plan', a.places, 0, a.planned, 0, 0, NULL, a.created_at FROM allocations a WHERE a.id = ANY(%(allocations)s)
"""


def settle(owner: psycopg.Connection, ground: Ground, years: tuple[int, ...], next_year: int | None) -> None:
    """Pay what took place in these years, and plan the next one, if one is named. Everything is written row by row from the enrolments."""
    spent = [made for (_, year, _), made in ground.allocations.items() if year in years]
    facts = {"officer": ground.officer_id, "approver": ground.approver_id, "allocations": spent}
    for statement in (PAYMENTS, COMMITTED, PAID, PLANNED):
        owner.execute(statement, facts)
    if next_year is not None:
        owner.execute(NEXT, {"before": date(next_year - 1, 1, 1), "first": date(next_year, 1, 1)})
    owner.execute(ENTERED, {"allocations": list(ground.allocations.values())})
