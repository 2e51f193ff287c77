"""Indicators of placements: declared beside confirmed and sustained, all about the people whose placement was declared in the period."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Example, Indicator, Term, Unit
from labour_exchange.statistics.states import Measure

LEDGER = Text(
    kk="Жұмысқа орналасулар тізілімі: мәлімдеу, екінші тараптың растауы, шарттар мен жарналар тізілімдері.",
    ru="Реестр трудоустройств: заявление, подтверждение другой стороны, реестры договоров и взносов.",
    en="The ledger of placements: declaration, the other side's word, the registers of contracts and contributions.",
)
LATER = Text(
    kk="Дәлел кейін де келеді: соңғы айлардың саны өсуі мүмкін.",
    ru="Подтверждения приходят и позже: числа последних месяцев ещё вырастут.",
    en="Evidence arrives later too: the figures of the latest months will still grow.",
)

PLACEMENTS_DECLARED = Indicator(
    code="placements_declared",
    name=Text(kk="Мәлімделген жұмысқа орналасулар", ru="Заявленные трудоустройства", en="Placements declared"),
    formula=Text(
        kk="Кезең ішінде мәлімделген жұмысқа орналасулар, күші жойылғандарын қоспағанда.",
        ru="Трудоустройства, заявленные за период, без аннулированных.",
        en="Placements declared in the period, without those annulled.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=Text(
        kk="Мәлімдеу оңай, сондықтан бұл санды расталғандарымен бірге ғана оқыңыз. Өңір – жұмыс орны.",
        ru="Заявить легко: читайте это число только рядом с подтверждёнными. Регион – место работы.",
        en="To declare is easy: read this figure only beside those confirmed. The region is the place of work.",
    ),
    numerator=(Term(Measure.PLACEMENTS_DECLARED),),
    example=Example(
        numerator=(99,),
        result=99,
        words=Text(
            kk="100 рет мәлімделді, біреуінің күші жойылды: 99.",
            ru="Заявлено 100, одно аннулировано: 99.",
            en="100 were declared, one was annulled: 99.",
        ),
    ),
)
PLACEMENTS_CONFIRMED = Indicator(
    code="placements_confirmed",
    name=Text(kk="Расталған жұмысқа орналасулар", ru="Подтверждённые трудоустройства", en="Placements confirmed"),
    formula=Text(
        kk="Кезеңде мәлімделгендердің екінші тарап растағаны немесе шарты тізілімде табылғаны.",
        ru="Из заявленных за период: подтвердила другая сторона или договор найден в реестре.",
        en="Of those declared in the period: the other side confirmed, or the contract was found in the register.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=LATER,
    numerator=(Term(Measure.PLACEMENTS_CONFIRMED),),
    example=Example(
        numerator=(87,),
        result=87,
        words=Text(
            kk="99 мәлімделгеннің 87-сі расталды: 87.", ru="Из 99 заявленных подтверждены 87: 87.", en="Of 99 declared, 87 were confirmed: 87."
        ),
    ),
)
CONFIRMED_SHARE = Indicator(
    code="confirmed_share",
    name=Text(kk="Расталғандардың үлесі", ru="Доля подтверждённых", en="Share confirmed"),
    formula=Text(kk="100 × расталған / мәлімделген.", ru="100 × подтверждённые / заявленные.", en="100 × confirmed / declared."),
    unit=Unit.PERCENT,
    source=LEDGER,
    caveat=LATER,
    numerator=(Term(Measure.PLACEMENTS_CONFIRMED),),
    denominator=(Term(Measure.PLACEMENTS_DECLARED),),
    scale=100,
    example=Example(
        numerator=(66,),
        denominator=(88,),
        result=75,
        words=Text(
            kk="88 мәлімделді, 66 расталды: 100 × 66 / 88 = 75.",
            ru="Заявлено 88, подтверждено 66: 100 × 66 / 88 = 75.",
            en="88 declared, 66 confirmed: 100 × 66 / 88 = 75.",
        ),
    ),
)
PLACEMENTS_PERMANENT = Indicator(
    code="placements_permanent",
    name=Text(kk="Тұрақты жұмысқа орналасулар", ru="Трудоустройства на постоянную работу", en="Permanent placements"),
    formula=Text(
        kk="Расталғандардың ішінде мерзімі шектелмеген жұмысқа алынғандары.",
        ru="Подтверждённые, где работа принята на неопределённый срок.",
        en="Those confirmed where the job is of unlimited duration.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=Text(
        kk="Тұрақты деп шарттың түрі айтылады. Адамның жұмыста қалғанын 3, 6 және 12 айлық көрсеткіштер айтады.",
        ru="Постоянная – вид договора. Остался ли человек на работе, говорят показатели 3, 6 и 12 месяцев.",
        en="Permanent is a kind of contract. Whether the person stayed is told by the figures for 3, 6 and 12 months.",
    ),
    numerator=(Term(Measure.PLACEMENTS_CONFIRMED, only=("employment_kind", ("permanent",))),),
    example=Example(
        numerator=(52,),
        result=52,
        words=Text(
            kk="87 расталғанның 52-сі тұрақты: 52.", ru="Из 87 подтверждённых постоянных 52: 52.", en="Of 87 confirmed, 52 are permanent: 52."
        ),
    ),
)


def _sustained(months: int, measure: Measure) -> Indicator:
    return Indicator(
        code=f"placements_sustained_{months}",
        name=Text(kk=f"{months} айдан кейін жұмыс істейтіндер", ru=f"Работают, месяцев: {months}", en=f"Still at work after {months} months"),
        formula=Text(
            kk=f"Кезеңде мәлімделгендердің жұмыстың {months}-айы үшін зейнетақы жарнасы түскендері.",
            ru=f"Из заявленных за период: поступил пенсионный взнос за {months}-й месяц работы.",
            en=f"Of those declared in the period: a pension contribution was seen for month {months} of work.",
        ),
        unit=Unit.PLACEMENTS,
        source=LEDGER,
        caveat=Text(
            kk="Жарна келесі айдың 25-іне дейін төленеді. Сол күн өткенше «әлі ерте» деп жазамыз, нөл емес.",
            ru="Взносы платят до 25-го числа следующего месяца. Пока этот день не прошёл, мы пишем «ещё рано», а не ноль.",
            en="Contributions are paid by the 25th of the next month. Until that day has passed we say “too early”, not zero.",
        ),
        numerator=(Term(measure),),
        matures_after=months,
        example=Example(
            numerator=(61,),
            result=61,
            words=Text(
                kk="99 мәлімделгеннің 61-інің жарнасы түсті: 61.",
                ru="Из 99 заявленных взнос поступил за 61: 61.",
                en="Of 99 declared, a contribution was seen for 61: 61.",
            ),
        ),
    )


PLACEMENTS_SUSTAINED_3 = _sustained(3, Measure.PLACEMENTS_MONTH_3)
PLACEMENTS_SUSTAINED_6 = _sustained(6, Measure.PLACEMENTS_MONTH_6)
PLACEMENTS_SUSTAINED_12 = _sustained(12, Measure.PLACEMENTS_MONTH_12)
PLACEMENT_INDICATORS = (
    PLACEMENTS_DECLARED,
    PLACEMENTS_CONFIRMED,
    CONFIRMED_SHARE,
    PLACEMENTS_PERMANENT,
    PLACEMENTS_SUSTAINED_3,
    PLACEMENTS_SUSTAINED_6,
    PLACEMENTS_SUSTAINED_12,
)
