"""Figures read from many facts, and a day's placements counted beside an almost empty store and beside a full one."""

import os
import time
from dataclasses import replace
from datetime import date
from random import Random

import psycopg
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bench.ground import Ground, Row
from bench.installation import Installation, installation
from bench.timing import p95, timed
from labour_exchange.app import create_app
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.placements.states import Channel
from labour_exchange.statistics import collection, queries
from labour_exchange.statistics.drawing import sums
from labour_exchange.statistics.exploring import Dimension, public_grid
from labour_exchange.statistics.models import Fact
from labour_exchange.statistics.periods import Period, month_of, months_until
from labour_exchange.territory.queries import regions

FACTS = {"small": 200_000, "region": 1_000_000}
FULL = 10_000_000
MONTHS, A_DAY, CELLS, PAGES = 60, 10_000, 400, 12
MEASURES = ("placements_declared", "placements_confirmed", "placements_month_3", "applications", "referrals", "posts_filled")
ASKED = ("placements_declared", "placements_confirmed", "confirmed_share", "applications", "referrals", "vacancies_filled")
# A fact of one person on a day of the month, known within forty days, drawn evenly: the worst case for sums, as no cell is empty.
FILL = """
INSERT INTO facts (effective_on, recorded_on, measure, subject_kind, subject_id, entry, count, region_code, region_of_work, region_of_residence,
                   channel, occupation_major, occupation_unit, sex, age_group, education, employment_kind, disability)
SELECT day, day + (random() * 40)::int, (%(measures)s::text[])[1 + floor(random() * %(kinds)s)::int], 'bench', %(first)s + number, 0, 1,
       region, region, (%(regions)s::text[])[1 + floor(random() * 20)::int], (%(channels)s::text[])[1 + floor(random() * 4)::int],
       left(unit, 1), unit, CASE WHEN random() < 0.5 THEN 'female' ELSE 'male' END,
       (ARRAY['15-24', '25-34', '35-44', '45-54', '55+'])[1 + floor(random() * 5)::int], floor(random() * 9)::int,
       (ARRAY['permanent', 'fixed_term', 'seasonal'])[1 + floor(random() * 3)::int], false
FROM (SELECT number, %(month)s::date + floor(random() * 28)::int AS day, (%(regions)s::text[])[1 + floor(random() * 20)::int] AS region,
             (1000 + floor(random() * 8000))::int::text AS unit FROM generate_series(1, %(count)s) AS number) AS drawn
"""
HIRED = """
INSERT INTO placements (public_id, jobseeker_id, employer_id, occupation_code, region_of_work, region_of_residence, started_on, employment_kind,
                        channel, state, declared_by, declared_on, is_demo, version, created_at)
SELECT 'bench-' || %(day)s || '-' || j.id || '-' || e.id, j.id, e.id, '7411', e.region_code, j.region_code, %(day)s::date, 'permanent',
       'self_service', 'declared', 'employer', %(day)s::date, true, 1, %(now)s
FROM (SELECT id, region_code FROM jobseekers WHERE is_demo ORDER BY id LIMIT 1000) AS j
CROSS JOIN (SELECT id, region_code FROM employers WHERE is_demo AND region_code IS NOT NULL ORDER BY id LIMIT %(employers)s) AS e
"""
DECLARED = """
INSERT INTO placement_evidence (placement_id, kind, source, month, effective_on, recorded_at, reason, reference)
SELECT id, 'declared', 'employer', 0, declared_on, created_at, '', '' FROM placements WHERE declared_on = %(day)s::date AND public_id LIKE 'bench-%%'
"""


def measured(ground: Ground) -> list[Row]:
    """10 million facts at the scale of a country, fewer below; BENCH_FACTS says another number."""
    wanted = int(os.environ.get("BENCH_FACTS", FACTS.get(ground.scale, FULL)))
    with installation(elasticsearch=False) as made:
        made.flask("demo", "load", "--scale", "small", "--json")
        application = create_app(replace(made.settings, trusted_hosts=()))
        with application.app_context():
            session = db.session()
            act_as(session, system_actor("bench"))
            collection.collect(session)
            session.commit()
            before = _collect_a_day(session, made, date(2026, 3, 2))
            loading = _fill(made, wanted)
            stored = session.scalar(select(func.count()).select_from(Fact)) or 0
            session.rollback()
            after = _collect_a_day(session, made, date(2026, 3, 3))
            return [_cells(session, stored, loading), _day(before, after, stored)]


def _fill(made: Installation, wanted: int) -> float:
    """Seconds that loading took."""
    begun = time.perf_counter()
    values = {
        "measures": list(MEASURES),
        "kinds": len(MEASURES),
        "regions": [one.iso_code for one in regions()],
        "channels": [one.value for one in Channel],
        "count": wanted // MONTHS,
    }
    with psycopg.connect(libpq_address(made.settings.owner_database_url), autocommit=True) as owner:
        for place, month in enumerate(months_until(month_of(clock.today()).previous, MONTHS)):
            owner.execute("SELECT make_fact_partition(%s)", (month.first,))
            owner.execute(FILL, values | {"month": month.first, "first": 10_000_000_000 + place * wanted})
        for statement in sums.AGAIN:
            owner.execute(statement)
        owner.execute("ANALYZE facts, fact_months, fact_month_groups")
    return time.perf_counter() - begun


def _collect_a_day(session: Session, made: Installation, day: date) -> float:
    """Seconds to count the day's placements."""
    with psycopg.connect(libpq_address(made.settings.owner_database_url), autocommit=True) as owner:
        owner.execute(HIRED, {"day": day, "now": clock.now(), "employers": A_DAY // 1000})
        owner.execute(DECLARED, {"day": day})
    begun = time.perf_counter()
    collection.collect(session)
    session.commit()
    return time.perf_counter() - begun


def _cells(session: Session, stored: int, loading: float) -> Row:
    """Any region, month, channel and indicator: from the sums, and as known on a day from the facts themselves; and pages by a trait."""
    chance = Random(7)
    codes, months = [one.iso_code for one in regions()], months_until(month_of(clock.today()).previous, MONTHS)

    def cell(*, is_known_on: bool) -> float:
        month: Period = chance.choice(months)
        known_on = month.last_day if is_known_on else None
        code, region, channel = chance.choice(ASKED), chance.choice(codes), chance.choice(list(Channel)).value
        return timed(lambda: queries.indicator_value(session, code, region, month, as_known_on=known_on, channel=channel))

    traits = (Dimension.SEX, Dimension.AGE, Dimension.EDUCATION, Dimension.OCCUPATION)
    pages = [timed(lambda one=one: public_grid(session, "placements_declared", one, months[-24:])) for one in traits for _ in range(PAGES // 4)]
    sums = [cell(is_known_on=False) for _ in range(CELLS)]
    known = [cell(is_known_on=True) for _ in range(CELLS)]
    said = {
        "half of them within (ms)": sorted(sums)[CELLS // 2],
        "facts": stored,
        "as known on a day (ms)": p95(known),
        "24 months by a trait (ms)": p95(pages),
        "loading (s)": loading,
    }
    return {"what": "statistics cell", "milliseconds": p95(sums), "to_reach": 50} | said


def _day(before: float, after: float, stored: int) -> Row:
    said = {"placements": A_DAY, "facts": stored, "beside an almost empty store (s)": before}
    return {"what": "facts for one day", "seconds": after, "to_reach": 5} | said
