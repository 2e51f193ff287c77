"""What the figures say of themselves: units, how a figure stands, and the words of refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.statistics.indicators.definition import Unit
from labour_exchange.statistics.states import Standing

UNITS = {
    Unit.PEOPLE: Text(kk="адам", ru="человек", en="people"),
    Unit.PLACEMENTS: Text(kk="жұмысқа орналасу", ru="трудоустройств", en="placements"),
    Unit.POSTS: Text(kk="жұмыс орны", ru="мест", en="posts"),
    Unit.MOVES: Text(kk="дана", ru="штук", en="items"),
    Unit.PERCENT: Text(kk="пайыз", ru="проценты", en="per cent"),
    Unit.RATIO: Text(kk="қатынас", ru="отношение", en="ratio"),
    Unit.DAYS: Text(kk="күн", ru="дней", en="days"),
    Unit.AGENCIES: Text(kk="агенттік", ru="агентств", en="agencies"),
    Unit.VACANCIES: Text(kk="бос орын", ru="вакансий", en="vacancies"),
    Unit.PARTICIPATIONS: Text(kk="қатысу", ru="участий", en="enrolments"),
    Unit.HOUSEHOLDS: Text(kk="үй шаруашылығы", ru="семей", en="households"),
}

STANDINGS = {
    Standing.WITHHELD: Text(kk="көрсетілмейді", ru="не показываем", en="not shown"),
    Standing.TOO_EARLY: Text(kk="әлі ерте", ru="ещё рано", en="too early"),
    Standing.UNDEFINED: Text(kk="анықталмайды", ru="не определено", en="undefined"),
}
COUNTRY = Text(kk="Бүкіл ел", ru="Вся страна", en="Whole country")
NO_PLACE = Text(kk="Өңірі көрсетілмеген", ru="Регион не указан", en="Region not stated")
UNKNOWN_INDICATOR = Message(
    "unknown_indicator",
    Text(
        kk="indicator: мұнда «{code}» көрсеткіші жоқ. Кодтар анықтамалар бетінде тұр.",
        ru="indicator: показателя «{code}» здесь нет. Коды стоят на странице определений.",
        en="indicator: there is no “{code}” here. The codes stand on the page of definitions.",
    ),
)
UNKNOWN_CHOICE = Message(
    "unknown_choice",
    Text(
        kk="{field}: «{given}» деген таңдау жоқ. Мыналардың бірін жазыңыз: {choices}.",
        ru="{field}: варианта «{given}» нет. Напишите один из этих: {choices}.",
        en="{field}: there is no choice “{given}”. Write one of these: {choices}.",
    ),
)
UNKNOWN_GROUP = Message(
    "unknown_group",
    Text(
        kk="group: «{given}» деген топ жоқ. Беттегі тізімнен таңдаңыз немесе group параметрін алып тастаңыз.",
        ru="group: группы «{given}» нет. Выберите её в списке на странице или уберите параметр group.",
        en="group: there is no group “{given}”. Choose one from the list on the page, or leave group out.",
    ),
)
UNKNOWN_MONTH = Message(
    "unknown_month",
    Text(
        kk="month: «{given}» айы бойынша сан жоқ. {first} пен {last} аралығындағы айды осы түрде жазыңыз.",
        ru="month: за «{given}» чисел нет. Напишите месяц от {first} до {last} в этом виде.",
        en="month: there are no figures for “{given}”. Write a month from {first} to {last} in this form.",
    ),
)
UNKNOWN_PERIOD = Message(
    "unknown_period",
    Text(
        kk="Кезеңді былай жазыңыз: 2026-10, 2026-Q4, 2026-H2 немесе 2026.",
        ru="Напишите период так: 2026-10, 2026-Q4, 2026-H2 или 2026.",
        en="Write the period as 2026-10, 2026-Q4, 2026-H2 or 2026.",
    ),
)
UNKNOWN_REGION = Message(
    "unknown_region",
    Text(
        kk="region: «{code}» өңірі жоқ. Кодын KZ-75 түрінде жазыңыз.",
        ru="region: региона «{code}» нет. Напишите код в виде KZ-75.",
        en="region: there is no region “{code}”. Write its code as in KZ-75.",
    ),
)
FOR_STAFF = Message(
    "figures_for_staff",
    Text(
        kk="Мұндай бөлініс (by={by}) тек қызметкерлерге көрсетіледі: шағын сандар адамды танытып қоюы мүмкін. Басқа бөліністі таңдаңыз.",
        ru="Такая разбивка (by={by}) открыта только сотрудникам: малые числа могли бы выдать человека. Выберите другую разбивку.",
        en="This breakdown (by={by}) is for staff only: small numbers could tell who somebody is. Choose another breakdown.",
    ),
)
INDICATOR_FOR_STAFF = Message(
    "indicator_for_staff",
    Text(
        kk="Бұл көрсеткіш (indicator={code}) тек қызметкерлерге көрсетіледі: бағдарлама беттеріндегі сандармен салыстырса, "
        "адам танылып қалуы мүмкін. Басқа көрсеткішті таңдаңыз.",
        ru="Этот показатель (indicator={code}) открыт только сотрудникам: вместе с числами на страницах программы он мог бы "
        "выдать человека. Выберите другой показатель.",
        en="This indicator (indicator={code}) is for staff only: held against the programme's pages it could tell who somebody is. "
        "Choose another indicator.",
    ),
)
