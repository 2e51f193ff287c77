"""Indicators of people in measures of the state programme: approved, begun, completed, dropped out, and how many take part. For staff."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Example, Indicator, Term, Timing, Unit
from labour_exchange.statistics.states import Measure

ENROLMENTS = Text(
    kk="Мемлекеттік бағдарлама шараларына қатысулар және олардың өзгеру журналы.",
    ru="Участия в мерах госпрограммы и журнал их изменений.",
    en="Enrolments in measures of the state programme and the log of their changes.",
)
METHODOLOGY = "Eurostat (2018). Labour market policy statistics: Methodology 2018. Luxembourg: Publications Office of the European Union."
COMPLETED, DROPPED_OUT = Term(Measure.ENROLMENTS_COMPLETED), Term(Measure.ENROLMENTS_DROPPED_OUT)
ENDED = (COMPLETED, DROPPED_OUT)

APPROVED = Indicator(
    code="programme_approved",
    name=Text(kk="Шараларға қатысуға бекітілгендер", ru="Утверждены к участию в мерах", en="Approved for measures"),
    formula=Text(
        kk="Кезең ішінде бекітілген қатысулар; басталмай қайтарып алынғандары шегеріледі.",
        ru="Участия, утверждённые за период, без отозванных до начала.",
        en="Enrolments approved in the period, less those withdrawn before they began.",
    ),
    unit=Unit.PARTICIPATIONS,
    source=ENROLMENTS,
    caveat=Text(
        kk="Бекітілген күні жазылмаған қатысу басталған күнімен саналады. Кейін қайтарып алынғаны бекітілген айынан шегеріледі.",
        ru="Участие без записанного дня утверждения считаем днём начала. Отозванное позже вычитаем из месяца утверждения.",
        en="Without a day of approval the day it began counts. One withdrawn later is taken from the month in which it was approved.",
    ),
    numerator=(Term(Measure.ENROLMENTS_APPROVED),),
    is_for_staff=True,
    example=Example(
        numerator=(46,),
        result=46,
        words=Text(
            kk="50 қатысу бекітілді, 4-еуі басталмай қайтарып алынды: 50 − 4 = 46.",
            ru="Утвердили 50 участий, 4 отозвали до начала: 50 − 4 = 46.",
            en="50 enrolments were approved, 4 of them withdrawn before they began: 50 − 4 = 46.",
        ),
    ),
)
ENTRANTS = Indicator(
    code="programme_entrants",
    name=Text(kk="Шараларға қатыса бастағандар", ru="Начали участвовать в мерах", en="Began a measure"),
    formula=Text(
        kk="Кезең ішінде басталған қатысулар.",
        ru="Участия, которые начались за период.",
        en="Enrolments that began in the period.",
    ),
    unit=Unit.PARTICIPATIONS,
    source=ENROLMENTS,
    caveat=Text(
        kk="Бір адам екі шараға қатысса, екі рет саналады. Өңір – қатысуды жүргізетін бөлімшенікі: адам көшсе де, басталған шара сонда қалады.",
        ru="Кто участвует в двух мерах, считается дважды. Регион – отделения, которое ведёт участие: начатая мера остаётся там и после переезда.",
        en="Somebody in two measures counts twice. The region is that of the office in charge: what has begun stays there when the person moves.",
    ),
    numerator=(Term(Measure.ENROLMENTS_STARTED),),
    is_for_staff=True,
    literature=(METHODOLOGY,),
    example=Example(
        numerator=(40,),
        result=40,
        words=Text(
            kk="Қазанда 40 адам шараға қатыса бастады: 40.",
            ru="В октябре участвовать начали 40 человек: 40.",
            en="In October 40 people began a measure: 40.",
        ),
    ),
)
COMPLETERS = Indicator(
    code="programme_completers",
    name=Text(kk="Шараларды аяқтағандар", ru="Завершили участие в мерах", en="Completed a measure"),
    formula=Text(
        kk="Кезең ішінде аяқталған қатысулар.",
        ru="Участия, завершённые за период.",
        en="Enrolments completed in the period.",
    ),
    unit=Unit.PARTICIPATIONS,
    source=ENROLMENTS,
    caveat=Text(
        kk="Аяқтау – әлі жұмыс емес: жұмысқа орналасуды шара бойынша бөлек көрсеткіштен қараңыз.",
        ru="Завершить ещё не значит найти работу: трудоустройства по мерам смотрите отдельно.",
        en="To complete a measure is not yet to work: see placements by measure.",
    ),
    numerator=(COMPLETED,),
    is_for_staff=True,
    literature=(METHODOLOGY,),
    example=Example(
        numerator=(24,),
        result=24,
        words=Text(
            kk="Қазанда 24 қатысу аяқталды: 24.",
            ru="В октябре завершили 24 участия: 24.",
            en="In October 24 enrolments were completed: 24.",
        ),
    ),
)
DROPOUTS = Indicator(
    code="programme_dropouts",
    name=Text(
        kk="Шараларды мерзімінен бұрын тоқтатқандар",
        ru="Прекратили участие в мерах досрочно",
        en="Dropped out of a measure",
    ),
    formula=Text(
        kk="Кезең ішінде мерзімінен бұрын тоқтатылған қатысулар, себебімен.",
        ru="Участия, прекращённые за период досрочно, с причиной.",
        en="Enrolments that ended early in the period, with the reason.",
    ),
    unit=Unit.PARTICIPATIONS,
    source=ENROLMENTS,
    caveat=Text(
        kk="Жұмыс тауып кеткендер де осында: себебі бойынша бөліп қараңыз.",
        ru="Здесь и те, кто нашёл работу: смотрите разбивку по причинам.",
        en="Those who left because they found work are here too: look at it by reason.",
    ),
    numerator=(DROPPED_OUT,),
    is_for_staff=True,
    literature=(METHODOLOGY,),
    example=Example(
        numerator=(6,),
        result=6,
        words=Text(
            kk="Қазанда 6 қатысу мерзімінен бұрын тоқтатылды: 6.",
            ru="В октябре досрочно прекратили 6 участий: 6.",
            en="In October 6 enrolments ended early: 6.",
        ),
    ),
)
COMPLETION_RATE = Indicator(
    code="programme_completion_rate",
    name=Text(kk="Шараны аяқтағандардың үлесі", ru="Доля завершивших меру", en="Completion rate of measures"),
    formula=Text(
        kk="100 × кезең ішінде аяқталған қатысулар / кезең ішінде аяқталған не мерзімінен бұрын тоқтатылғандар.",
        ru="100 × участия, завершённые за период / завершённые и прекращённые досрочно за период.",
        en="100 × enrolments completed in the period / those completed and those that ended early in it.",
    ),
    unit=Unit.PERCENT,
    source=ENROLMENTS,
    caveat=Text(
        kk="Әлі жүріп жатқандары саналмайды. Бір айда аяқтағандар мен тоқтатқандар әр түрлі айда бастаған болуы мүмкін.",
        ru="Тех, кто ещё участвует, здесь нет. Завершившие и прекратившие в одном месяце могли начать в разное время.",
        en="Those who still take part are not here. Those who end in one month may have begun at different times.",
    ),
    numerator=(COMPLETED,),
    denominator=ENDED,
    scale=100,
    digits=1,
    is_for_staff=True,
    example=Example(
        numerator=(24,),
        denominator=(24, 6),
        result=80,
        words=Text(
            kk="24 қатысу аяқталды, 6-ы мерзімінен бұрын тоқтатылды: 100 × 24 / (24 + 6) = 80.",
            ru="Завершили 24 участия, досрочно прекратили 6: 100 × 24 / (24 + 6) = 80.",
            en="24 enrolments were completed, 6 ended early: 100 × 24 / (24 + 6) = 80.",
        ),
    ),
)
DROPOUT_RATE = Indicator(
    code="programme_dropout_rate",
    name=Text(
        kk="Шараны мерзімінен бұрын тоқтатқандардың үлесі",
        ru="Доля прекративших меру досрочно",
        en="Share that dropped out of measures",
    ),
    formula=Text(
        kk="100 × кезең ішінде мерзімінен бұрын тоқтатылған қатысулар / кезең ішінде аяқталған не мерзімінен бұрын тоқтатылғандар.",
        ru="100 × участия, прекращённые за период досрочно / завершённые и прекращённые досрочно за период.",
        en="100 × enrolments that ended early in the period / those completed and those that ended early in it.",
    ),
    unit=Unit.PERCENT,
    source=ENROLMENTS,
    caveat=Text(
        kk="Жұмыс тауып тоқтатқандарды да қамтиды, сондықтан жоғары үлес әрдайым сәтсіздік емес.",
        ru="Сюда входят и нашедшие работу, поэтому высокая доля не всегда неудача.",
        en="It includes those who found work, so a high share is not always a failure.",
    ),
    numerator=(DROPPED_OUT,),
    denominator=ENDED,
    scale=100,
    digits=1,
    is_for_staff=True,
    example=Example(
        numerator=(6,),
        denominator=(24, 6),
        result=20,
        words=Text(
            kk="24 қатысу аяқталды, 6-ы мерзімінен бұрын тоқтатылды: 100 × 6 / (24 + 6) = 20.",
            ru="Завершили 24 участия, досрочно прекратили 6: 100 × 6 / (24 + 6) = 20.",
            en="24 enrolments were completed, 6 ended early: 100 × 6 / (24 + 6) = 20.",
        ),
    ),
)
PARTICIPANTS = Indicator(
    code="programme_participants",
    name=Text(kk="Қазір шараларға қатысып жүргендер", ru="Сейчас участвуют в мерах", en="Taking part in measures now"),
    formula=Text(
        kk="Кезең соңындағы жағдай: басталған қатысулар − аяқталғандары − мерзімінен бұрын тоқтатылғандары, басынан бері.",
        ru="Состояние на конец периода: начатые участия − завершённые − прекращённые досрочно, с самого начала.",
        en="At the end of the period: enrolments begun − completed − ended early, since the beginning.",
    ),
    unit=Unit.PARTICIPATIONS,
    source=ENROLMENTS,
    caveat=Text(
        kk="Аяқталғаны әлі жазылмаған қатысу жүріп жатыр деп саналады; кеш жазылса, сан кейін азаяды.",
        ru="Участие, окончание которого ещё не записали, считается идущим; поздняя запись уменьшит число потом.",
        en="One whose end is not recorded yet counts as going on; a late record lowers the number afterwards.",
    ),
    numerator=(
        Term(Measure.ENROLMENTS_STARTED, 1, Timing.AT_END),
        Term(Measure.ENROLMENTS_COMPLETED, -1, Timing.AT_END),
        Term(Measure.ENROLMENTS_DROPPED_OUT, -1, Timing.AT_END),
    ),
    is_for_staff=True,
    literature=(METHODOLOGY,),
    example=Example(
        numerator=(300, 180, 30),
        result=90,
        words=Text(
            kk="Басынан бері 300 қатысу басталды, 180-і аяқталды, 30-ы мерзімінен бұрын тоқтатылды: 300 − 180 − 30 = 90.",
            ru="С самого начала начали 300 участий, завершили 180, досрочно прекратили 30: 300 − 180 − 30 = 90.",
            en="Since the beginning 300 enrolments began, 180 were completed and 30 ended early: 300 − 180 − 30 = 90.",
        ),
    ),
)
PROGRAMME_INDICATORS = (ENTRANTS, COMPLETERS, DROPOUTS, COMPLETION_RATE, DROPOUT_RATE, PARTICIPANTS, APPROVED)
