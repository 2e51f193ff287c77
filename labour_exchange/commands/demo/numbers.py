"""Identification numbers valid in form and marked as invented: a person's serial begins with 99, an employer's year is 99."""

from datetime import date

from labour_exchange.accounts.rules.identifiers import check_digit

INVENTED_FROM, INVENTED_TO = 9900, 9999


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
