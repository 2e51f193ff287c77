"""Indicators of what became of placements, applications and vacancies: retention, endings, annulments, silence, what agencies brought."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Example, Indicator, Term, Unit
from labour_exchange.statistics.indicators.jobseekers import FOUND_WORK
from labour_exchange.statistics.indicators.placements import LEDGER
from labour_exchange.statistics.states import Measure

AGENCY = ("channel", ("agency",))
ON_ITS_DAY = Text(
    kk="Болған күні бойынша саналады, ал орналасудың өзі бұрынырақ мәлімделген болуы мүмкін.",
    ru="Считается в день события; само трудоустройство могло быть заявлено раньше.",
    en="Counted on the day when it happened; the placement itself may have been declared earlier.",
)


def _retention(months: int, measure: Measure) -> Indicator:
    return Indicator(
        code=f"retention_{months}",
        literature=(
            "Card, Kluve, Weber, What works? A meta analysis of recent active labor market program evaluations, "
            "Journal of the European Economic Association 16 (2018)",
        ),
        name=Text(
            kk=f"Жұмыста қалғандардың үлесі, {months} ай",
            ru=f"Доля удержавшихся на работе, месяцев: {months}",
            en=f"Retention after {months} months",
        ),
        formula=Text(
            kk=f"100 × {months}-ай үшін жарнасы түскендер / кезеңде мәлімделгендер.",
            ru=f"100 × поступил взнос за {months}-й месяц / заявленные за период.",
            en=f"100 × contribution seen for month {months} / declared in the period.",
        ),
        unit=Unit.PERCENT,
        source=LEDGER,
        caveat=Text(
            kk="Тек бақылауға болатын айлар үшін. Тұрақтылық өлшемі ретінде: ХЕҰ мен Еурокомиссияның белсенді шараларды бағалау нұсқаулары.",
            ru="Только для месяцев, которые уже можно наблюдать. Как мера удержания – руководства МОТ и Еврокомиссии по оценке активных мер.",
            en="Only for months that can be observed already. As a measure: ILO and European Commission guides to evaluating active measures.",
        ),
        numerator=(Term(measure),),
        denominator=(Term(Measure.PLACEMENTS_DECLARED),),
        scale=100,
        matures_after=months,
        example=Example(
            numerator=(66,),
            denominator=(120,),
            result=55,
            words=Text(
                kk="120 мәлімделді, 66-сының жарнасы түсті: 100 × 66 / 120 = 55.",
                ru="Заявлено 120, взнос поступил за 66: 100 × 66 / 120 = 55.",
                en="120 declared, a contribution seen for 66: 100 × 66 / 120 = 55.",
            ),
        ),
    )


PLACEMENTS_ENDED = Indicator(
    code="placements_ended",
    name=Text(kk="Аяқталған жұмыстар", ru="Завершившиеся трудоустройства", en="Placements that ended"),
    formula=Text(
        kk="Кезең ішінде жұмысы аяқталған орналасулар.",
        ru="Трудоустройства, работа по которым закончилась в периоде.",
        en="Placements whose job ended in the period.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=ON_ITS_DAY,
    numerator=(Term(Measure.PLACEMENTS_ENDED),),
    example=Example(
        numerator=(14,),
        result=14,
        words=Text(kk="Кезеңде 14 жұмыс аяқталды: 14.", ru="За период закончилось 14 работ: 14.", en="14 jobs ended in the period: 14."),
    ),
)
PLACEMENTS_DISPUTED = Indicator(
    code="placements_disputed",
    name=Text(kk="Даулы жұмысқа орналасулар", ru="Оспоренные трудоустройства", en="Placements disputed"),
    formula=Text(
        kk="Кезеңде екінші тарап болған жоқ деген орналасулар.",
        ru="Трудоустройства, которые в периоде оспорила другая сторона.",
        en="Placements that the other side disputed in the period.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=Text(
        kk="Дау – үкім емес: шешімге дейін екі тарап та жауап бере алады.",
        ru="Спор – не приговор: до решения обе стороны могут ответить.",
        en="A dispute is no verdict: both sides may answer before anything is decided.",
    ),
    numerator=(Term(Measure.PLACEMENTS_DISPUTED),),
    example=Example(
        numerator=(6,), result=6, words=Text(kk="6 орналасу даулы болды: 6.", ru="Оспорено 6 трудоустройств: 6.", en="6 placements were disputed: 6.")
    ),
)
PLACEMENTS_ANNULLED = Indicator(
    code="placements_annulled",
    name=Text(kk="Күші жойылған жұмысқа орналасулар", ru="Аннулированные трудоустройства", en="Placements annulled"),
    formula=Text(
        kk="Кезеңде екі адамның шешімімен күші жойылған орналасулар.",
        ru="Трудоустройства, аннулированные в периоде решением двух человек.",
        en="Placements annulled in the period by the decision of two people.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=Text(
        kk="Жойылған орналасу мәлімделген айының барлық санынан шегеріледі.",
        ru="Аннулированное вычитается из всех чисел месяца, в котором было заявлено.",
        en="What is annulled is taken out of every figure of the month in which it was declared.",
    ),
    numerator=(Term(Measure.PLACEMENTS_ANNULLED),),
    example=Example(
        numerator=(5,), result=5, words=Text(kk="5 орналасудың күші жойылды: 5.", ru="Аннулировано 5: 5.", en="5 placements were annulled: 5.")
    ),
)
PLACEMENTS_BY_AGENCIES = Indicator(
    code="placements_by_agencies",
    name=Text(kk="Агенттіктер арқылы орналасулар", ru="Трудоустройства через агентства", en="Placements through agencies"),
    formula=Text(
        kk="Расталғандардың ішінде арнасы – жеке жұмыспен қамту агенттігі.",
        ru="Подтверждённые, канал которых – частное агентство занятости.",
        en="Those confirmed whose channel is a private employment agency.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=Text(
        kk="Арна мәлімдеу кезінде жазылады; бір орналасудың бір ғана арнасы бар.",
        ru="Канал записан при заявлении; у трудоустройства он один.",
        en="The channel is written at the declaration; a placement has one only.",
    ),
    numerator=(Term(Measure.PLACEMENTS_CONFIRMED, only=AGENCY),),
    example=Example(
        numerator=(21,),
        result=21,
        words=Text(
            kk="87 расталғанның 21-і агенттік арқылы: 21.",
            ru="Из 87 подтверждённых через агентства 21: 21.",
            en="Of 87 confirmed, 21 came through agencies: 21.",
        ),
    ),
)
OUTFLOW_TO_WORK = Indicator(
    code="outflow_to_work",
    name=Text(kk="Жұмысқа шыққандар", ru="Снялись с учёта, найдя работу", en="Left the register for work"),
    formula=Text(
        kk="Кезеңде жұмыс тапқаны үшін тіркеуден шыққандар.",
        ru="Снятые с учёта за период по причине «нашли работу».",
        en="Those whose registration ended in the period because they found work.",
    ),
    unit=Unit.PEOPLE,
    source=Text(
        kk="Тіркелулер тізілімі: аяқталу себебі.",
        ru="Реестр регистраций: причина снятия с учёта.",
        en="The register of registrations: the reason of the end.",
    ),
    caveat=Text(
        kk="Жұмысты өзі тапқандар да кіреді; сондықтан бұл биржа нәтижесі емес, ағын. Еңбек нарығының ағындары туралы: Бланшар мен Даймонд (1990).",
        ru="Входят и те, кто нашёл работу сам: это поток, а не заслуга биржи. Потоки рынка труда: Бланшар и Даймонд (1990).",
        en="Those who found work by themselves are among them: it is a flow, not the exchange at work. On flows: Blanchard and Diamond (1990).",
    ),
    numerator=(Term(Measure.REGISTRATIONS_ENDED, only=FOUND_WORK),),
    example=Example(
        numerator=(12,),
        result=12,
        words=Text(kk="30 адамның 12-сі жұмысқа шықты: 12.", ru="Из 30 снятых 12 нашли работу: 12.", en="Of 30 who left, 12 found work: 12."),
    ),
)
UNANSWERED_RATE = Indicator(
    code="unanswered_rate",
    name=Text(kk="Жауапсыз қалған өтінімдер үлесі", ru="Доля откликов без ответа", en="Share of applications left unanswered"),
    formula=Text(
        kk="100 × 30 күн жауапсыз жабылғандар / кезеңде жіберілген өтінімдер.",
        ru="100 × закрытые без ответа через 30 дней / отклики, отправленные за период.",
        en="100 × closed unanswered after 30 days / applications sent in the period.",
    ),
    unit=Unit.PERCENT,
    source=Text(kk="Өтінімдер мен олардың күйлері.", ru="Отклики и их состояния.", en="Applications and their states."),
    caveat=Text(
        kk="Жабылғаны өткен айда жіберілген болуы мүмкін, сондықтан үлес дәл емес.",
        ru="Закрытые могли быть отправлены месяцем раньше, поэтому доля приблизительна.",
        en="Those closed may have been sent the month before, so the share is approximate.",
    ),
    numerator=(Term(Measure.APPLICATIONS_UNANSWERED),),
    denominator=(Term(Measure.APPLICATIONS),),
    scale=100,
    example=Example(
        numerator=(15,),
        denominator=(75,),
        result=20,
        words=Text(
            kk="75 өтінім, 15-і жауапсыз жабылды: 100 × 15 / 75 = 20.",
            ru="Откликов 75, без ответа закрыто 15: 100 × 15 / 75 = 20.",
            en="75 applications, 15 closed unanswered: 100 × 15 / 75 = 20.",
        ),
    ),
)
RETENTION_3 = _retention(3, Measure.PLACEMENTS_MONTH_3)
RETENTION_6 = _retention(6, Measure.PLACEMENTS_MONTH_6)
RETENTION_12 = _retention(12, Measure.PLACEMENTS_MONTH_12)
OUTCOME_INDICATORS = (
    *(RETENTION_3, RETENTION_6, RETENTION_12, PLACEMENTS_ENDED, PLACEMENTS_DISPUTED, PLACEMENTS_ANNULLED),
    *(PLACEMENTS_BY_AGENCIES, OUTFLOW_TO_WORK, UNANSWERED_RATE),
)
