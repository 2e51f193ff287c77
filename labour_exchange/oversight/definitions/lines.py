"""Lines that several reports share, and what other bodies report to every session."""

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.definitions.definition import Counted, FromIndicator, FromPlan, Line
from labour_exchange.oversight.states import Unit
from labour_exchange.placements.states import Channel

THROUGH_EXCHANGE = (Channel.SELF_SERVICE.value, Channel.OFFICE_REFERRAL.value, Channel.AGENCY.value)
COVERED = Line(
    "covered",
    Text(kk="Шаралармен қамтылды", ru="Охвачено мерами", en="Covered by measures"),
    Unit.PEOPLE,
    "programmes",
    FromPlan(),
)
EMPLOYED = Line(
    "employed",
    Text(kk="Жұмысқа орналасты, расталғаны", ru="Трудоустроено, подтверждено", en="Employed, confirmed"),
    Unit.PEOPLE,
    "employment",
    FromIndicator("placements_confirmed"),
)
DECLARED = Line(
    "declared",
    Text(kk="Жұмысқа орналасты, мәлімделгені", ru="Трудоустроено, заявлено", en="Employed, declared"),
    Unit.PEOPLE,
    "employment",
    FromIndicator("placements_declared"),
)
PERMANENT = Line(
    "permanent",
    Text(kk="Тұрақты жұмысқа орналасты", ru="На постоянную работу", en="In permanent jobs"),
    Unit.JOBS,
    "employment",
    FromIndicator("placements_permanent"),
)
THROUGH = Line(
    "through_exchange",
    Text(kk="Электрондық еңбек биржасы арқылы", ru="Через электронную биржу труда", en="Employed through the exchange"),
    Unit.PEOPLE,
    "digital",
    FromIndicator("placements_declared", THROUGH_EXCHANGE),
)
AGENCIES = Line(
    "agencies",
    Text(kk="Қосылған жеке агенттіктер", ru="Подключено частных агентств", en="Private agencies connected"),
    Unit.AGENCIES,
    "digital",
    Counted("agencies"),
)
REGIONS = Line(
    "regions",
    Text(kk="Биржа жұмыс істейтін өңірлер", ru="Регионов, где работает биржа", en="Regions where the exchange runs"),
    Unit.REGIONS,
    "digital",
    Counted("regions"),
)


def _reported(code: str, name: Text, unit: Unit = Unit.FACILITIES, body: str = "health_ministry") -> Line:
    return Line(code, name, unit, body)


OF_OTHERS = (
    _reported(
        "health_under_construction",
        Text(kk="Салынып жатқан денсаулық сақтау нысандары", ru="Строится объектов здравоохранения", en="Health facilities under construction"),
    ),
    _reported(
        "health_overhauled",
        Text(
            kk="Күрделі жөндеуден өткен денсаулық сақтау нысандары",
            ru="Капитально отремонтировано объектов здравоохранения",
            en="Health facilities overhauled",
        ),
    ),
    _reported(
        "health_reconstructed",
        Text(kk="Қайта құрылған денсаулық сақтау нысандары", ru="Реконструировано объектов здравоохранения", en="Health facilities reconstructed"),
    ),
    _reported(
        "digital_posts",
        Text(kk="Цифрлық медициналық пункттер", ru="Цифровые медицинские пункты", en="Digital health posts"),
    ),
)
