"""What is invented for a sandbox: numbers that no register holds, and names that say what they are."""

from datetime import date, timedelta
from random import Random

from labour_exchange.accounts.rules.identifiers import check_digit

LIVES = timedelta(days=7)
EMPLOYERS = 2
# As in the demo country: a BIN's year is 99 and an IIN's serial begins with 99, so that no register holds them.
BIN_BEGINS = "991240"
BORN_ON = date(1990, 5, 17)
GIVEN_NAMES = ("Сынақ", "Үлгі", "Мысал", "Проба", "Пример")
FAMILY_NAMES = ("Құмсалғыш", "Тәжірибе", "Песочница", "Образцов", "Жаттығу")


def invented_bin(chance: Random) -> str:
    """Valid in form, of nobody."""
    while True:
        start = f"{BIN_BEGINS}{chance.randrange(100_000):05d}"
        last = check_digit(start)
        if last is not None:
            return f"{start}{last}"


def invented_name(chance: Random) -> tuple[str, str]:
    """Family and given name, which nobody bears."""
    return chance.choice(FAMILY_NAMES), chance.choice(GIVEN_NAMES)


def invented_phone(chance: Random) -> str:
    """In a range that no operator gives out."""
    return f"+7700000{chance.randrange(10_000):04d}"
