"""Indicators that no sum gives: time to fill, mismatch, and places taken against the plan; their methods are pure."""

from collections.abc import Mapping, Sequence

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Estimate, EstimateExample, Unit
from labour_exchange.statistics.indicators.vacancies import VACANCIES_SOURCE

Spell = tuple[int, bool, int]
"""Days, whether the vacancy was filled then (or only last seen open), and how many vacancies."""


def median_days(spells: Sequence[Spell]) -> float | None:
    """The first day by which half are filled, by the product-limit estimate of Kaplan and Meier; None when half are never seen filled.

    Who was last seen open on a day was still at risk on it.
    """
    at_risk = sum(count for _days, _is_filled, count in spells)
    remaining = 1.0
    for day in sorted({days for days, _is_filled, _count in spells}):
        filled = sum(count for days, is_filled, count in spells if days == day and is_filled)
        remaining *= 1 - filled / at_risk if filled else 1
        if remaining <= 0.5 + 1e-12:
            return float(day)
        at_risk -= sum(count for days, _is_filled, count in spells if days == day)
    return None


def mismatch(people: Mapping[str, int], posts: Mapping[str, int]) -> float | None:
    """Half the sum of the distances between the shares of people and of posts in each group; None when there are none of either.

    0: the same make-up; 1: nobody looks for what is offered.
    """
    whole_people, whole_posts = sum(people.values()), sum(posts.values())
    if whole_people <= 0 or whole_posts <= 0:
        return None
    groups = {*people, *posts}
    return sum(abs(people.get(one, 0) / whole_people - posts.get(one, 0) / whole_posts) for one in groups) / 2


def share_taken(places: int, taken: int) -> float | None:
    """Per cent of the planned places that are taken; None without a plan."""
    return 100 * taken / places if places > 0 else None


