"""How promises are kept: quarters for the public, live rows for the office, ratings and what an office has to answer."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.accounts.credentials import secret_hash
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.models import Office
from labour_exchange.standards.access import visible_commitments, visible_ratings
from labour_exchange.standards.models import Commitment, Rating, RatingLink, ServiceFigure, Standard
from labour_exchange.standards.rules import complaints as complaint_rules
from labour_exchange.standards.rules import promises as rules
from labour_exchange.standards.rules.complaints import ComplaintFigure
from labour_exchange.standards.states import CommitmentState, Promise, RatingState

READER = system_actor("read a rating link")
COUNTER = system_actor("count promises")


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """One office and promise in one quarter, as the public may read it; what is None was withheld or is not known."""

    quarter: date
    standard_id: int
    office: Office
    promise: Promise
    total: int | None
    share: float | None
    at_least: float | None
    at_most: float | None
    median_days: float | None
    days_of_nine_in_ten: float | None
    ratings: int | None
    points: float | None
    complaints: ComplaintFigure = ComplaintFigure()


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """All offices together for one promise in one quarter; what is None is withheld, as it would open the line of an office."""

    promise: Promise
    total: int | None
    share: float | None
    ratings: int | None
    points: float | None
    complaints: ComplaintFigure = ComplaintFigure()


@dataclass(frozen=True, slots=True)
class RateableService:
    """What somebody who holds a live link received, and where."""

    standard: Standard
    promise: Promise
    office: Office


def quarters(session: Session) -> list[date]:
    """Quarters that have figures, the latest first."""
    return list(session.scalars(select(ServiceFigure.quarter).distinct().order_by(ServiceFigure.quarter.desc())))


def public_figures(session: Session, quarter: date) -> list[PublicFigure]:
    """One quarter, small numbers withheld: fewer than five promises, and a few kept or broken ones, which would give the others away."""
    wanted = (
        select(ServiceFigure, Office, Standard.promise)
        .join(Office, Office.id == ServiceFigure.office_id)
        .join(Standard, Standard.id == ServiceFigure.standard_id)
        .where(ServiceFigure.quarter == quarter, Standard.promise.is_not(None))
        .order_by(Office.region_code, Office.id, Standard.promise)
    )
    return [_shown(row[0], row[1], row[2]) for row in session.execute(wanted)]


def _shown(figure: ServiceFigure, office: Office, promise: Promise) -> PublicFigure:
    total = figure.kept + figure.breached
    has_enough = total >= rules.SMALLEST_SHOWN
    return PublicFigure(
        figure.quarter,
        figure.standard_id,
        office,
        promise,
        total if has_enough else None,
        rules.share_kept(figure.kept, figure.breached),
        *rules.bounds_of_share(figure.kept, figure.breached),
        figure.median_days if has_enough else None,
        figure.days_of_nine_in_ten if total >= rules.SMALLEST_TENTH else None,
        figure.ratings if figure.ratings >= rules.SMALLEST_SHOWN else None,
        rules.mean_points(figure.ratings, figure.points),
        complaint_rules.shown(_complaints_of(figure), figure.complaint_days),
    )


def whole_figures(session: Session, quarter: date) -> list[tuple[Office, Promise, float | None, ComplaintFigure]]:
    """For the ministry, nothing withheld: each office and promise with the share kept and what was complained, the most complaints first."""
    wanted = (
        select(ServiceFigure, Office, Standard.promise)
        .join(Office, Office.id == ServiceFigure.office_id)
        .join(Standard, Standard.id == ServiceFigure.standard_id)
        .where(ServiceFigure.quarter == quarter, Standard.promise.is_not(None))
        .order_by(ServiceFigure.complaints.desc(), Office.region_code, Office.id, Standard.promise)
    )
    return [
        (office, promise, _share(one), complaint_rules.whole(_complaints_of(one), one.complaint_days))
        for one, office, promise in session.execute(wanted)
    ]


def _share(figure: ServiceFigure) -> float | None:
    total = figure.kept + figure.breached
    return figure.kept / total if total else None


def _complaints_of(figure: ServiceFigure) -> complaint_rules.Counts:
    return complaint_rules.Counts(
        figure.complaints, figure.complaints_answered, figure.complaints_in_time, figure.complaints_justified, figure.kept + figure.breached
    )


def national_figures(session: Session, quarter: date, *, is_public: bool = True) -> list[NationalFigure]:
    """Each promise that was due in the quarter, over all offices; for the ministry nothing is withheld."""
    wanted = select(Standard.promise, ServiceFigure).join(ServiceFigure, ServiceFigure.standard_id == Standard.id)
    rows = session.execute(wanted.where(ServiceFigure.quarter == quarter, Standard.promise.is_not(None))).all()
    found = []
    for promise in Promise:
        own = [row[1] for row in rows if row[0] is promise]
        if own:
            kept, rated = [(one.kept, one.breached) for one in own], [(one.ratings, one.points) for one in own]
            told = rules.national(kept) + rules.national_ratings(rated) if is_public else _whole(kept, rated)
            counts = [_complaints_of(one) for one in own]
            complained = complaint_rules.national(counts, told[0]) if is_public else complaint_rules.whole(complaint_rules.together(counts), None)
            found.append(NationalFigure(promise, *told, complained))
    return found


def open_promises(session: Session) -> list[tuple[Promise, int, int, int]]:
    """Now, over all offices, by promise: open ones, of these due by the next working day, and broken ones that are still not done."""
    last = rules.last_warned_day(clock.today())
    is_open = Commitment.state == CommitmentState.OPEN
    is_late = (Commitment.state == CommitmentState.BREACHED) & Commitment.done_on.is_(None)
    counted = (func.count().filter(is_open), func.count().filter(is_open, Commitment.due_on <= last), func.count().filter(is_late))
    # The ministry reads numbers of promises and nobody's row.
    with acting_as(session, COUNTER):
        rows = session.execute(select(Commitment.promise, *counted).where(is_open | is_late).group_by(Commitment.promise)).all()
    known = {row[0]: (row[1], row[2], row[3]) for row in rows}
    return [(promise, *known[promise]) for promise in Promise if promise in known]


def _whole(kept: list[tuple[int, int]], rated: list[tuple[int, int]]) -> tuple[int, float | None, int, float | None]:
    done, total = sum(one[0] for one in kept), sum(sum(one) for one in kept)
    ratings, points = (sum(one[place] for one in rated) for place in (0, 1))
    return total, done / total if total else None, ratings, points / ratings if ratings else None


def commitments_about_to_break(actor: Actor) -> Select[tuple[Commitment]]:
    """Open promises of the region due today or on the next working day, the earliest first."""
    last = rules.last_warned_day(clock.today())
    wanted = visible_commitments(actor, select(Commitment)).where(Commitment.state == CommitmentState.OPEN, Commitment.due_on <= last)
    return wanted.order_by(Commitment.due_on, Commitment.id)


def promises_to(session: Session, actor: Actor) -> list[Commitment]:
    """What the actor, a person or an employer, was promised, the latest first."""
    return list(session.scalars(visible_commitments(actor, select(Commitment)).order_by(Commitment.promised_on.desc(), Commitment.id.desc())))


def commitments_broken(actor: Actor) -> Select[tuple[Commitment]]:
    """Promises of the region that were broken and are still not done, the latest first."""
    wanted = visible_commitments(actor, select(Commitment)).where(Commitment.state == CommitmentState.BREACHED, Commitment.done_on.is_(None))
    return wanted.order_by(Commitment.due_on.desc(), Commitment.id)


def ratings_to_read(session: Session, actor: Actor, *, limit: int = 50) -> list[Rating]:
    """Ratings of the region with words: those to be moderated first, then the latest."""
    wanted = visible_ratings(actor, select(Rating)).where(Rating.words != "", Rating.region_code == actor.region_code)
    wanted = wanted.options(joinedload(Rating.office), joinedload(Rating.standard))
    return list(session.scalars(wanted.order_by((Rating.state == RatingState.WAITING).desc(), Rating.id.desc()).limit(limit)))


def rating_for(session: Session, actor: Actor, public_id: str) -> Rating:
    """One rating of the region, for its office. Raises NotFound."""
    wanted = visible_ratings(actor, select(Rating)).options(joinedload(Rating.office), joinedload(Rating.standard))
    found = session.scalar(wanted.where(Rating.public_id == public_id, Rating.region_code == actor.region_code))
    if found is None:
        raise NotFound
    return found


def published_words(session: Session, actor: Actor, office: Office, *, limit: int = 20) -> list[Rating]:
    """Words about an office that passed moderation, the latest first; none while fewer than five have rated it, whose points they would show."""
    of_office = visible_ratings(actor, select(Rating)).where(Rating.office_id == office.id, Rating.state == RatingState.PUBLISHED)
    if (session.scalar(select(func.count()).select_from(of_office.subquery())) or 0) < rules.SMALLEST_SHOWN:
        return []
    return list(session.scalars(of_office.where(Rating.words != "").options(joinedload(Rating.standard)).order_by(Rating.id.desc()).limit(limit)))


def rateable_service(session: Session, secret: str) -> RateableService | None:
    """What a live link is for; nothing of whose it is."""
    with acting_as(session, READER):
        commitment = session.scalar(
            select(Commitment)
            .join(RatingLink, RatingLink.commitment_id == Commitment.id)
            .options(joinedload(Commitment.standard), joinedload(Commitment.office))
            .where(RatingLink.secret_hash == secret_hash(secret), RatingLink.used_on.is_(None), RatingLink.expires_at > clock.now())
        )
    return RateableService(commitment.standard, commitment.promise, commitment.office) if commitment else None
