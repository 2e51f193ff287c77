"""Names and numbers of invented people and employers: an IIN's serial begins with 99, a BIN's year is 99, so that no register holds them."""

from datetime import date
from random import Random

from labour_exchange.accounts.rules.identifiers import check_digit

INVENTED_FROM = 9900
# Of the hundred serials of a day, the first ten are for those who can be signed in as.
SIGN_IN_SERIALS, CROWD_SERIALS = range(10), range(10, 100)

MALE = [
    "Айдар",
    "Алмас",
    "Арман",
    "Асқар",
    "Бауыржан",
    "Берік",
    "Дамир",
    "Данияр",
    "Ерлан",
    "Жандос",
    "Қайрат",
    "Мақсат",
    "Нұржан",
    "Олжас",
    "Руслан",
    "Санжар",
    "Серік",
    "Тимур",
    "Сергей",
    "Андрей",
]
FEMALE = [
    "Айгерім",
    "Айнұр",
    "Алия",
    "Әсел",
    "Ботагөз",
    "Гүлнар",
    "Дана",
    "Динара",
    "Жанар",
    "Зарина",
    "Қарлығаш",
    "Ләззат",
    "Мадина",
    "Назгүл",
    "Сәуле",
    "Толғанай",
    "Елена",
    "Ольга",
    "Анна",
    "Ирина",
]
STEMS = [
    "Ахмет",
    "Бекен",
    "Досжан",
    "Ербол",
    "Жаксылык",
    "Искак",
    "Касым",
    "Мурат",
    "Нурлан",
    "Омар",
    "Сапар",
    "Сулеймен",
    "Тлеу",
    "Шарип",
    "Абай",
    "Серик",
    "Кенже",
    "Болат",
    "Турсын",
    "Алим",
]
SLAVIC = ["Иванченко", "Петренко", "Кузьмич", "Савчук", "Мельничук", "Ткач", "Бондарь", "Гончар"]
FATHERS = ["Асқар", "Берік", "Ерлан", "Қайрат", "Марат", "Нұрлан", "Серік", "Талғат"]

FIRST_WORDS = {
    "kk": ["Алтын", "Ақ", "Жаңа", "Жасыл", "Көк", "Сары", "Ұлы", "Кең", "Берік", "Жарық"],
    "ru": ["Северный", "Степной", "Новый", "Первый", "Восточный", "Надёжный", "Тёплый", "Добрый", "Светлый", "Большой"],
}
SECOND_WORDS = {
    "kk": ["дала", "бұлақ", "тау", "жол", "арна", "шаңырақ", "көпір", "дән", "теңіз", "орда"],
    "ru": ["путь", "берег", "дом", "склад", "рынок", "мост", "цех", "хлеб", "завод", "сад"],
}
TRADES = {
    "kk": ["құрылыс", "сауда", "логистика", "өндіріс", "азық-түлік", "сервис", "энергетика", "агро", "медицина", "білім"],
    "ru": ["строй", "торг", "логистик", "пром", "продукт", "сервис", "энерго", "агро", "мед", "знание"],
}


def person_name(chance: Random, is_male: bool) -> tuple[str, str, str]:
    """Family name, given name and patronymic."""
    given = chance.choice(MALE if is_male else FEMALE)
    if chance.random() < 0.12:
        return chance.choice(SLAVIC), given, ""
    family = chance.choice(STEMS) + ("ов" if is_male else "ова")
    patronymic = chance.choice(FATHERS) + ("ұлы" if is_male else "қызы") if chance.random() < 0.6 else ""
    return family, given, patronymic


def employer_name(chance: Random, number: int) -> str:
    """A name that no register holds: every one ends with its number."""
    language = "kk" if chance.random() < 0.5 else "ru"
    first, second, trade = (chance.choice(words[language]) for words in (FIRST_WORDS, SECOND_WORDS, TRADES))
    company = "ЖШС" if language == "kk" else "ТОО"
    return f"{company} «{first} {second} {trade} {number}»"


def invented_iin(born_on: date, is_male: bool, serial: int) -> str | None:
    """An IIN for this day and sex; `serial` from 0 to 99. None where the rule gives no check digit."""
    century = (3 if born_on.year < 2000 else 5) + (0 if is_male else 1)
    return _finished(f"{born_on:%y%m%d}{century}{INVENTED_FROM + serial}")


def invented_bin(serial: int) -> str | None:
    """A BIN of a head unit of a resident entity; `serial` from 0 to 99 999. None where the rule gives no check digit."""
    return _finished(f"99{1 + serial % 12:02d}40{serial:05d}")


def _finished(front: str) -> str | None:
    check = check_digit(front)
    return None if check is None else f"{front}{check}"
