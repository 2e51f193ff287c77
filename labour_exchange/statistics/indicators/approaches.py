"""Indicators of how people, employers and agencies meet: answers and their days, outcomes, who works away from home, agencies connected."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Example, Indicator, Term, Timing, Unit
from labour_exchange.statistics.indicators.jobseekers import MOVES_SOURCE
from labour_exchange.statistics.indicators.outcomes import AGENCY
from labour_exchange.statistics.indicators.placements import LEDGER
from labour_exchange.statistics.states import Measure

HIRED = ("reason", ("hired",))
OF_THE_DAY_SENT = Text(
    kk="Нәтиже жіберілген айға жатады: соңғы айлардың үлесі әлі өседі.",
    ru="Исход относится к месяцу, когда отклик или направление послали: доля последних месяцев ещё вырастет.",
    en="An outcome belongs to the month in which it was sent: the share of the latest months will still grow.",
)

DAYS_TO_ANSWER = Indicator(
    code="days_to_answer",
    name=Text(kk="Өтінімге жауап беру ұзақтығы", ru="Сколько дней ждут ответа на отклик", en="Days until an application is answered"),
    formula=Text(
        kk="Кезеңде жауап берілген өтінімдердің күткен күндері / олардың саны.",
        ru="Дни ожидания откликов, на которые ответили за период / число этих откликов.",
        en="Days waited by applications that were answered in the period / their number.",
    ),
    unit=Unit.DAYS,
    source=MOVES_SOURCE,
    caveat=Text(
        kk="Бұл – орташа. Жауап алмағандар мұнда жоқ: оларды жауапсыз қалғандардың үлесі айтады.",
        ru="Это среднее. Тех, кому не ответили, здесь нет: о них говорит доля оставшихся без ответа.",
        en="A mean. Those who got no answer are not here: the share left unanswered tells of them.",
    ),
    numerator=(Term(Measure.APPLICATIONS_ANSWER_DAYS),),
    denominator=(Term(Measure.APPLICATIONS_ANSWERED),),
    digits=1,
    example=Example(
        numerator=(190,),
        denominator=(40,),
        result=4.75,
        words=Text(
            kk="40 өтінімге жауап берілді, барлығы 190 күн күтілді: 190 / 40 = 4,75.",
            ru="Ответили на 40 откликов, ждали всего 190 дней: 190 / 40 = 4,75.",
            en="40 applications were answered after 190 days in all: 190 / 40 = 4.75.",
        ),
    ),
)
APPLICATIONS_HIRED = Indicator(
    code="applications_hired_rate",
    name=Text(
        kk="Жұмысқа алынумен аяқталған өтінімдердің үлесі",
        ru="Доля откликов, после которых приняли на работу",
        en="Share of applications that led to a hiring",
    ),
    formula=Text(
        kk="100 × кезеңде жіберіліп, жұмысқа алынумен аяқталған өтінімдер / кезеңде жіберілген өтінімдер.",
        ru="100 × отклики периода, после которых приняли на работу / все отклики периода.",
        en="100 × applications of the period that ended with a hiring / applications of the period.",
    ),
    unit=Unit.PERCENT,
    source=MOVES_SOURCE,
    caveat=OF_THE_DAY_SENT,
    numerator=(Term(Measure.APPLICATIONS_CLOSED, only=HIRED),),
    denominator=(Term(Measure.APPLICATIONS),),
    scale=100,
    digits=1,
    example=Example(
        numerator=(18,),
        denominator=(240,),
        result=7.5,
        words=Text(
            kk="240 өтінімнің 18-і жұмысқа алынумен аяқталды: 100 × 18 / 240 = 7,5.",
            ru="Из 240 откликов на работу приняли после 18: 100 × 18 / 240 = 7,5.",
            en="Of 240 applications 18 led to a hiring: 100 × 18 / 240 = 7.5.",
        ),
    ),
)
REFERRALS_HIRED = Indicator(
    code="referrals_hired_rate",
    name=Text(
        kk="Жұмысқа алынумен аяқталған жолдамалардың үлесі",
        ru="Доля направлений, после которых приняли на работу",
        en="Share of referrals that led to a hiring",
    ),
    formula=Text(
        kk="100 × кезеңде берілген, жұмысқа алынумен аяқталған жолдамалар / кезеңде берілген жолдамалар.",
        ru="100 × направления периода, после которых приняли на работу / все направления периода.",
        en="100 × referrals of the period that ended with a hiring / referrals of the period.",
    ),
    unit=Unit.PERCENT,
    source=MOVES_SOURCE,
    caveat=OF_THE_DAY_SENT,
    numerator=(Term(Measure.REFERRALS_CLOSED, only=HIRED),),
    denominator=(Term(Measure.REFERRALS),),
    scale=100,
    digits=1,
    example=Example(
        numerator=(21,),
        denominator=(60,),
        result=35,
        words=Text(
            kk="60 жолдаманың 21-і жұмысқа алынумен аяқталды: 100 × 21 / 60 = 35.",
            ru="Из 60 направлений на работу приняли после 21: 100 × 21 / 60 = 35.",
            en="Of 60 referrals 21 led to a hiring: 100 × 21 / 60 = 35.",
        ),
    ),
)
REFERRALS_REFUSED = Indicator(
    code="referrals_refused_rate",
    name=Text(
        kk="Бас тартылған жолдамалардың үлесі",
        ru="Доля направлений, от которых отказались",
        en="Share of referrals that were refused",
    ),
    formula=Text(
        kk="100 × адам немесе жұмыс беруші бас тартқан жолдамалар / кезеңде берілген жолдамалар.",
        ru="100 × направления, от которых отказался человек или работодатель / все направления периода.",
        en="100 × referrals that the person or the employer refused / referrals of the period.",
    ),
    unit=Unit.PERCENT,
    source=MOVES_SOURCE,
    caveat=OF_THE_DAY_SENT,
    numerator=(Term(Measure.REFERRALS_CLOSED, only=("reason", ("refused_by_person", "refused_by_employer"))),),
    denominator=(Term(Measure.REFERRALS),),
    scale=100,
    digits=1,
    example=Example(
        numerator=(15,),
        denominator=(60,),
        result=25,
        words=Text(
            kk="60 жолдаманың 15-інен бас тартылды: 100 × 15 / 60 = 25.",
            ru="Из 60 направлений отказались от 15: 100 × 15 / 60 = 25.",
            en="Of 60 referrals 15 were refused: 100 × 15 / 60 = 25.",
        ),
    ),
)
REFERRALS_BY_AGENCIES = Indicator(
    code="referrals_by_agencies",
    name=Text(kk="Агенттіктер берген жолдамалар", ru="Направления, выданные агентствами", en="Referrals by agencies"),
    formula=Text(
        kk="Кезең ішінде жекеменшік агенттіктер берген жолдамалар.",
        ru="Направления, выданные за период частными агентствами.",
        en="Referrals made by private agencies in the period.",
    ),
    unit=Unit.MOVES,
    source=MOVES_SOURCE,
    caveat=Text(
        kk="Жолдама әлі жұмыс емес: оның нәтижесін бөлек көрсеткіштен қараңыз.",
        ru="Направление ещё не работа: исход смотрите в отдельном показателе.",
        en="A referral is not yet a job: its outcome is an indicator of its own.",
    ),
    numerator=(Term(Measure.REFERRALS, only=AGENCY),),
    example=Example(
        numerator=(12,),
        result=12,
        words=Text(
            kk="60 жолдаманың 12-сін агенттіктер берді: 12.",
            ru="Из 60 направлений агентства выдали 12: 12.",
            en="Of 60 referrals agencies made 12: 12.",
        ),
    ),
)
AGENCIES_CONNECTED = Indicator(
    code="agencies_connected",
    name=Text(kk="Қосылған агенттіктер", ru="Подключённые агентства", en="Agencies connected"),
    formula=Text(
        kk="Кезең соңына дейін биржаға қосылған жекеменшік агенттіктер, басынан бері.",
        ru="Частные агентства, подключённые к бирже до конца периода, с самого начала.",
        en="Private agencies connected to the exchange by the end of the period, since the beginning.",
    ),
    unit=Unit.AGENCIES,
    source=Text(kk="Агенттіктер мен лицензиялар тізілімі.", ru="Реестр агентств и их лицензий.", en="The register of agencies and their licences."),
    caveat=Text(
        kk="Өңір – агенттік тіркелген жер. Лицензиясы кейін тоқтатылғаны да саналады. Агенттік адам емес: аз болса да көрсетіледі.",
        ru="Регион – где агентство зарегистрировано. Считаются и приостановленные потом. Агентство не человек: показываем и малые числа.",
        en="The region is where the agency is registered. Those suspended later still count. An agency is no person, so small counts are shown.",
    ),
    numerator=(Term(Measure.AGENCIES_CONNECTED, 1, Timing.AT_END),),
    is_of_people=False,
    example=Example(
        numerator=(45,),
        result=45,
        words=Text(
            kk="Кезең соңына дейін 45 агенттік қосылды: 45.",
            ru="До конца периода подключились 45 агентств: 45.",
            en="45 agencies were connected by the end of the period: 45.",
        ),
    ),
)
WORK_ELSEWHERE = Indicator(
    code="work_elsewhere_rate",
    name=Text(
        kk="Басқа өңірден келіп жұмысқа орналасқандардың үлесі",
        ru="Доля трудоустроенных из других регионов",
        en="Share of placements of people from other regions",
    ),
    formula=Text(
        kk="100 × тұратын өңірі жұмыс өңірінен бөлек мәлімделген орналасулар / барлық мәлімделгендер.",
        ru="100 × заявленные трудоустройства, где регион проживания не регион работы / все заявленные.",
        en="100 × placements declared where the region of residence is not that of work / all declared.",
    ),
    unit=Unit.PERCENT,
    source=LEDGER,
    caveat=Text(
        kk="Тұратын өңір – мәлімдеу күнгі. Көшкендер мен қатынап жүретіндер ажыратылмайды.",
        ru="Регион проживания – на день заявления. Переехавших и ездящих на работу мы не различаем.",
        en="Residence as on the day of the declaration. Those who moved and those who commute are not told apart.",
    ),
    numerator=(Term(Measure.PLACEMENTS_FROM_ELSEWHERE),),
    denominator=(Term(Measure.PLACEMENTS_DECLARED),),
    scale=100,
    digits=1,
    sorts_people=True,
    example=Example(
        numerator=(12,),
        denominator=(96,),
        result=12.5,
        words=Text(
            kk="96 орналасудың 12-сі басқа өңірден: 100 × 12 / 96 = 12,5.",
            ru="Из 96 трудоустройств 12 – люди из других регионов: 100 × 12 / 96 = 12,5.",
            en="Of 96 placements 12 are of people from other regions: 100 × 12 / 96 = 12.5.",
        ),
    ),
)
APPROACH_INDICATORS = (
    DAYS_TO_ANSWER,
    APPLICATIONS_HIRED,
    REFERRALS_HIRED,
    REFERRALS_REFUSED,
    REFERRALS_BY_AGENCIES,
    AGENCIES_CONNECTED,
    WORK_ELSEWHERE,
)
