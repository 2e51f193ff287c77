"""One indicator over months by regions, or by one trait: live, or as anybody may see it.

The public sees traits of the whole country only, one at a time, so that no two tables share a cell but their total; of people who came onto
the register and left it no traits, as the stocks by trait would tell them; and channels in releases only, which cross them with regions.
Measures of the state programme are for staff: the programme's pages tell places by measure, and what they tell would give small cells back.
Reasons are too: why somebody left is more than that they left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from labour_exchange.classifications.education import education_levels
from labour_exchange.jobseekers.states import EndReason as LeavingReason
from labour_exchange.placements.states import Channel, EndReason
from labour_exchange.programmes.queries.definitions import measures_in_order
from labour_exchange.programmes.states import DropReason
from labour_exchange.statistics import publishing
from labour_exchange.statistics.amounts import amounts_by_group
from labour_exchange.statistics.estimates import estimated_rows
from labour_exchange.statistics.indicators import ENTRIES, ESTIMATES, Entry, Indicator
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.queries import Figure, Row, figure_of, kept, public_rows, rows_by_region
from labour_exchange.statistics.states import AgeGroup, Measure, Standing
from labour_exchange.vacancies.states import VacancyState


class Dimension(StrEnum):
    """What the figures are laid out by."""

    REGION = "region"
    OCCUPATION = "occupation_major"
    SEX = "sex"
    AGE = "age_group"
    EDUCATION = "education"
    CHANNEL = "channel"
    MEASURE = "programme_measure"
    REASON = "reason"


FOR_STAFF = frozenset({Dimension.CHANNEL, Dimension.MEASURE, Dimension.REASON})
CODES: dict[Dimension, tuple[str, ...]] = {
    Dimension.OCCUPATION: tuple("1234567890"),
    Dimension.SEX: ("female", "male"),
    Dimension.AGE: tuple(group.value for group in AgeGroup),
    Dimension.EDUCATION: tuple(level.code for level in education_levels()),
    Dimension.CHANNEL: tuple(channel.value for channel in Channel),
}
REASONS: dict[Measure, tuple[str, ...]] = {
    Measure.REGISTRATIONS_ENDED: tuple(reason.value for reason in LeavingReason),
    Measure.VACANCIES_CANCELLED: (VacancyState.WITHDRAWN.value, VacancyState.EXPIRED.value, VacancyState.REJECTED.value),
    Measure.PLACEMENTS_ENDED: tuple(reason.value for reason in EndReason),
    Measure.ENROLMENTS_DROPPED_OUT: tuple(reason.value for reason in DropReason),
}
"""Why, of what is counted with a reason."""
OF_POSTS = frozenset(one for one in Measure if one.value.startswith(("posts_notified", "posts_reopened", "posts_closed", "vacancies_")))
WITH_CHANNEL = frozenset(one for one in Measure if one.value.startswith(("placements_", "posts_filled", "applications", "referrals")))
OF_ENROLMENTS = frozenset(one for one in Measure if one.value.startswith("enrolments_"))
WITH_MEASURE = OF_ENROLMENTS | frozenset(one for one in Measure if one.value.startswith(("placements_", "posts_filled")))


@dataclass(frozen=True, slots=True)
class Grid:
    """Figures of each group, '' standing for "not stated", and of all of them, in the order of the months."""

    entry: Entry
    dimension: Dimension
    months: tuple[Period, ...]
    groups: Mapping[str, Sequence[Figure]]
    total: Sequence[Figure]


def dimensions_of(entry: Entry, *, is_public: bool) -> tuple[Dimension, ...]:
    """By what an entry can be laid out: by what all that it counts is described with; nothing in public where it is for staff."""
    if is_public and entry.is_for_staff:
        return ()
    found = [Dimension.REGION]
    if isinstance(entry, Indicator) and entry.is_of_people and not (is_public and publishing.is_flow(entry)):
        measures = {term.measure for term in entry.terms}
        if not measures & OF_ENROLMENTS:
            found.append(Dimension.OCCUPATION)
        if not measures & OF_POSTS:
            found += [Dimension.SEX, Dimension.AGE, Dimension.EDUCATION]
        if measures <= WITH_CHANNEL:
            found.append(Dimension.CHANNEL)
        if measures <= WITH_MEASURE:
            found.append(Dimension.MEASURE)
        if not entry.is_ratio and not entry.is_stock and reasons_of(entry):
            found.append(Dimension.REASON)
    return tuple(one for one in found if not (is_public and one in FOR_STAFF))


def reasons_of(entry: Entry) -> tuple[str, ...]:
    """The reasons of what an entry counts, in their order; none where it is limited to some already."""
    terms = entry.terms if isinstance(entry, Indicator) else ()
    return tuple(code for term in terms if term.only is None for code in REASONS.get(term.measure, ()))


def codes_of(session: Session, dimension: Dimension, entry: Entry) -> tuple[str, ...]:
    """The groups of a trait in their order, without "not stated"; measures of every programme, those of the latest first."""
    return reasons_of(entry) if dimension is Dimension.REASON else every_code_of(session, dimension)


def every_code_of(session: Session, dimension: Dimension) -> tuple[str, ...]:
    """The groups of a trait, whatever is counted."""
    if dimension is Dimension.REASON:
        return tuple(dict.fromkeys(code for codes in REASONS.values() for code in codes))
    return tuple(measures_in_order(session)) if dimension is Dimension.MEASURE else CODES[dimension]


def live_grid(session: Session, code: str, dimension: Dimension, months: tuple[Period, ...], *, region: str | None = None) -> Grid:
    """Nothing withheld; a trait also within one region. Raises KeyError for an unknown code, ValueError for a dimension that it has not."""
    entry = _checked(code, dimension, is_public=False)
    if dimension is Dimension.REGION:
        return _by_region(entry, months, _rows(session, code, months))
    return _by_trait(session, _indicator(entry), dimension, months, region)


def public_grid(session: Session, code: str, dimension: Dimension, months: tuple[Period, ...]) -> Grid:
    """Months that are over, as anybody may see them; traits of the whole country. Raises as `live_grid` does."""
    entry = _checked(code, dimension, is_public=True)
    rows = estimated_rows(session, code, months, is_public=True) if code in ESTIMATES else public_rows(session, code, months)
    if dimension is Dimension.REGION:
        return _by_region(entry, months, rows)
    return _published(session, _indicator(entry), dimension, months, [row.country for row in rows])


def _rows(session: Session, code: str, months: tuple[Period, ...]) -> list[Row]:
    if code in ESTIMATES:
        return estimated_rows(session, code, months, is_public=False)
    return rows_by_region(session, code, months)


def _checked(code: str, dimension: Dimension, *, is_public: bool) -> Entry:
    entry = ENTRIES[code]
    if dimension not in dimensions_of(entry, is_public=is_public):
        raise ValueError(f"{code} has no {dimension.value}")
    return entry


def _indicator(entry: Entry) -> Indicator:
    if not isinstance(entry, Indicator):
        raise TypeError(f"{entry.code} is estimated and has no traits")
    return entry


def _by_region(entry: Entry, months: tuple[Period, ...], rows: Sequence[Row]) -> Grid:
    groups = {code: [row.regions[code] for row in rows] for code in rows[0].regions}
    return Grid(entry, Dimension.REGION, months, groups | {"": [row.nowhere for row in rows]}, [row.country for row in rows])


def _by_trait(session: Session, wanted: Indicator, dimension: Dimension, months: tuple[Period, ...], region: str | None) -> Grid:
    amounts = amounts_by_group(session, wanted.terms, months, dimension.value, region)
    groups = {code: [figure_of(wanted, amounts, code, month, None) for month in months] for code in (*codes_of(session, dimension, wanted), "")}
    return Grid(wanted, dimension, months, groups, [figure_of(wanted, amounts, None, month, None) for month in months])


def _published(session: Session, wanted: Indicator, dimension: Dimension, months: tuple[Period, ...], national: Sequence[Figure]) -> Grid:
    """A column is shown only beside a total that is shown: one that the regions' pages withhold would be the sum of its parts.

    When the column itself could be covered by nothing but its total, which other pages show, all of it is withheld, zeros too.
    """
    amounts = amounts_by_group(session, publishing.terms_of(wanted), months, dimension.value)
    codes = (*codes_of(session, dimension, wanted), "")
    groups: dict[str, list[Figure]] = {code: [] for code in codes}
    for month, whole in zip(months, national, strict=True):
        hidden = publishing.hidden_in(wanted, codes, month, amounts)
        is_closed = hidden.total or whole.standing is Standing.WITHHELD
        for code in codes:
            groups[code].append(kept(figure_of(wanted, amounts, code, month, None), is_closed or code in hidden.places))
    return Grid(wanted, dimension, months, groups, national)
