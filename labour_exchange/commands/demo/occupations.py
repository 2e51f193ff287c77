"""The occupations of the demo's labour market: how common each is, what it asks, and how its people say it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trade:
    """A unit group as it appears in advertisements: its title in each language and what is usually asked."""

    code: str
    weight: int
    kk: str
    ru: str
    en: str
    licences: tuple[str, ...] = ()
    education_level: int | None = None
    hours: tuple[str, ...] = ("full",)

    def title(self, language: str) -> str:
        return {"kk": self.kk, "ru": self.ru}.get(language, self.en)


TRADES = (
    Trade("5223", 90, "Сатушы-кеңесші", "Продавец-консультант", "Shop assistant", hours=("full", "shift")),
    Trade("5230", 50, "Кассир", "Кассир", "Cashier", hours=("shift", "full")),
    Trade("8322", 60, "В санатты жүргізуші", "Водитель категории В", "Car driver", ("driving-b",)),
    Trade("8332", 55, "Жүк көлігінің жүргізушісі", "Водитель грузового автомобиля", "Lorry driver", ("driving-c",), hours=("full", "rotational")),
    Trade("5120", 48, "Аспаз", "Повар", "Cook", ("medical-book",), hours=("shift", "full")),
    Trade("9412", 30, "Ас үй жұмысшысы", "Кухонный рабочий", "Kitchen helper", ("medical-book",), hours=("shift",)),
    Trade("9112", 45, "Тазалаушы", "Уборщица", "Cleaner", hours=("part", "full")),
    Trade("5414", 50, "Күзетші", "Охранник", "Security guard", hours=("shift",)),
    Trade("9333", 38, "Жүк тиеуші", "Грузчик", "Loader"),
    Trade("4321", 32, "Қоймашы", "Кладовщик", "Stock clerk"),
    Trade("7212", 34, "Электргазбен дәнекерлеуші", "Электрогазосварщик", "Welder", hours=("full", "rotational")),
    Trade("7411", 26, "Электромонтёр", "Электромонтёр", "Building electrician", ("electrical-3",)),
    Trade("7126", 24, "Сантехник", "Слесарь-сантехник", "Plumber"),
    Trade("7231", 24, "Автослесарь", "Автослесарь", "Car mechanic"),
    Trade("7112", 20, "Тас қалаушы", "Каменщик", "Bricklayer", hours=("full", "rotational")),
    Trade("7123", 18, "Сылақшы", "Штукатур", "Plasterer"),
    Trade("7115", 16, "Балташы", "Плотник", "Carpenter"),
    Trade("8342", 20, "Экскаватор машинисі", "Машинист экскаватора", "Excavator operator", hours=("full", "rotational")),
    Trade("8111", 14, "Кенші", "Горнорабочий", "Miner", hours=("rotational", "shift")),
    Trade("8113", 12, "Бұрғылаушы", "Бурильщик", "Driller", hours=("rotational",)),
    Trade("9313", 30, "Құрылыс алаңының жұмысшысы", "Разнорабочий", "Construction labourer"),
    Trade("6121", 22, "Малшы", "Животновод", "Livestock farmer"),
    Trade("8341", 18, "Тракторшы", "Тракторист", "Tractor driver", ("tractor",)),
    Trade("7531", 15, "Тігінші", "Швея", "Sewer"),
    Trade("7512", 18, "Наубайшы", "Пекарь", "Baker", ("medical-book",), hours=("shift",)),
    Trade("5131", 28, "Даяшы", "Официант", "Waiter", hours=("shift", "part")),
    Trade("5132", 10, "Бариста", "Бариста", "Barista", hours=("shift", "part")),
    Trade("5141", 12, "Шаштараз", "Парикмахер", "Hairdresser"),
    Trade("5311", 16, "Тәрбиешінің көмекшісі", "Помощник воспитателя", "Child care worker"),
    Trade("2342", 22, "Балабақша тәрбиешісі", "Воспитатель детского сада", "Kindergarten teacher", education_level=5),
    Trade("2330", 30, "Математика пәнінің мұғалімі", "Учитель математики", "Mathematics teacher", education_level=6),
    Trade("2341", 22, "Бастауыш сынып мұғалімі", "Учитель начальных классов", "Primary school teacher", education_level=6),
    Trade("2212", 14, "Педиатр дәрігер", "Врач-педиатр", "Paediatrician", education_level=7),
    Trade("2211", 16, "Жалпы практика дәрігері", "Врач общей практики", "General practitioner", education_level=7),
    Trade("3221", 30, "Мейіргер", "Медсестра", "Nurse", education_level=5, hours=("shift", "full")),
    Trade("2411", 34, "Бас бухгалтер", "Главный бухгалтер", "Chief accountant", education_level=6),
    Trade("3313", 30, "Бухгалтер", "Бухгалтер", "Bookkeeper", education_level=5),
    Trade("2611", 14, "Заңгер", "Юрист", "Lawyer", education_level=6),
    Trade("2512", 24, "Бағдарламашы", "Разработчик программного обеспечения", "Software developer", education_level=6),
    Trade("2522", 12, "Жүйелік әкімші", "Системный администратор", "System administrator", education_level=5),
    Trade("2142", 14, "Құрылыс инженері", "Инженер-строитель", "Civil engineer", education_level=6),
    Trade("2144", 10, "Инженер-механик", "Инженер-механик", "Mechanical engineer", education_level=6),
    Trade("3123", 16, "Прораб", "Прораб", "Construction supervisor", education_level=5),
    Trade("3322", 44, "Сату менеджері", "Менеджер по продажам", "Sales manager"),
    Trade("2423", 12, "HR менеджер", "HR-менеджер", "HR manager", education_level=6),
    Trade("4120", 20, "Хатшы", "Секретарь", "Secretary"),
    Trade("4226", 16, "Әкімші", "Администратор", "Receptionist", hours=("shift",)),
    Trade("4222", 26, "Байланыс орталығының операторы", "Оператор колл-центра", "Call centre operator", hours=("shift", "part")),
    Trade("9621", 26, "Курьер", "Курьер", "Courier", hours=("part", "full")),
    Trade("1420", 10, "Дүкен директоры", "Директор магазина", "Shop manager"),
)


@cache
def trade_skills() -> dict[str, tuple[str, ...]]:
    """The skills that a trade's vacancies and people draw from.

    A list of the demo's own, so that its country, by whose numbers searches are judged, stays the same when the classification gets new skills.
    """
    lines = (Path(__file__).parent / "skills.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {code: tuple(ids.split()) for code, ids in (line.split("\t") for line in lines)}
