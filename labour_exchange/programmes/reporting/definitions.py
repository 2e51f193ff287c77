"""What each line of the reports says: what is counted, of whom and by which day, in three languages."""

from dataclasses import dataclass
from enum import StrEnum

from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.reporting.periods import ReportCode


class Unit(StrEnum):
    PEOPLE = "people"
    COUNT = "count"
    PERCENT = "percent"
    TIMES = "times"
    KZT = "kzt"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a report; `meaning` is its definition."""

    key: str
    unit: Unit
    name: Text
    meaning: Text


NOTE = Text(
    kk="Барлығы осы сәттегі жазбалар бойынша саналады: кейін күші жойылған жұмысқа орналасулар кірмейді. Екі өңірдегі шараға "
    "қатысқан адам әр өңірде және елде бір рет саналады.",
    ru="Всё считается по записям в их нынешнем виде: аннулированные позже трудоустройства не входят. Участник мер в двух "
    "регионах считается в каждом из них и один раз по стране.",
    en="Everything is counted from the records as they stand now: placements annulled later are left out. "
    "Somebody in measures of two regions counts in each of them and once in the country.",
)
HALF_YEAR_LINES = (
    Line(
        "covered",
        Unit.PEOPLE,
        Text(kk="Шаралармен қамтылғандар", ru="Охвачено мерами", en="Covered by measures"),
        Text(
            kk="1 қаңтар мен 30 маусым аралығында кемінде бір шарасы басталған адамдар; әркім бір рет. Өтініш, бас тарту және "
            "басталмаған шаралар саналмайды.",
            ru="Люди, у которых хотя бы одна мера началась с 1 января по 30 июня; каждый один раз. Заявления, отказы и неначатые меры не считаются.",
            en="People of whom at least one measure began from 1 January to 30 June, each once. Applications, refusals and "
            "measures that did not begin do not count.",
        ),
    ),
    Line(
        "employed",
        Unit.PEOPLE,
        Text(kk="Жұмысқа орналасқандар", ru="Трудоустроено", en="Employed"),
        Text(
            kk="Қамтылғандардың ішінде шара басталған күннен 30 маусымға дейін жұмыс бастағандар; күші жойылмаған жұмысқа орналасу бойынша.",
            ru="Из охваченных: кто начал работать со дня начала меры по 30 июня, по трудоустройствам, которые не аннулированы.",
            en="Of those covered: who began a job from the day the measure began until 30 June, by placements that are not annulled.",
        ),
    ),
    Line(
        "permanent",
        Unit.PEOPLE,
        Text(kk="Тұрақты жұмысқа", ru="На постоянную работу", en="In permanent jobs"),
        Text(
            kk="Жұмысқа орналасқандардың ішінде мерзімсіз еңбек шарты бойынша кемінде бір жұмыс бастағандар.",
            ru="Из трудоустроенных: кто начал хотя бы одну работу по бессрочному договору.",
            en="Of those employed: who began at least one job with an open-ended contract.",
        ),
    ),
    Line(
        "employed_through_exchange",
        Unit.PEOPLE,
        Text(kk="Биржа арқылы жұмысқа орналасқандар", ru="Трудоустроено через биржу", en="Employed through the exchange"),
        Text(
            kk="Жұмысқа орналасқандардың ішінде жұмысқа биржадағы өтініш, шақыру, орталықтың немесе агенттіктің жолдамасы "
            "арқылы келгендер; жұмыс шараның өзі болса, саналмайды.",
            ru="Из трудоустроенных: кто пришёл на работу через отклик, приглашение, направление центра или агентства на бирже; "
            "рабочее место, которое и есть мера, не считается.",
            en="Of those employed: who came to the job by an application, an invitation, or a referral of an office or agency in the exchange; "
            "a job that is the measure itself does not count.",
        ),
    ),
    Line(
        "agencies_connected",
        Unit.COUNT,
        Text(kk="Қосылған агенттіктер", ru="Подключено агентств", en="Agencies connected"),
        Text(
            kk="30 маусымға дейін қосылған және сол күні лицензиясы күшінде болған жекеменшік жұмыспен қамту агенттіктері.",
            ru="Частные агентства занятости, подключённые не позже 30 июня и с лицензией, действовавшей в этот день.",
            en="Private employment agencies connected by 30 June with a licence in force on that day.",
        ),
    ),
    Line(
        "regions_running",
        Unit.COUNT,
        Text(kk="Биржа жұмыс істейтін өңірлер", ru="Регионы, где работает биржа", en="Regions in which the exchange runs"),
        Text(
            kk="Кезеңде биржа арқылы кемінде бір адам жұмыс бастаған өңірлер, жұмыс орны бойынша.",
            ru="Регионы, в которых за период через биржу начал работать хотя бы один человек, по месту работы.",
            en="Regions in which at least one person began a job through the exchange in the period, by place of work.",
        ),
    ),
)
_BEFORE = Text(kk="Өткен жылмен салыстырғанда.", ru="К предыдущему году.", en="Against the year before.")
YEAR_LINES = (
    Line(
        "participants",
        Unit.PEOPLE,
        Text(kk="Қатысушылар", ru="Участники", en="Participants"),
        Text(
            kk="Жыл ішінде кемінде бір шарасы басталған адамдар; әркім бір рет.",
            ru="Люди, у которых за год началась хотя бы одна мера; каждый один раз.",
            en="People of whom at least one measure began in the year, each once.",
        ),
    ),
    Line(
        "participants_growth_percent",
        Unit.PERCENT,
        Text(kk="Қатысушылардың өсімі", ru="Рост числа участников", en="Growth of participants"),
        _BEFORE,
    ),
    Line(
        "social_contracts_growth_percent",
        Unit.PERCENT,
        Text(kk="Әлеуметтік келісімшарттардың өсімі", ru="Рост числа социальных контрактов", en="Growth of social contracts"),
        Text(
            kk="Жыл ішінде қол қойылған әлеуметтік келісімшарттар, әрқайсысы жеке жазба; өткен жылмен салыстырғанда.",
            ru="Социальные контракты, подписанные за год, каждый отдельной записью; к предыдущему году.",
            en="Social contracts signed in the year, each a record of its own, against the year before.",
        ),
    ),
    Line(
        "rural_low_income_ratio",
        Unit.TIMES,
        Text(kk="Табысы аз ауыл тұрғындары", ru="Малообеспеченные жители села", en="Rural people of low income"),
        Text(
            kk="Өтініш берген күні табысы аз және ауылда тұратын қатысушылар; өткен жылдан неше есе.",
            ru="Участники, которые в день заявления были малообеспеченными и жили на селе; во сколько раз к предыдущему году.",
            en="Participants who were of low income and lived in a village on the day they applied; how many times the year before.",
        ),
    ),
    Line(
        "trained",
        Unit.PEOPLE,
        Text(kk="Бірінші бағыт бойынша оқығандар", ru="Обучались по первому направлению", en="Trained, first direction"),
        Text(
            kk="Жыл ішінде бірінші бағыттағы оқуы басталған адамдар.",
            ru="Люди, у которых за год началось обучение по первому направлению.",
            en="People whose training in the first direction began in the year.",
        ),
    ),
    Line(
        "trained_employed",
        Unit.PEOPLE,
        Text(kk="Оқып, жұмысқа орналасқандар", ru="Из них трудоустроено", en="Trained and employed"),
        Text(
            kk="Солардың ішінде оқуын 31 желтоқсанға дейін аяқтап, аяқтаған күннен 31 желтоқсанға дейін жұмыс бастағандар.",
            ru="Из них: кто закончил обучение до 31 декабря и со дня окончания по 31 декабря начал работать.",
            en="Of them: who finished by 31 December and began a job from the day of finishing until 31 December.",
        ),
    ),
    Line(
        "trained_employed_percent",
        Unit.PERCENT,
        Text(kk="Оқуды аяқтағандардың жұмысқа орналасқан үлесі", ru="Доля трудоустроенных среди закончивших", en="Share of those who finished"),
        Text(
            kk="Оқып, жұмысқа орналасқандардың 31 желтоқсанға дейін оқуын аяқтағандардағы үлесі.",
            ru="Доля трудоустроенных среди тех, кто закончил обучение до 31 декабря.",
            en="The trained and employed among those who finished their training by 31 December.",
        ),
    ),
    Line(
        "subsidised_and_youth_practice",
        Unit.PEOPLE,
        Text(
            kk="Әлеуметтік жұмыс орындары мен жастар практикасы",
            ru="Социальные рабочие места и молодёжная практика",
            en="Social jobs and youth practice",
        ),
        Text(
            kk="Жыл ішінде әлеуметтік жұмыс орны немесе жастар практикасы басталған адамдар.",
            ru="Люди, у которых за год началась работа на социальном рабочем месте или молодёжная практика.",
            en="People whose social job or youth practice began in the year.",
        ),
    ),
    Line(
        "employers_creating_subsidised_jobs_ratio",
        Unit.TIMES,
        Text(
            kk="Субсидияланатын орын ашқан жұмыс берушілер", ru="Работодатели, создавшие субсидируемые места", en="Employers creating subsidised jobs"
        ),
        Text(
            kk="Жыл ішінде әлеуметтік жұмыс орны немесе жастар практикасы басталған жұмыс берушілер; өткен жылдан неше есе.",
            ru="Работодатели, у которых за год началась работа на социальном месте или практика; во сколько раз к предыдущему году.",
            en="Employers with whom a social job or youth practice began in the year; how many times the year before.",
        ),
    ),
    Line(
        "second_direction_trained",
        Unit.PEOPLE,
        Text(kk="Екінші бағыт бойынша оқығандар", ru="Обучались по второму направлению", en="Trained, second direction"),
        Text(
            kk="Жыл ішінде кәсіпкерлік негіздері бойынша оқуы басталған адамдар.",
            ru="Люди, у которых за год началось обучение основам предпринимательства.",
            en="People whose training in the basics of business began in the year.",
        ),
    ),
    Line(
        "microcredits",
        Unit.COUNT,
        Text(kk="Шағын несиелер", ru="Микрокредиты", en="Microcredits"),
        Text(kk="Жыл ішінде төленген шағын несиелер.", ru="Микрокредиты, выплаченные за год.", en="Microcredits paid out in the year."),
    ),
    Line(
        "microcredit_kzt",
        Unit.KZT,
        Text(kk="Шағын несиелердің сомасы", ru="Сумма микрокредитов", en="Sum of microcredits"),
        Text(kk="Осы төлемдердің сомасы, теңге.", ru="Сумма этих выплат, тенге.", en="The sum of these payments, tenge."),
    ),
    Line(
        "microcredit_ratio",
        Unit.TIMES,
        Text(kk="Шағын несие сомасының өсуі", ru="Рост суммы микрокредитов", en="Sum of microcredits, times"),
        _BEFORE,
    ),
    Line(
        "moved_and_employed",
        Unit.PEOPLE,
        Text(kk="Көшіп, жұмысқа орналасқандар", ru="Переехали и трудоустроены", en="Moved and employed"),
        Text(
            kk="Жыл ішінде қоныс аударуы басталып, 31 желтоқсанға дейін басқа өңірде жұмыс бастаған адамдар; шыққан өңірі бойынша.",
            ru="Люди, у которых за год начался переезд и которые до 31 декабря начали работать в другом регионе; по региону выезда.",
            en="People whose relocation began in the year and who began a job in another region by 31 December; by the region they left.",
        ),
    ),
    Line(
        "rural_jobs",
        Unit.COUNT,
        Text(kk="Ауылдағы жұмыс орындары", ru="Рабочие места на селе", en="Rural jobs"),
        Text(
            kk="Жыл ішінде ауыл жобалары бойынша ұсынылып, қабылданған жұмыс орындары.",
            ru="Рабочие места по сельским проектам, заявленные за год и принятые.",
            en="Jobs offered in the year for rural projects and accepted.",
        ),
    ),
    Line(
        "rural_employed",
        Unit.PEOPLE,
        Text(kk="Ауыл жобаларында жұмыс істейтіндер", ru="Занято в сельских проектах", en="Employed in rural projects"),
        Text(
            kk="Жыл ішінде ауыл жобасында жұмысы басталған адамдар.",
            ru="Люди, у которых за год началась работа в сельском проекте.",
            en="People whose work in a rural project began in the year.",
        ),
    ),
    Line(
        "facilities",
        Unit.COUNT,
        Text(kk="Нысандар", ru="Объекты", en="Facilities"),
        Text(
            kk="Жыл ішінде салынып не жөнделіп біткен нысандар, өңір әкімдігі хабарлаған, әрқайсысы жеке жазба.",
            ru="Объекты, построенные или отремонтированные за год, по сообщению органа региона, каждый отдельной записью.",
            en="Facilities whose building or repair was completed in the year, as reported by the region's authority, each a record of its own.",
        ),
    ),
)
LINES = {ReportCode.HALF_YEAR: HALF_YEAR_LINES, ReportCode.YEAR: YEAR_LINES}
