"""What a rule may ask about a person, as it stood on the day of the decision."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Money in tenge, spans in days, months or years as named; None is "not known", which no rule takes for a yes.

    `household_income` is a month's income of the household divided by its members. `days_since_measure` counts from the end of the latest measure.
    """

    age: int
    region_code: str
    is_rural: bool = False
    has_disability: bool = False
    category: str | None = None
    days_registered: int | None = None
    education_level: int | None = None
    experience_months: int | None = None
    years_since_graduation: int | None = None
    has_plan: bool = False
    household_size: int | None = None
    household_income: int | None = None
    is_ready_to_move: bool = False
    has_business_plan: bool = False
    open_measures: int = 0
    days_since_measure: int | None = None
    times_in_measure: int = 0


@dataclass(frozen=True, slots=True)
class Declared:
    """What the person says and the office checks against documents before it prepares anything."""

    household_size: int | None = None
    household_income: int | None = None
    has_plan: bool = False
    has_business_plan: bool = False
