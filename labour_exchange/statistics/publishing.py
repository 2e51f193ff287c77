"""What of a month's counts is withheld, the same on every page and in every file: one decision for each column of counts.

Three things must not be held against each other: a count and its total, flows and the stock that they change, a page and a release.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.statistics import disclosure
from labour_exchange.statistics.amounts import Amounts
from labour_exchange.statistics.indicators import CATALOGUE, Indicator
from labour_exchange.statistics.indicators.definition import Term
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.releases.contents import COUNTRY, NOT_STATED, RELEASED

Side = tuple[Term, ...]
FLOWS: tuple[Side, ...] = (CATALOGUE["registrations_inflow"].numerator, CATALOGUE["registrations_outflow"].numerator)
"""Who came and who left. Two month ends of the register tell their difference, so they are withheld together or not at all."""
STOCK: Side = CATALOGUE["registered_jobseekers"].numerator
RELEASED_SIDES: dict[Side, str] = {CATALOGUE[code].numerator: code for code in RELEASED}
WITHHELD_IN_RELEASES = text("""
SELECT DISTINCT one ->> 'indicator' AS indicator, cell ->> 1 AS month, cell ->> 0 AS place
FROM releases r, jsonb_array_elements(r.tables) AS one, jsonb_array_elements(one -> 'cells') AS cell
WHERE r.state = 'published' AND one ->> 'indicator' = ANY(:codes) AND cell ->> 1 = ANY(:months) AND cell ->> -1 IS NULL
  AND (jsonb_array_length(cell) = 3 OR cell ->> 2 = '_T')
""")


@dataclass(frozen=True, slots=True)
class Hidden:
    """Places of one month whose figure is withheld, and whether the total is."""

    places: frozenset[str]
    total: bool


def terms_of(wanted: Indicator) -> list[Term]:
    """Every term that has to be read before it can be decided what is shown."""
    more = [term for side in (*FLOWS, STOCK) for term in side] if is_flow(wanted) else []
    return list(dict.fromkeys([*wanted.terms, *more]))


def is_flow(wanted: Indicator) -> bool:
    """Whether a stock that is published too changes by it."""
    return wanted.numerator in FLOWS


def counts_behind(side: Side, places: Sequence[str], period: Period, amounts: Amounts) -> dict[str, int]:
    """One column of counts."""
    return {place: round(sum(term.weight * amounts.amount(term, place, period) for term in side)) for place in places}


def hidden_in(wanted: Indicator, places: Sequence[str], period: Period, amounts: Amounts) -> Hidden:
    """What the columns of counts themselves demand; of a ratio, every cell one of whose sums is withheld."""
    sides = FLOWS if is_flow(wanted) else [side for side in (wanted.numerator, wanted.denominator) if side]
    counts = [counts_behind(side, places, period, amounts) for side in sides]
    if wanted.sorts_people:
        few, all_of_them = counts
        counts.append({place: all_of_them[place] - few[place] for place in places})
    columns = [disclosure.protected(one) for one in counts]
    gone = {place for column in columns for place, count in column.cells.items() if count is None}
    found = Hidden(frozenset(gone), any(column.total is None for column in columns))
    if not is_flow(wanted):
        return found
    ends = [counts_behind(STOCK, places, one, amounts) for one in (period.previous, period)]
    if any(disclosure.is_small(count) for end in ends for count in end.values()):
        # A small stock follows from the one before and the flows between: then these are not shown at all.
        return Hidden(frozenset(places), True)
    return covered_flows(*counts, found)


def covered_flows(came: Mapping[str, int], left: Mapping[str, int], hidden: Hidden) -> Hidden:
    """Further cells, until what came and left in the withheld ones cannot be told from the change of their stocks.

    A reader knows came − left of each. All else that can be is that as many more came as left; there is as much room for it in the
    withheld cells together as the smaller of the two amounts to in them. It has to reach the threshold, or the totals go.
    """
    gone = set(hidden.places)
    others = sorted(set(came) - gone, key=lambda place: (min(came[place], left[place]), place))
    while gone and not hidden.total and (len(gone) < 2 or sum(min(came[one], left[one]) for one in gone) < disclosure.THRESHOLD):
        if not others:
            return Hidden(frozenset(gone), True)
        gone.add(others.pop())
    return Hidden(frozenset(gone), hidden.total)


def hidden_in_releases(session: Session, wanted: Indicator, months: Iterable[Period]) -> Mapping[Period, Hidden]:
    """What published releases withhold of these months: a page that showed it would take the cover from their other cells."""
    sides = FLOWS if is_flow(wanted) else (wanted.numerator, wanted.denominator)
    codes = [RELEASED_SIDES[side] for side in sides if side in RELEASED_SIDES]
    named = {month.code: month for month in months if month.length == 1}
    found: dict[Period, set[str]] = {}
    if codes:
        for row in session.execute(WITHHELD_IN_RELEASES, {"codes": codes, "months": list(named)}):
            found.setdefault(named[row.month], set()).add("" if row.place == NOT_STATED else row.place)
    return {month: Hidden(frozenset(places - {COUNTRY}), COUNTRY in places) for month, places in found.items()}
