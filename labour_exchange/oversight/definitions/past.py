"""The two reports by which the programmes were judged: the half-year of 2017 and the year 2012."""

from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.definitions.definition import Definition, FromHeadline, FromPlan, Line
from labour_exchange.oversight.definitions.lines import OF_OTHERS
from labour_exchange.oversight.states import Unit

HALF_YEAR_2017_LINES = (
    Line(
        "covered",
        Text(kk="Шаралармен қамтылды", ru="Охвачено мерами", en="Covered by measures"),
        Unit.PEOPLE,
        "programmes",
        FromHeadline("half-year", "covered"),
        plan=FromPlan(),
    ),
    Line(
        "employed",
        Text(kk="Жұмысқа орналасты", ru="Трудоустроено", en="Employed"),
        Unit.PEOPLE,
        "employment",
        FromHeadline("half-year", "employed"),
    ),
    Line(
        "permanent",
        Text(kk="Тұрақты жұмысқа орналасты", ru="На постоянную работу", en="In permanent jobs"),
        Unit.PEOPLE,
        "employment",
        FromHeadline("half-year", "permanent"),
    ),
    Line(
        "through_exchange",
        Text(kk="Электрондық еңбек биржасы арқылы", ru="Через электронную биржу труда", en="Employed through the exchange"),
        Unit.PEOPLE,
        "digital",
        FromHeadline("half-year", "employed_through_exchange"),
    ),
    Line(
        "agencies",
        Text(kk="Қосылған жеке агенттіктер", ru="Подключено частных агентств", en="Private agencies connected"),
        Unit.AGENCIES,
        "digital",
        FromHeadline("half-year", "agencies_connected"),
    ),
    Line(
        "regions",
        Text(kk="Биржа жұмыс істейтін өңірлер", ru="Регионов, где работает биржа", en="Regions where the exchange runs"),
        Unit.REGIONS,
        "digital",
        FromHeadline("half-year", "regions_running"),
    ),
)
HALF_YEAR_2017 = Definition(
    code="half_year_2017",
    name=Text(
        kk="Нәтижелі жұмыспен қамтуды дамыту бағдарламасы: 2017 жылғы жартыжылдық есеп",
        ru="Программа развития продуктивной занятости: отчёт за полугодие 2017 года",
        en="Productive Employment programme: report of the half-year 2017",
    ),
    version=1,
    length=6,
    periods=("2017-H1",),
    lines=(*HALF_YEAR_2017_LINES, *OF_OTHERS),
    is_next_year_planned=True,
)
YEAR_2012_LINES = (
    Line(
        "participants_growth",
        Text(kk="Қатысушылар, алдыңғы жылға өсім", ru="Участников, прирост к прошлому году", en="Participants, growth on the year before"),
        Unit.PER_CENT,
        "programmes",
        FromHeadline("year", "participants_growth_percent"),
    ),
    Line(
        "contracts_growth",
        Text(
            kk="Әлеуметтік келісімшарттар, алдыңғы жылға өсім",
            ru="Социальных контрактов, прирост к прошлому году",
            en="Social contracts, growth on the year before",
        ),
        Unit.PER_CENT,
        "programmes",
        FromHeadline("year", "social_contracts_growth_percent"),
    ),
    Line(
        "rural_growth",
        Text(
            kk="Ауылдағы табысы аз қатысушылар, есе",
            ru="Сельских малообеспеченных участников, раз",
            en="Rural low-income participants, times the year before",
        ),
        Unit.TIMES,
        "programmes",
        FromHeadline("year", "rural_low_income_ratio"),
    ),
    Line(
        "trained",
        Text(kk="Оқудан өтті", ru="Прошли обучение", en="Trained"),
        Unit.PEOPLE,
        "programmes",
        FromHeadline("year", "trained"),
    ),
    Line(
        "trained_employed",
        Text(kk="Оқығандардан жұмысқа орналасты", ru="Из обученных трудоустроено", en="Of the trained employed"),
        Unit.PEOPLE,
        "employment",
        FromHeadline("year", "trained_employed"),
    ),
    Line(
        "trained_employed_share",
        Text(
            kk="Кезеңде бітіргендердің ішінде орналасқандар үлесі",
            ru="Доля трудоустроенных среди завершивших обучение",
            en="Share employed of those who finished in the period",
        ),
        Unit.PER_CENT,
        "employment",
        FromHeadline("year", "trained_employed_percent"),
        gives_away=("trained_employed",),
    ),
    Line(
        "subsidised",
        Text(
            kk="Субсидияланатын орындар мен жастар практикасы",
            ru="Субсидируемые места и молодёжная практика",
            en="Subsidised jobs and youth practice",
        ),
        Unit.PEOPLE,
        "programmes",
        FromHeadline("year", "subsidised_and_youth_practice"),
    ),
    Line(
        "employers_growth",
        Text(
            kk="Субсидияланатын орын ашқан жұмыс берушілер, есе",
            ru="Работодателей, создавших субсидируемые места, раз",
            en="Employers creating subsidised jobs, times the year before",
        ),
        Unit.TIMES,
        "programmes",
        FromHeadline("year", "employers_creating_subsidised_jobs_ratio"),
    ),
    Line(
        "second_trained",
        Text(kk="Екінші бағыт: оқытылды", ru="Второе направление: обучено", en="Second direction: trained"),
        Unit.PEOPLE,
        "programmes",
        FromHeadline("year", "second_direction_trained"),
    ),
    Line(
        "microcredits",
        Text(kk="Екінші бағыт: шағын несиелер", ru="Второе направление: микрокредитов", en="Second direction: microcredits"),
        Unit.CREDITS,
        "programmes",
        FromHeadline("year", "microcredits"),
    ),
    Line(
        "microcredit_money",
        Text(kk="Екінші бағыт: несие сомасы", ru="Второе направление: сумма кредитов", en="Second direction: sum of the credits"),
        Unit.TENGE,
        "programmes",
        FromHeadline("year", "microcredit_kzt"),
    ),
    Line(
        "moved_employed",
        Text(
            kk="Үшінші бағыт: көшіп, жұмысқа орналасты", ru="Третье направление: переехали и трудоустроены", en="Third direction: moved and employed"
        ),
        Unit.PEOPLE,
        "employment",
        FromHeadline("year", "moved_and_employed"),
    ),
    Line(
        "rural_jobs",
        Text(kk="Төртінші бағыт: ауылдағы жұмыс орындары", ru="Четвёртое направление: рабочих мест на селе", en="Fourth direction: rural jobs"),
        Unit.JOBS,
        "programmes",
        FromHeadline("year", "rural_jobs"),
    ),
    Line(
        "rural_employed",
        Text(kk="Төртінші бағыт: жұмысқа орналасты", ru="Четвёртое направление: трудоустроено", en="Fourth direction: people employed"),
        Unit.PEOPLE,
        "programmes",
        FromHeadline("year", "rural_employed"),
    ),
    Line(
        "facilities",
        Text(
            kk="Төртінші бағыт: салынған және жөнделген нысандар",
            ru="Четвёртое направление: построено и отремонтировано объектов",
            en="Fourth direction: facilities built or repaired",
        ),
        Unit.FACILITIES,
        "economy_ministry",
        FromHeadline("year", "facilities"),
    ),
)
YEAR_2012 = Definition(
    code="year_2012",
    name=Text(
        kk="«Жұмыспен қамту 2020» бағдарламасы: 2012 жылғы есеп",
        ru="Программа «Занятость 2020»: отчёт за 2012 год",
        en="Employment 2020 programme: report of the year 2012",
    ),
    version=1,
    length=12,
    periods=("2012",),
    lines=YEAR_2012_LINES,
)
