"""How large the demo country is, and the shares it is drawn from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """How many of each; `placements` spread over the two years before today."""

    vacancies: int
    jobseekers: int
    employers: int
    agencies: int
    placements: int
    applications: int


SCALES = {
    "small": Scale(2_000, 3_000, 300, 3, 1_800, 1_200),
    "region": Scale(20_000, 30_000, 3_000, 12, 18_000, 12_000),
    "country": Scale(150_000, 290_000, 25_000, 45, 160_000, 90_000),
}
SEED = 20261123
YEARS_BACK = 2

# Average wage of a major group relative to all occupations, Kazakhstan 2022 (bureau of national statistics).
WAGE_OF_MAJOR = {"1": 1.72, "2": 1.13, "3": 0.88, "4": 0.81, "5": 0.65, "6": 0.57, "7": 1.11, "8": 1.09, "9": 0.42}
WAGE_GROWTH_SINCE_2022 = 1.45
LANGUAGE_SHARES = (("kk", 0.42), ("ru", 0.53), ("en", 0.05))
RURAL_SHARE = 0.38
EVIDENCE_SHARES = {"confirmed": 0.86, "contract": 0.72, "month_1": 0.66, "month_3": 0.57, "month_6": 0.49, "month_12": 0.41}
CHANNEL_SHARES = (("self_service", 0.55), ("office_referral", 0.25), ("agency", 0.12), ("programme", 0.08))
