"""An agency with nothing but a name."""

from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation import clock
from tests.factories.placements import bin_number


def agency(session: Session) -> Agency:
    number = bin_number()
    made = Agency(bin=number, name=f"Invented Agency {number}", region_code="KZ-71", created_at=clock.now())
    session.add(made)
    session.flush()
    return made