TIME_TO_FILL = Estimate(
    code="time_to_fill",
    name=Text(kk="Бос орынның толу ұзақтығы (медиана)", ru="Срок заполнения вакансии (медиана)", en="Time to fill a vacancy (median)"),
    formula=Text(
        kk="Кезең соңына дейінгі 12 айда жарияланған бос орындардың жартысы толған күн; ашық тұрғандары мен басқа себеппен жабылғандары "
        "цензураланған деп алынады (Каплан–Мейер).",
        ru="День, к которому заполнена половина вакансий, опубликованных за 12 месяцев до конца периода; открытые и снятые по другой причине "
        "считаются цензурированными (Каплан – Мейер).",
        en="The day by which half of the vacancies published in the 12 months up to the end of the period are filled; those open or closed "
        "for another reason are censored (Kaplan-Meier).",
    ),
    unit=Unit.DAYS,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Жартысы әлі толмаса, медиана жоқ. Қайта ашылған бос орын алғаш жарияланған күнінен саналады.",
        ru="Пока не заполнена половина, медианы нет. Открытая снова вакансия считается с первого дня публикации.",
        en="There is no median until half are filled. A vacancy that was opened again counts from its first publication.",
    ),
    method=median_days,
    literature=("Kaplan, Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical Association 53 (1958)",),
    example=EstimateExample(
        given=(((5, True, 1), (8, False, 1), (12, True, 1), (20, True, 1), (30, False, 1)),),
        result=20,
        words=Text(
            kk="Бес бос орын: 5, 12, 20-күні толды, екеуі 8 және 30-күні ашық. Толмағаны: 4/5, 4/5 × 2/3 = 0,53, 0,53 × 1/2 = 0,27. Медиана: 20.",
            ru="Пять вакансий: заполнены на 5-й, 12-й, 20-й день, две открыты на 8-й и 30-й. Не заполнено: 4/5, 4/5 × 2/3 = 0,53, "
            "0,53 × 1/2 = 0,27. Медиана: 20.",
            en="Five vacancies: filled on day 5, 12 and 20, two open on day 8 and 30. Not filled: 4/5, 4/5 × 2/3 = 0.53, 0.53 × 1/2 = 0.27. "
            "Median: 20.",
        ),
    ),
)
MISMATCH = Estimate(
    code="mismatch",
    name=Text(kk="Сұраныс пен ұсыныстың сәйкессіздігі", ru="Несоответствие спроса и предложения", en="Mismatch between jobseekers and vacant posts"),
    formula=Text(
        kk="½ Σ |uᵢ/U − vᵢ/V|, i – кәсіптің негізгі тобы; кезең соңындағы жұмыс іздеушілер u мен ашық орындар v.",
        ru="½ Σ |uᵢ/U − vᵢ/V|, i – основная группа занятий; соискатели u и открытые места v на конец периода.",
        en="½ Σ |uᵢ/U − vᵢ/V|, i a major group of occupations; jobseekers u and open posts v at the end of the period.",
    ),
    unit=Unit.RATIO,
    source=VACANCIES_SOURCE,
    caveat=Text(
        kk="Деңгейге байланысты: әрқашан кәсіптің он негізгі тобы бойынша. Кәсібі көрсетілмегендер кірмейді.",
        ru="Зависит от уровня: всегда по десяти основным группам занятий. Без указанного занятия не входят.",
        en="Depends on the level: always by the ten major groups. Those without a stated occupation are left out.",
    ),
    method=mismatch,
    digits=2,
    literature=(
        "Jackman, Roper, Structural unemployment, Oxford Bulletin of Economics and Statistics 49 (1987)",
        "Sahin, Song, Topa, Violante, Mismatch unemployment, American Economic Review 104 (2014)",
    ),
    example=EstimateExample(
        given=({"7": 60, "5": 40}, {"7": 20, "5": 30}),
        result=0.2,
        words=Text(
            kk="Адамдар 60 және 40 (0,6; 0,4), орындар 20 және 30 (0,4; 0,6): ½ × (0,2 + 0,2) = 0,2.",
            ru="Люди 60 и 40 (0,6; 0,4), места 20 и 30 (0,4; 0,6): ½ × (0,2 + 0,2) = 0,2.",
            en="People 60 and 40 (0.6; 0.4), posts 20 and 30 (0.4; 0.6): ½ × (0.2 + 0.2) = 0.2.",
        ),
    ),
)
PLAN_FULFILMENT = Estimate(
    code="plan_fulfilment",
    name=Text(kk="Жоспардың орындалуы: алынған орындар", ru="Выполнение плана: занятые места", en="Plan against fact: places taken"),
    formula=Text(
        kk="100 × кезең соңына қарай алынған орындар / кезеңде қолданыстағы бөлулердің жоспарланған орындары.",
        ru="100 × места, занятые к концу периода / плановые места распределений, действующих в периоде.",
        en="100 × places taken by the end of the period / places planned in the allocations that run in it.",
    ),
    unit=Unit.PERCENT,
    source=Text(
        kk="Бағдарлама шараларының бөлулері мен олардың кітабы.",
        ru="Распределения мер программы и их книга.",
        en="Allocations of measures and their ledger.",
    ),
    caveat=Text(
        kk="Бөлу ұзақтығына қарай жыл басында төмен болады. Орын алынғаны шараның аяқталғанын білдірмейді.",
        ru="В начале срока распределения доля мала. Занятое место ещё не значит, что мера завершена.",
        en="Low at the beginning of an allocation's period. A place taken does not mean that the measure was completed.",
    ),
    method=share_taken,
    literature=(),
    digits=1,
    example=EstimateExample(
        given=(400, 290),
        result=72.5,
        words=Text(
            kk="400 орын жоспарланды, 290-ы алынды: 100 × 290 / 400 = 72,5.",
            ru="Запланировано 400 мест, занято 290: 100 × 290 / 400 = 72,5.",
            en="400 places planned, 290 taken: 100 × 290 / 400 = 72.5.",
        ),
    ),
)
ESTIMATED = (TIME_TO_FILL, MISMATCH, PLAN_FULFILMENT)
