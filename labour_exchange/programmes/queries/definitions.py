"""Programmes in order, one measure, and the terms in force on a day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.models.programmes import Direction, Measure, MeasureTerms, Programme
from labour_exchange.programmes.rules.terms import version_on
from labour_exchange.programmes.states import MeasureState


def programmes(session: Session) -> list[Programme]:
    """Every programme with its directions and measures, the latest first."""
    loaded = selectinload(Programme.directions).selectinload(Direction.measures)
    return list(session.scalars(select(Programme).options(loaded).order_by(Programme.starts_on.desc(), Programme.id)))


def measure_by_code(session: Session, code: str) -> Measure:
    """Raises NotFound."""
    found = session.scalars(select(Measure).where(Measure.code == code)).one_or_none()
    if found is None:
        raise NotFound
    return found


def direction_of(session: Session, programme_code: str, number: int) -> Direction:
    """Raises NotFound."""
    wanted = select(Direction).join(Programme).where(Programme.code == programme_code, Direction.number == number)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def terms_on(session: Session, measure_id: int, day: date) -> MeasureTerms | None:
    """The version in force on a day; None before the first."""
    versions = [
        (row.version, row.valid_from)
        for row in session.execute(select(MeasureTerms.version, MeasureTerms.valid_from).where(MeasureTerms.measure_id == measure_id))
    ]
    version = version_on(versions, day)
    wanted = select(MeasureTerms).where(MeasureTerms.measure_id == measure_id, MeasureTerms.version == version)
    return session.scalars(wanted).one_or_none() if version is not None else None


def measures_open_on(session: Session, day: date) -> list[Measure]:
    """Measures of the programmes that run on a day and take applications, in the order of their programme."""
    wanted = (
        select(Measure)
        .join(Direction)
        .join(Programme)
        .where(Programme.starts_on <= day, Programme.ends_on >= day, Measure.state == MeasureState.OPEN)
    )
    return list(session.scalars(wanted.order_by(Programme.starts_on, Direction.number, Measure.id)))


def measure_names(session: Session) -> dict[str, Text]:
    """The name of each measure by its code."""
    return {one.code: one.name for one in session.scalars(select(Measure))}


def measures_in_order(session: Session) -> dict[str, Text]:
    """Every measure by its code, named with its programme, as measures of two programmes may be called the same; the latest programme first."""
    found = {}
    for programme in programmes(session):
        for measure in (one for direction in programme.directions for one in direction.measures):
            said = {language: f"{getattr(measure, f'name_{language}')} ({getattr(programme, f'name_{language}')})" for language in ("kk", "ru", "en")}
            found[measure.code] = Text(**said)
    return found
