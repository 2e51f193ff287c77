"""Flows between regions: who works where they do not live, and which households moved; matrices that are published by half-year."""

from labour_exchange.foundation.texts import Text
from labour_exchange.statistics.indicators.definition import Crossing, EstimateExample, Unit
from labour_exchange.statistics.indicators.placements import LEDGER

ONCE = Text(
    kk="Әр жартыжылдық біткен соң бір айдан кейін бір рет саналады, кейінгі дәлел оны өзгертпейді. Бестен аз сан көрсетілмейді, нөл де.",
    ru="Каждое полугодие считают один раз, через месяц после его конца; поздние подтверждения его не меняют. Меньше пяти не показываем, нули тоже.",
    en="Each half-year is counted once, a month after its end; later evidence does not change it. Counts below five are not shown, nor are zeros.",
)
FLOWS_TO_WORK = Crossing(
    code="flows_to_work",
    name=Text(kk="Тұратын өңірден жұмыс өңіріне", ru="Из региона проживания в регион работы", en="From the region of residence to that of work"),
    formula=Text(
        kk="Кезеңде мәлімделген және расталған орналасулар, тұратын өңірі мен жұмыс өңірі бойынша.",
        ru="Трудоустройства, заявленные в периоде и подтверждённые, по региону проживания и региону работы.",
        en="Placements declared in the period and confirmed, by region of residence and region of work.",
    ),
    unit=Unit.PLACEMENTS,
    source=LEDGER,
    caveat=ONCE,
    example=EstimateExample(
        given=({("KZ-11", "KZ-71"): 9, ("KZ-75", "KZ-71"): 6, ("KZ-71", "KZ-71"): 40, ("KZ-71", "KZ-11"): 8}, "KZ-71"),
        result=15,
        words=Text(
            kk="Астанадағы 55 орналасу: 9-ы Ақмола облысынан, 6-уы Алматыдан, 40-ы Астананың өзінен. Басқа өңірлерден: 9 + 6 = 15.",
            ru="55 трудоустройств в Астане: 9 из Акмолинской области, 6 из Алматы, 40 из самой Астаны. Из других регионов: 9 + 6 = 15.",
            en="55 placements in Astana: 9 from Aqmola region, 6 from Almaty, 40 from Astana itself. From other regions: 9 + 6 = 15.",
        ),
    ),
)
FLOWS_OF_HOUSEHOLDS = Crossing(
    code="flows_of_households",
    name=Text(
        kk="Бағдарлама көмегімен көшкен үй шаруашылықтары",
        ru="Семьи, переехавшие с помощью программы",
        en="Households that moved with the programme's help",
    ),
    formula=Text(
        kk="Кезеңде көшіп келген үй шаруашылықтары, қайдан және қайда көшкені бойынша. Мүшелері саналмайды.",
        ru="Семьи, прибывшие в периоде, по тому, откуда и куда они переехали. Членов семьи не считаем.",
        en="Households that arrived in the period, by where they came from and where they went. Their members are not counted.",
    ),
    unit=Unit.HOUSEHOLDS,
    source=Text(
        kk="Көшу шарасының тіркелімдері: көшіп келген күн.",
        ru="Записи меры переселения: день прибытия.",
        en="Records of the relocation measure: the day of arrival.",
    ),
    caveat=ONCE,
    example=EstimateExample(
        given=({("KZ-61", "KZ-59"): 12, ("KZ-79", "KZ-59"): 7, ("KZ-61", "KZ-55"): 5}, "KZ-59"),
        result=19,
        words=Text(
            kk="Солтүстік Қазақстанға Түркістан облысынан 12, Шымкенттен 7 отбасы көшті: 12 + 7 = 19.",
            ru="В Северо-Казахстанскую область переехали 12 семей из Туркестанской области и 7 из Шымкента: 12 + 7 = 19.",
            en="To North Kazakhstan moved 12 households from Turkistan region and 7 from Shymkent: 12 + 7 = 19.",
        ),
    ),
)
CROSSINGS = {"work": FLOWS_TO_WORK, "moves": FLOWS_OF_HOUSEHOLDS}
"""By the kind of flow."""
