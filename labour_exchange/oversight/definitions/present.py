"""The half-year and yearly reports of an installation that works today."""

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.definitions.definition import Definition, FromIndicator, FromPlan, Line
from labour_exchange.oversight.definitions.lines import AGENCIES, COVERED, DECLARED, EMPLOYED, OF_OTHERS, PERMANENT, REGIONS, THROUGH
from labour_exchange.oversight.states import Unit
from labour_exchange.programmes.states import SUBSIDISED, MeasureKind

TRAINED = Line(
    "trained",
    Text(kk="Оқуға жіберілді", ru="Направлено на обучение", en="In training"),
    Unit.PEOPLE,
    "programmes",
    FromPlan((MeasureKind.TRAINING,)),
)
SUBSIDISED_JOBS = Line(
    "subsidised_jobs",
    Text(kk="Субсидияланатын жұмыс орындарында", ru="На субсидируемых рабочих местах", en="In subsidised jobs"),
    Unit.PEOPLE,
    "programmes",
    FromPlan(tuple(sorted(SUBSIDISED))),
)
MONEY_PAID = Line(
    "money_paid",
    Text(kk="Төленген қаражат", ru="Выплачено средств", en="Money paid"),
    Unit.TENGE,
    "programmes",
    FromPlan(is_money=True),
)
CONFIRMED_SHARE = Line(
    "confirmed_share",
    Text(kk="Расталған орналасулардың үлесі", ru="Доля подтверждённых трудоустройств", en="Share of placements confirmed"),
    Unit.PER_CENT,
    "employment",
    FromIndicator("confirmed_share"),
    gives_away=("declared", "employed"),
)
ANSWER_RATE = Line(
    "answer_rate",
    Text(kk="Өтінімдерге жауап беру үлесі", ru="Доля откликов с ответом", en="Share of applications answered"),
    Unit.PER_CENT,
    "employment",
    FromIndicator("answer_rate"),
)
LINES = (
    COVERED,
    TRAINED,
    SUBSIDISED_JOBS,
    DECLARED,
    EMPLOYED,
    CONFIRMED_SHARE,
    PERMANENT,
    THROUGH,
    ANSWER_RATE,
    MONEY_PAID,
    AGENCIES,
    REGIONS,
    *OF_OTHERS,
)
HALF_YEAR = Definition(
    code="half_year",
    name=Text(
        kk="Жұмыспен қамту шаралары: жартыжылдық есеп",
        ru="Меры содействия занятости: полугодовой отчёт",
        en="Employment measures: half-year report",
    ),
    version=1,
    length=6,
    lines=LINES,
)
YEAR = Definition(
    code="year",
    name=Text(kk="Жұмыспен қамту шаралары: жылдық есеп", ru="Меры содействия занятости: годовой отчёт", en="Employment measures: yearly report"),
    version=1,
    length=12,
    lines=LINES,
)
