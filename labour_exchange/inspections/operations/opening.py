"""Inspections opened: by a sample that can be drawn again, or by an officer with a reason; and the parties asked."""

from datetime import date

from sqlalchemy.dialects.postgresql import insert

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.inspections import access
from labour_exchange.inspections.events import InspectionAsked, InspectionOpened
from labour_exchange.inspections.models import Inspection, InspectionSample
from labour_exchange.inspections.operations.locking import hold
from labour_exchange.inspections.queries.facts import KnownPlacement, known_of, known_of_region
from labour_exchange.inspections.rules.decisions import plan_errors, reply_due_on, text_errors
from labour_exchange.inspections.rules.sampling import File, Plan, draw
from labour_exchange.inspections.rules.signals import HIGH_RISK_FROM, risk_of, signals_of
from labour_exchange.inspections.states import INSPECTION_LIFECYCLE, InspectionState
from labour_exchange.inspections.texts import refusals
from labour_exchange.placements.models import Placement
from labour_exchange.placements.states import PlacementState


def draw_sample(session: ExchangeSession, actor: Actor, plan: Plan, *, since: date, until: date) -> InspectionSample:
    """Draw from the register of the actor's region and open an inspection of each file that has none. Raises InvalidInput."""
    if not actor.is_office_staff or actor.region_code is None or actor.user_id is None:
        raise NotFound
    today = clock.today()
    errors = plan_errors(plan, since, until, today)
    if errors:
        raise InvalidInput(errors)
    known = {one.placement_id: one for one in known_of_region(session, actor.region_code, since, until)}
    drawn = draw((File(one.placement_id, one.employer_id, risk_of(signals_of(one.facts, today))) for one in known.values()), plan)
    made = InspectionSample(
        region_code=actor.region_code,
        since=since,
        until=until,
        seed=plan.seed,
        employer_share=plan.employer_share,
        file_share=plan.file_share,
        high_from=HIGH_RISK_FROM,
        register_hash=drawn.register_hash,
        employers=drawn.employers,
        files=drawn.files,
        drawn_high=len(drawn.high),
        drawn_others=len(drawn.others),
        opened=0,
        chance=drawn.chance,
        drawn_by_id=actor.user_id,
        drawn_at=clock.now(),
    )
    session.add(made)
    session.flush()
    made.opened = sum(_open(session, actor, known[number], actor.region_code, sample_id=made.id) is not None for number in drawn.drawn)
    record_act(session, actor, "draw sample", "inspection sample", made.id, seed=plan.seed, opened=made.opened)
    session.flush()
    return made


def open_inspection(session: ExchangeSession, actor: Actor, placement: Placement, *, reason: str) -> Inspection:
    """Open one for a reason of the officer's own. Raises InvalidInput, Conflict(already_inspected, annulled_already)."""
    if not access.may_open(actor, placement) or actor.user_id is None:
        raise NotFound
    errors = text_errors("reason", reason)
    if errors:
        raise InvalidInput(errors)
    if placement.state is PlacementState.ANNULLED:
        raise Conflict(refusals.ANNULLED_ALREADY)
    made = _open(session, actor, known_of(session, placement), placement.region_of_work, reason=reason.strip())
    if made is None:
        raise Conflict(refusals.ALREADY_INSPECTED)
    record_act(session, actor, "open inspection", "placement", placement.id)
    return made


def ask_parties(session: ExchangeSession, actor: Actor, inspection: Inspection) -> Inspection:
    """Write to the employer, the person and the agency that declared it; they have ten working days. Raises Conflict(not_allowed_now)."""
    if not access.may_inspect(actor, inspection):
        raise NotFound
    inspection = hold(session, inspection)
    INSPECTION_LIFECYCLE.after(inspection.state, "ask")
    inspection.asked_on, inspection.due_on = clock.today(), reply_due_on(clock.today())
    move(session, actor, inspection, INSPECTION_LIFECYCLE, "ask")
    record_act(session, actor, "ask parties", "inspection", inspection.id)
    record(session, actor, InspectionAsked(inspection.id))
    return inspection


def _open(
    session: ExchangeSession, actor: Actor, known: KnownPlacement, region_code: str, *, sample_id: int | None = None, reason: str = ""
) -> Inspection | None:
    """None when one is open already."""
    signals = signals_of(known.facts, clock.today())
    made = session.scalar(
        insert(Inspection)
        .values(
            placement_id=known.placement_id,
            enrolment_id=known.enrolment_id,
            sample_id=sample_id,
            region_code=region_code,
            signals=[one.value for one in signals],
            risk=risk_of(signals),
            reason=reason,
            opened_by_id=actor.user_id,
            opened_at=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(Inspection.id)
    )
    if made is None:
        return None
    action = "open" if sample_id is None else "draw"
    log_transition(session, actor, INSPECTION_LIFECYCLE.name, made, action, "", InspectionState.OPENED, reason=reason)
    record(session, actor, InspectionOpened(made))
    return session.get_one(Inspection, made)
