"""IIN and BIN, the twelve-digit numbers of persons and legal entities of Kazakhstan: their check digit and what they say."""

from dataclasses import dataclass
from datetime import date

# Source: the rules for forming identification numbers (law on national registers of identification numbers, 2007).
FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
ENTITY_TYPES = frozenset("456")  # Resident, non-resident, joint individual enterprise.
ENTITY_PARTS = frozenset("0123")  # Head unit, branch, representative office, farm.


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What an IIN says of a person; `sex` is "male" or "female"."""

    born_on: date
    sex: str


def check_digit(eleven_digits: str) -> int | None:
    """The twelfth digit; None when both rounds of weights give 10: such a number is never issued."""
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        remainder = sum(int(digit) * weight for digit, weight in zip(eleven_digits, weights, strict=True)) % 11
        if remainder < 10:
            return remainder
    return None


def has_valid_check_digit(number: str) -> bool:
    """Whether these are twelve digits and the last one follows from the others."""
    return len(number) == 12 and number.isascii() and number.isdigit() and check_digit(number[:11]) == int(number[11])


def person_facts(iin: str) -> PersonFacts | None:
    """Birth date and sex from a valid IIN; None when it is not one."""
    if not has_valid_check_digit(iin) or iin[6] not in CENTURIES:
        return None
    try:
        born_on = date(CENTURIES[iin[6]] + int(iin[:2]), int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        return None
    return PersonFacts(born_on, "male" if int(iin[6]) % 2 else "female")


def is_iin(iin: str, today: date) -> bool:
    """Whether this is the IIN of somebody already born."""
    facts = person_facts(iin)
    return facts is not None and facts.born_on <= today


def is_bin(bin_number: str) -> bool:
    """Whether this is the BIN of a legal entity: year and month of registration, type, unit, five digits, check digit."""
    return has_valid_check_digit(bin_number) and 1 <= int(bin_number[2:4]) <= 12 and bin_number[4] in ENTITY_TYPES and bin_number[5] in ENTITY_PARTS


def age_on(born_on: date, day: date) -> int:
    """Full years of age on a day."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
