"""When an employer may publish without being checked first."""

from labour_exchange.employers.states import EmployerState


def is_trusted(state: EmployerState) -> bool:
    """Verified employers publish at once and are checked within a working day; the others are checked first."""
    return state is EmployerState.VERIFIED
