"""Indicators of vacant posts."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Example, Indicator, Term, Timing, Unit
from labour_exchange.statistics.indicators.jobseekers import on_register
from labour_exchange.statistics.states import Measure

VACANCIES_SOURCE = Text(
    kk="Биржадағы бос орындар: жұмыс берушілерден, агенттіктерден және хабарландыру сайттарынан.",
    ru="Вакансии на бирже: от работодателей, агентств и с сайтов объявлений.",
    en="Vacancies on the exchange: from employers, agencies and job sites.",
)


def open_posts(timing: Timing) -> tuple[Term, ...]:
    """Posts of vacancies that are published."""
    return (Term(Measure.POSTS_NOTIFIED, 1, timing), Term(Measure.POSTS_REOPENED, 1, timing), Term(Measure.POSTS_CLOSED, -1, timing))


VACANCIES_NOTIFIED = Indicator(
    code="vacancies_notified",
    name=Text(kk="Жарияланған бос жұмыс орындары", ru="Заявленные вакантные места", en="Vacant posts notified"),
    formula=Text(
        kk="Кезең ішінде алғаш жарияланған бос орындардағы жұмыс орындарының саны.",
        ru="Число мест в вакансиях, впервые опубликованных за период.",
        en="Posts in vacancies first published in the period.",
    ),
    unit=Unit.POSTS,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Жұмыс орны алғаш жарияланған кездегі санымен есептеледі. Танылған қайталаулар саналмайды.",
        ru="Места считаются в том числе, в каком вакансия была опубликована впервые. Известные повторы не считаются.",
        en="Posts are counted as they were when the vacancy was first published. Known duplicates are left out.",
    ),
    numerator=(Term(Measure.POSTS_NOTIFIED),),
    example=Example(
        numerator=(64,),
        result=64,
        words=Text(
            kk="20 бос орында 64 жұмыс орны жарияланды: 64.",
            ru="В 20 вакансиях опубликовано 64 места: 64.",
            en="20 vacancies with 64 posts were published: 64.",
        ),
    ),
)
VACANCIES_OUTSTANDING = Indicator(
    code="vacancies_outstanding",
    name=Text(kk="Ашық жұмыс орындары", ru="Открытые места", en="Vacant posts outstanding"),
    formula=Text(
        kk="Кезең соңындағы жағдай: жарияланған + қайта ашылған − жабылған жұмыс орындары, басынан бері.",
        ru="Состояние на конец периода: опубликованы + открыты снова − закрыты, с самого начала.",
        en="At the end of the period: posts published + opened again − closed, since the beginning.",
    ),
    unit=Unit.POSTS,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Бірнеше орны бар бос орын толық жабылғанша барлық орнымен саналады.",
        ru="Вакансия на несколько мест считается всеми местами, пока не закрыта целиком.",
        en="A vacancy with several posts counts with all of them until it is closed.",
    ),
    numerator=open_posts(Timing.AT_END),
    example=Example(
        numerator=(200, 10, 150),
        result=60,
        words=Text(
            kk="200 орын жарияланды, 10 қайта ашылды, 150 жабылды: 60.",
            ru="Опубликовано 200 мест, открыто снова 10, закрыто 150: 60.",
            en="200 posts published, 10 opened again, 150 closed: 60.",
        ),
    ),
)
VACANCIES_FILLED = Indicator(
    code="vacancies_filled",
    name=Text(kk="Толтырылған жұмыс орындары", ru="Заполненные места", en="Vacant posts filled"),
    formula=Text(
        kk="Биржадағы бос орынға кезең ішінде мәлімделген жұмысқа орналасулар, күші жойылғандарын қоспағанда.",
        ru="Трудоустройства на места из вакансий биржи, заявленные за период, без аннулированных.",
        en="Placements into posts of the exchange declared in the period, without those annulled.",
    ),
    unit=Unit.POSTS,
    source=Text(kk="Жұмысқа орналасулар тізілімі.", ru="Реестр трудоустройств с подтверждениями.", en="The ledger of placements and their evidence."),
    caveat=Text(
        kk="Биржадан тыс толтырылған орындар мұнда жоқ.",
        ru="Места, заполненные мимо биржи, сюда не входят.",
        en="Posts filled outside the exchange are not here.",
    ),
    numerator=(Term(Measure.POSTS_FILLED),),
    example=Example(
        numerator=(33,),
        result=33,
        words=Text(
            kk="34 орын толтырылды, біреуінің күші жойылды: 33.",
            ru="Заполнено 34 места, одно аннулировано: 33.",
            en="34 posts were filled, one was annulled: 33.",
        ),
    ),
)
VACANCIES_CANCELLED = Indicator(
    code="vacancies_cancelled",
    name=Text(kk="Толтырылмай жабылған жұмыс орындары", ru="Отменённые вакантные места", en="Vacant posts cancelled"),
    formula=Text(
        kk="Кезең ішінде қайтарып алынған, мерзімі біткен немесе тексеруден өтпеген бос орындардағы жұмыс орындары.",
        ru="Места в вакансиях, которые за период отозваны, истекли или отклонены при проверке.",
        en="Posts in vacancies that were withdrawn, expired or were rejected when checked in the period.",
    ),
    unit=Unit.POSTS,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Бос орын барлық орнымен саналады, бір бөлігі толтырылған болса да. Алдымен тоқтатылып, содан кейін қайтарылғандар мұнда жоқ.",
        ru="Вакансия считается всеми местами, даже если часть заполнена. Приостановленные, а потом отозванные сюда не входят.",
        en="A vacancy counts with all its posts, though some were filled. Those that were suspended first and withdrawn afterwards are not here.",
    ),
    numerator=(Term(Measure.POSTS_CLOSED, only=("reason", ("withdrawn", "expired", "rejected"))),),
    example=Example(
        numerator=(12,),
        result=12,
        words=Text(
            kk="7 орынды бір бос орын қайтарып алынды, 5 орындының мерзімі бітті: 12.",
            ru="Отозвана вакансия на 7 мест, истекла вакансия на 5: 12.",
            en="A vacancy of 7 posts was withdrawn, one of 5 expired: 12.",
        ),
    ),
)
FILL_RATE = Indicator(
    code="fill_rate",
    name=Text(kk="Орындардың толу үлесі", ru="Доля заполненных мест", en="Fill rate"),
    formula=Text(
        kk="100 × толтырылған орындар / (кезең басындағы ашық орындар + кезең ішінде жарияланған орындар).",
        ru="100 × заполненные места / (открытые места на начало + заявленные за период).",
        en="100 × posts filled / (posts outstanding at the start + posts notified in the period).",
    ),
    unit=Unit.PERCENT,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Ұзақ кезеңде үлес жоғары болады: бірдей ұзақтықтағы кезеңдерді ғана салыстырыңыз.",
        ru="За долгий период доля выше: сравнивайте только периоды равной длины.",
        en="A longer period gives a higher rate: compare periods of equal length only.",
    ),
    numerator=(Term(Measure.POSTS_FILLED),),
    denominator=(*open_posts(Timing.AT_START), Term(Measure.POSTS_NOTIFIED)),
    scale=100,
    digits=1,
    example=Example(
        numerator=(30,),
        denominator=(180, 10, 130, 60),
        result=25.0,
        words=Text(
            kk="Басында 180 + 10 − 130 = 60 орын ашық, 60 жарияланды, 30 толды: 100 × 30 / 120 = 25.",
            ru="В начале открыто 180 + 10 − 130 = 60 мест, заявлено 60, заполнено 30: 100 × 30 / 120 = 25.",
            en="180 + 10 − 130 = 60 posts open at the start, 60 notified, 30 filled: 100 × 30 / 120 = 25.",
        ),
    ),
)
TIGHTNESS = Indicator(
    code="tightness",
    literature=("Pissarides, Equilibrium Unemployment Theory, 2nd ed., MIT Press 2000, ch. 1",),
    name=Text(
        kk="Еңбек нарығының тығыздығы", ru="Напряжённость рынка: мест на одного соискателя", en="Labour market tightness: posts for one jobseeker"
    ),
    formula=Text(
        kk="Кезең соңындағы ашық орындар / тіркеуде тұрған жұмыс іздеушілер (V/U).",
        ru="Открытые места / соискатели на учёте, на конец периода (V/U).",
        en="Posts outstanding / registered jobseekers, at the end of the period (V/U).",
    ),
    unit=Unit.RATIO,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Тек биржаға түскен орындар мен тіркелген адамдар саналады.",
        ru="Считаются только места на бирже и люди на учёте.",
        en="Only posts on the exchange and people on the register are counted.",
    ),
    numerator=open_posts(Timing.AT_END),
    denominator=on_register(Timing.AT_END),
    digits=2,
    example=Example(
        numerator=(200, 10, 150),
        denominator=(120, 5, 0, 10, 15),
        result=0.6,
        words=Text(
            kk="60 ашық орын, 100 жұмыс іздеуші: 60 / 100 = 0,6.",
            ru="60 открытых мест, 100 соискателей: 60 / 100 = 0,6.",
            en="60 posts outstanding, 100 jobseekers: 60 / 100 = 0.6.",
        ),
    ),
)
VACANCY_INDICATORS = (VACANCIES_NOTIFIED, VACANCIES_OUTSTANDING, VACANCIES_FILLED, VACANCIES_CANCELLED, FILL_RATE, TIGHTNESS)
