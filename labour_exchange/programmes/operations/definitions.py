"""Programmes written from their definitions, measures made by an analyst, and new versions of a measure's terms."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.access import may_keep_programmes
from labour_exchange.programmes.events import TermsChanged
from labour_exchange.programmes.loading import definitions
from labour_exchange.programmes.models.programmes import Direction, Measure, MeasureTerms, Programme
from labour_exchange.programmes.rules.terms import TermsFacts, terms_errors, terms_from_json
from labour_exchange.programmes.states import MeasureKind, MeasureState
from labour_exchange.programmes.texts import refusals

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def sync_definitions(session: Session) -> int:
    """Write the shipped programmes, measures and terms that the database lacks; gives how many versions of terms were added.

    The session must act as the system. Terms that were shipped once are never written again, so what an analyst made since then stays in force.
    """
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("programmes"))))
    actor, added = system_actor("sync_definitions"), 0
    for shipped in definitions():
        programme = _programme(session, shipped)
        for part in shipped["directions"]:
            direction = _direction(session, programme, part)
            for one in part["measures"]:
                added += _ship_measure(session, actor, direction, one)
    return added


def create_measure(
    session: Session, actor: Actor, direction: Direction, *, code: str, kind: MeasureKind, name: Text | None, terms: TermsFacts
) -> Measure:
    """Open a measure of an analyst's own, with its first terms. Raises InvalidInput, Conflict(code_taken)."""
    if not may_keep_programmes(actor):
        raise NotFound
    errors = [] if CODE.fullmatch(code) else [FieldError("code", refusals.CODE_WRONG)]
    errors += [] if name is not None else [FieldError("name", refusals.NAME_MISSING)]
    errors += terms_errors(terms, kind)
    if errors or name is None:
        raise InvalidInput(errors)
    if session.scalar(select(Measure.id).where(Measure.code == code)) is not None:
        raise Conflict(refusals.CODE_TAKEN, field="code")
    measure = Measure(code=code, direction_id=direction.id, kind=kind, name_kk=name.kk, name_ru=name.ru, name_en=name.en)
    session.add(measure)
    session.flush()
    record_act(session, actor, "create measure", "measure", measure.id)
    _add_version(session, actor, measure, terms, reason="")
    return measure


def change_terms(session: Session, actor: Actor, measure: Measure, terms: TermsFacts, *, reason: str) -> MeasureTerms:
    """Make a new version of a measure's terms; decisions taken before keep theirs. Raises InvalidInput."""
    if not may_keep_programmes(actor):
        raise NotFound
    session.scalar(select(Measure.id).where(Measure.id == measure.id).with_for_update())
    latest = latest_terms(session, measure.id)
    errors = terms_errors(terms, measure.kind, after=latest.valid_from if latest else None)
    errors += [] if reason.strip() else [FieldError("reason", refusals.REASON_MISSING)]
    if errors:
        raise InvalidInput(errors)
    return _add_version(session, actor, measure, terms, reason=reason.strip())


def close_measure(session: Session, actor: Actor, measure: Measure, *, is_open: bool) -> Measure:
    """Take no more applications, or take them again; who is in it stays in it."""
    if not may_keep_programmes(actor):
        raise NotFound
    measure.state = MeasureState.OPEN if is_open else MeasureState.CLOSED
    record_act(session, actor, "open measure" if is_open else "close measure", "measure", measure.id)
    return measure


def latest_terms(session: Session, measure_id: int) -> MeasureTerms | None:
    return session.scalars(
        select(MeasureTerms).where(MeasureTerms.measure_id == measure_id).order_by(MeasureTerms.version.desc()).limit(1)
    ).one_or_none()


def _add_version(session: Session, actor: Actor, measure: Measure, terms: TermsFacts, *, reason: str) -> MeasureTerms:
    latest = latest_terms(session, measure.id)
    made = MeasureTerms(
        measure_id=measure.id,
        version=latest.version + 1 if latest else 1,
        valid_from=terms.valid_from,
        eligibility=dict(terms.eligibility),
        most_months=terms.most_months,
        most_amount=terms.most_amount,
        rate_periods=[{"months": one.months, "share": one.share, "cap": one.cap} for one in terms.rate_periods],
        documents=list(terms.documents),
        details=dict(terms.details),
        approval=terms.approval,
        fingerprint=terms.fingerprint,
        made_by_id=actor.user_id,
        made_at=clock.now(),
        reason=reason,
    )
    session.add(made)
    session.flush()
    record_act(session, actor, "make terms", "measure", measure.id, reason=reason, version=made.version)
    record(session, actor, TermsChanged(measure.id, made.version))
    return made


def _programme(session: Session, shipped: Mapping[str, Any]) -> Programme:
    found = session.scalars(select(Programme).where(Programme.code == shipped["code"])).one_or_none()
    if found is None:
        period = {"starts_on": date.fromisoformat(shipped["starts_on"]), "ends_on": date.fromisoformat(shipped["ends_on"])}
        found = Programme(code=shipped["code"], **period, **_names(shipped))
        session.add(found)
        session.flush()
    return found


def _direction(session: Session, programme: Programme, shipped: Mapping[str, Any]) -> Direction:
    wanted = select(Direction).where(Direction.programme_id == programme.id, Direction.number == shipped["number"])
    found = session.scalars(wanted).one_or_none()
    if found is None:
        found = Direction(programme_id=programme.id, number=shipped["number"], **_names(shipped))
        session.add(found)
        session.flush()
    return found


def _ship_measure(session: Session, actor: Actor, direction: Direction, shipped: Mapping[str, Any]) -> int:
    measure = session.scalars(select(Measure).where(Measure.code == shipped["code"])).one_or_none()
    if measure is None:
        measure = Measure(code=shipped["code"], direction_id=direction.id, kind=MeasureKind(shipped["kind"]), **_names(shipped))
        session.add(measure)
        session.flush()
    terms = terms_from_json(shipped["terms"])
    known = select(MeasureTerms.id).where(MeasureTerms.measure_id == measure.id, MeasureTerms.fingerprint == terms.fingerprint)
    if session.scalar(known) is not None:
        return 0
    _add_version(session, actor, measure, terms, reason="")
    return 1


def _names(shipped: Mapping[str, Any]) -> dict[str, str]:
    return {f"name_{language}": shipped["name"][language] for language in ("kk", "ru", "en")}
