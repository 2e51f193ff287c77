"""Indicators of people on the register, and of the moves that connect them with work."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Example, Indicator, Term, Timing, Unit
from labour_exchange.statistics.states import Measure

REGISTERS = Text(
    kk="Бөлімшелердегі тіркеулер мен олардың тарихы.",
    ru="Регистрации в отделениях и история их изменений.",
    en="Registrations at the offices and the log of their changes.",
)
MOVES_SOURCE = Text(
    kk="Биржадағы өтінімдер мен жолдамалар.", ru="Отклики и направления на бирже.", en="Applications and referrals made on the exchange."
)
FOUND_WORK = ("reason", ("placed", "found_work"))


def on_register(timing: Timing) -> tuple[Term, ...]:
    """People on the register: who came, those from other regions too, less who lapsed or left."""
    return (
        Term(Measure.REGISTRATIONS_OPENED, 1, timing),
        Term(Measure.REGISTRATIONS_RETURNED, 1, timing),
        Term(Measure.REGISTRATIONS_MOVED, 1, timing),
        Term(Measure.REGISTRATIONS_LAPSED, -1, timing),
        Term(Measure.REGISTRATIONS_ENDED, -1, timing),
    )


REGISTERED_JOBSEEKERS = Indicator(
    code="registered_jobseekers",
    name=Text(kk="Тіркеуде тұрған жұмыс іздеушілер", ru="Соискатели на учёте", en="Registered jobseekers"),
    formula=Text(
        kk="Кезең соңындағы жағдай: тіркелгендер + қайта оралғандар + басқа өңірлерден келгендер мен сонда кеткендердің айырмасы "
        "− мерзімі өткендер − есептен шыққандар, басынан бері.",
        ru="Состояние на конец периода: поставлены на учёт + вернулись + переведены из других регионов за вычетом ушедших туда "
        "− просрочили − сняты с учёта, с самого начала.",
        en="At the end of the period: registered + returned + taken over from other regions less given to them − lapsed − left, since the beginning.",
    ),
    unit=Unit.PEOPLE,
    source=REGISTERS,
    caveat=Text(
        kk="Бұл – тіркелгендер. Тіркелмеген жұмыссыздар мұнда жоқ, сондықтан бұл жұмыссыздық деңгейі емес.",
        ru="Это только состоящие на учёте. Безработных, которые не обратились, здесь нет, поэтому это не уровень безработицы.",
        en="Only people on the register. Unemployed people who did not register are not here, so this is not an unemployment rate.",
    ),
    numerator=on_register(Timing.AT_END),
    example=Example(
        numerator=(120, 5, 3, 10, 18),
        result=100,
        words=Text(
            kk="120 адам тіркелді, 5 оралды, өңірлер арасындағы айырма 3, 10 мерзімін өткізді, 18 есептен шықты: 120 + 5 + 3 − 10 − 18 = 100.",
            ru="Встали на учёт 120, вернулись 5, прибавилось от переводов 3, просрочили 10, сняты 18: 120 + 5 + 3 − 10 − 18 = 100.",
            en="120 registered, 5 returned, 3 more came from other regions than went there, 10 lapsed, 18 left: 120 + 5 + 3 − 10 − 18 = 100.",
        ),
    ),
    version=2,
)
REGISTRATIONS_INFLOW = Indicator(
    code="registrations_inflow",
    name=Text(kk="Есепке тұрғандар", ru="Встали на учёт", en="Came onto the register"),
    formula=Text(
        kk="Кезең ішінде тіркелгендер + мерзімі өткеннен кейін оралғандар.",
        ru="За период: поставлены на учёт + вернулись после просрочки.",
        en="In the period: registered + returned after a lapse.",
    ),
    unit=Unit.PEOPLE,
    source=REGISTERS,
    caveat=Text(
        kk="Бір адам жыл ішінде бірнеше рет есепке тұруы мүмкін: бұл – тіркеулер саны.",
        ru="Один человек может встать на учёт несколько раз за год: считаются постановки, а не люди.",
        en="One person can register more than once a year: registrations are counted, not people.",
    ),
    numerator=(Term(Measure.REGISTRATIONS_OPENED), Term(Measure.REGISTRATIONS_RETURNED)),
    example=Example(
        numerator=(40, 2),
        result=42,
        words=Text(kk="40 тіркелді, 2 оралды: 42.", ru="Встали на учёт 40, вернулись 2: 42.", en="40 registered, 2 returned: 42."),
    ),
)
REGISTRATIONS_OUTFLOW = Indicator(
    code="registrations_outflow",
    name=Text(kk="Есептен шыққандар", ru="Снялись с учёта", en="Left the register"),
    formula=Text(
        kk="Кезең ішінде есептен шыққандар + тіркеу мерзімі өткендер, себебі кез келген.",
        ru="За период: сняты с учёта по любой причине + просрочили.",
        en="In the period: left for any reason + lapsed.",
    ),
    unit=Unit.PEOPLE,
    source=REGISTERS,
    caveat=Text(
        kk="Есептен шығу жұмыс табу дегенді білдірмейді.",
        ru="Снятие с учёта не значит, что человек нашёл работу.",
        en="Leaving the register does not mean that work was found.",
    ),
    numerator=(Term(Measure.REGISTRATIONS_ENDED), Term(Measure.REGISTRATIONS_LAPSED)),
    example=Example(
        numerator=(30, 4),
        result=34,
        words=Text(kk="30 шықты, 4 мерзімін өткізді: 34.", ru="Сняты 30, просрочили 4: 34.", en="30 left, 4 lapsed: 34."),
    ),
)
TRANSITION_RATE = Indicator(
    code="transition_rate",
    literature=("Shimer, Reassessing the ins and outs of unemployment, Review of Economic Dynamics 15 (2012)",),
    name=Text(kk="Жұмысқа өту үлесі", ru="Доля перехода к работе", en="Transition rate to employment"),
    formula=Text(
        kk="100 × жұмысқа орналасып есептен шыққандар / кезеңнің ай соңдарындағы орташа тіркелгендер саны.",
        ru="100 × сняты с учёта в связи с работой / среднее число состоящих на учёте на конец месяцев периода.",
        en="100 × left the register for work / mean month-end number on the register.",
    ),
    unit=Unit.PERCENT,
    source=REGISTERS,
    caveat=Text(
        kk="Жұмыс тапқанын айтпай есептен шыққандар саналмайды, сондықтан үлес төмендеп көрінуі мүмкін.",
        ru="Кто нашёл работу и не сказал об этом, не посчитан: доля может быть занижена.",
        en="People who found work and did not say so are not counted: the rate can be too low.",
    ),
    numerator=(Term(Measure.REGISTRATIONS_ENDED, only=FOUND_WORK),),
    denominator=on_register(Timing.MEAN),
    scale=100,
    digits=1,
    example=Example(
        numerator=(12,),
        denominator=(250, 10, 0, 8, 12),
        result=5.0,
        words=Text(
            kk="12 адам жұмысқа шықты, орташа есеппен 240 адам тіркеуде тұрды: 100 × 12 / 240 = 5.",
            ru="К работе перешли 12, на учёте в среднем 240: 100 × 12 / 240 = 5.",
            en="12 left for work, 240 were on the register on average: 100 × 12 / 240 = 5.",
        ),
    ),
)
APPLICATIONS = Indicator(
    code="applications",
    name=Text(kk="Өтінімдер", ru="Отклики", en="Applications"),
    formula=Text(kk="Кезең ішінде жіберілген өтінімдер саны.", ru="Число откликов, отправленных за период.", en="Applications sent in the period."),
    unit=Unit.MOVES,
    source=MOVES_SOURCE,
    caveat=Text(kk="Өңір – өтінім берушінің тұратын жері.", ru="Регион – где живёт соискатель.", en="The region is where the jobseeker lives."),
    numerator=(Term(Measure.APPLICATIONS),),
    example=Example(
        numerator=(75,),
        result=75,
        words=Text(kk="75 өтінім жіберілді: 75.", ru="Отправлено 75 откликов: 75.", en="75 applications were sent: 75."),
    ),
)
REFERRALS = Indicator(
    code="referrals",
    name=Text(kk="Жолдамалар", ru="Направления", en="Referrals"),
    formula=Text(
        kk="Кезең ішінде бөлімшелер мен агенттіктер берген жолдамалар.",
        ru="Направления, выданные за период отделениями и агентствами.",
        en="Referrals issued in the period by offices and agencies.",
    ),
    unit=Unit.MOVES,
    source=MOVES_SOURCE,
    caveat=Text(
        kk="Жолдама – жұмыс емес. Өңір – адамның тұратын жері.",
        ru="Направление – ещё не работа. Регион – где живёт человек.",
        en="A referral is not a job. The region is where the person lives.",
    ),
    numerator=(Term(Measure.REFERRALS),),
    example=Example(
        numerator=(18,), result=18, words=Text(kk="18 жолдама берілді: 18.", ru="Выдано 18 направлений: 18.", en="18 referrals were issued: 18.")
    ),
)
ANSWER_RATE = Indicator(
    code="answer_rate",
    name=Text(kk="Жауап алған өтінімдер", ru="Отклики с ответом", en="Applications answered"),
    formula=Text(
        kk="100 × жауап берілгендер / (жауап берілгендер + 30 күннен кейін жауапсыз жабылғандар).",
        ru="100 × получили ответ / (получили ответ + закрыты без ответа через 30 дней).",
        en="100 × answered / (answered + closed unanswered after 30 days).",
    ),
    unit=Unit.PERCENT,
    source=MOVES_SOURCE,
    caveat=Text(
        kk="Әлі күтіп тұрған өтінімдер саналмайды.", ru="Отклики, которые ещё ждут, не считаются.", en="Applications that still wait are not counted."
    ),
    numerator=(Term(Measure.APPLICATIONS_ANSWERED),),
    denominator=(Term(Measure.APPLICATIONS_ANSWERED), Term(Measure.APPLICATIONS_UNANSWERED)),
    scale=100,
    example=Example(
        numerator=(60,),
        denominator=(60, 20),
        result=75,
        words=Text(
            kk="60 өтінімге жауап берілді, 20 жауапсыз жабылды: 100 × 60 / 80 = 75.",
            ru="Ответ получили 60, закрыты без ответа 20: 100 × 60 / 80 = 75.",
            en="60 were answered, 20 closed unanswered: 100 × 60 / 80 = 75.",
        ),
    ),
)
JOBSEEKER_INDICATORS = (
    REGISTERED_JOBSEEKERS,
    REGISTRATIONS_INFLOW,
    REGISTRATIONS_OUTFLOW,
    TRANSITION_RATE,
    APPLICATIONS,
    ANSWER_RATE,
    REFERRALS,
)
