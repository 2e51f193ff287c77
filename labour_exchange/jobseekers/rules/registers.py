"""When a registration lapses and ends, who counts as unemployed, and when a silent record is erased."""

from datetime import date, timedelta

from labour_exchange.jobseekers.states import Category, RegistrationState

LAPSE_AFTER = timedelta(days=60)
REMIND_BEFORE = timedelta(days=10)
END_AFTER = timedelta(days=90)
NOTICE_AFTER = timedelta(days=700)
ERASE_AFTER = timedelta(days=730)
CONFIRM_WITHIN = timedelta(days=14)


def is_unemployed(category: Category, state: RegistrationState) -> bool:
    """Registered unemployed: on the register now, in that category."""
    return category is Category.UNEMPLOYED and state is RegistrationState.ACTIVE


def lapses_on(renewed_on: date) -> date:
    """The first day on which a registration is no longer in force unless it is renewed before."""
    return renewed_on + LAPSE_AFTER


def is_due_for_renewal(renewed_on: date, today: date) -> bool:
    """Whether it is time to remind the person."""
    return today >= lapses_on(renewed_on) - REMIND_BEFORE
