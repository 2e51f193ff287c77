"""How many of each the programme's years are drawn with; the reports count the records and know nothing of these numbers."""

from dataclasses import dataclass, field

TRAINING, SOCIAL, YOUTH, BUSINESS = "training", "social-jobs", "youth-practice", "business-training"
CREDIT, MOVE, RURAL, PUBLIC = "microcredit", "relocation", "rural-jobs", "public-works"


@dataclass(frozen=True, slots=True)
class HistoryYear:
    """A year of Employment 2020. `people` are those whose first measure it is; `both` of the trained in business get a credit as well."""

    year: int
    people: dict[str, int]
    both: int
    contracts: int
    rural_low_income: int
    finished: int
    """Of the trained, by the last day of the year; `employed` of them by then, too."""
    employed: int
    dropped: int
    employers: int
    moved_and_employed: int
    credits_kzt: int
    rural_jobs: int
    facilities: int

    def one_in(self, share: int) -> "HistoryYear":
        """The same country, so many times smaller; nothing that is there vanishes."""
        smaller = {name: _one_in(getattr(self, name), share) for name in self.__slots__ if name not in ("year", "people")}
        return HistoryYear(year=self.year, people={code: _one_in(count, share) for code, count in self.people.items()}, **smaller)


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The first half of 2017. Of the covered, `programme` work in the job that is the measure, `exchange` came to a job through the exchange.

    Beside them: people with a second measure, people whose application led to nothing, and people on the register without any measure.
    """

    covered: int = 290_000
    programme: int = 83_000
    exchange: int = 160_000
    permanent: int = 158_000
    annulled: int = 1_500
    twice: int = 8_000
    refused: int = 6_000
    unassisted: int = 60_000
    employers: int = 9_000
    agencies: int = 45
    agencies_later: int = 5
    people: dict[str, int] = field(
        default_factory=lambda: {
            TRAINING: 60_000,
            BUSINESS: 20_000,
            CREDIT: 7_000,
            SOCIAL: 30_000,
            YOUTH: 28_000,
            PUBLIC: 90_000,
            MOVE: 3_000,
            RURAL: 52_000,
        }
    )

    def one_in(self, share: int) -> "HalfYear":
        """The same country, so many times smaller, with as many agencies."""
        kept = ("agencies", "agencies_later", "people", "covered")
        smaller = {name: _one_in(getattr(self, name), share) for name in self.__slots__ if name not in kept}
        people = {code: _one_in(count, share) for code, count in self.people.items()}
        return HalfYear(covered=sum(people.values()), people=people, **smaller)


def _one_in(count: int, share: int) -> int:
    return max(1, round(count / share)) if count else 0


Y2011 = HistoryYear(
    year=2011,
    people={TRAINING: 46_220, SOCIAL: 15_000, YOUTH: 13_000, BUSINESS: 3_000, CREDIT: 1_780, MOVE: 1_000},
    both=0,
    contracts=70_000,
    rural_low_income=18_000,
    finished=14_000,
    employed=10_000,
    dropped=2_000,
    employers=2_000,
    moved_and_employed=700,
    credits_kzt=3_542_857_143,
    rural_jobs=0,
    facilities=0,
)
Y2012 = HistoryYear(
    year=2012,
    people={TRAINING: 63_000, SOCIAL: 30_000, YOUTH: 22_000, BUSINESS: 6_000, CREDIT: 6_200, MOVE: 2_400, RURAL: 4_000},
    both=800,
    contracts=119_000,
    rural_low_income=36_000,
    finished=24_390,
    employed=20_000,
    dropped=3_000,
    employers=8_000,
    moved_and_employed=2_000,
    credits_kzt=12_400_000_000,
    rural_jobs=7_000,
    facilities=550,
)
H2017 = HalfYear()
