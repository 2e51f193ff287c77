"""What makes a BIN valid, and when an employer may publish without being checked first."""

from labour_exchange.employers.states import EmployerState

FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)


def is_bin(text: str) -> bool:
    """Twelve digits: month of registration, a kind of organisation (4 to 6), and a check digit.

    The check digit is the weighted sum modulo 11 in two rounds, as in the rules for national identification numbers (2007).
    """
    if len(text) != 12 or not text.isascii() or not text.isdigit():
        return False
    digits = [int(character) for character in text]
    if not 1 <= int(text[2:4]) <= 12 or digits[4] not in (4, 5, 6):
        return False
    return check_digit(digits[:11]) == digits[11]


def check_digit(digits: list[int]) -> int | None:
    """The check digit of eleven digits, or None where the rule gives none and the number is not issued."""
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        rest = sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if rest < 10:
            return rest
    return None


def is_trusted(state: EmployerState) -> bool:
    """Verified employers publish at once and are checked within a working day; the others are checked first."""
    return state is EmployerState.VERIFIED
