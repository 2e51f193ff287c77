"""Writes the demo's standards with their promises and ratings; what the registers can measure is measured by the job itself."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import psycopg
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.commands.demo.accounts import ELSEWHERE, HOME
from labour_exchange.commands.demo.scales import SEED
from labour_exchange.commands.demo.standards import wording
from labour_exchange.commands.demo.standards.complaints import fill_complaints
from labour_exchange.foundation import clock
from labour_exchange.jobseekers.models import Registration
from labour_exchange.offices.models import Office
from labour_exchange.offices.states import OfficeLevel
from labour_exchange.standards.models import Commitment, Rating, Remark, Standard, StandardVersion
from labour_exchange.standards.operations import count_service_figures, measure_commitments
from labour_exchange.standards.rules import promises as rules
from labour_exchange.standards.rules.drafting import ANSWER_DAYS
from labour_exchange.standards.states import Outcome, Promise, RatingState, RefusalCode, RemarkKind, RemarkState, VersionState

DAY, YEAR = timedelta(days=1), timedelta(days=365)
MEASURED_HERE = 20_000
"""Registrations up to which loading waits for the measurement; the ten-minute job takes larger countries."""
# Every sixth unemployed person of the demo has no referral, and of the others about one in twelve waited longer than promised.
REFERRALS = """
INSERT INTO referrals (public_id, jobseeker_id, vacancy_id, employer_id, region_code, note, answer_note, is_demo, created_at, closed_at, version,
                       state, office_id, expires_on)
SELECT substr(md5('demo referral ' || r.id), 1, 16), r.jobseeker_id, v.id, v.employer_id, r.region_code, '', '', true, s.at,
       CASE WHEN s.at < now() - interval '10 days' THEN s.at + interval '10 days' END, 1,
       CASE WHEN s.at < now() - interval '10 days' THEN 'expired' ELSE 'issued' END, r.office_id, (s.at + interval '10 days')::date
  FROM registrations r
  CROSS JOIN LATERAL (SELECT r.registered_on + time '05:00' + make_interval(days => 1 + (r.id % 12 = 0)::int * 20 + (r.id % 9)::int) AS at) s
  CROSS JOIN LATERAL (SELECT v.id, v.employer_id FROM vacancies v WHERE v.is_demo AND v.region_code = r.region_code ORDER BY v.id LIMIT 1) v
 WHERE r.is_demo AND r.category = 'unemployed' AND r.id % 6 <> 0 AND s.at < now() AND (r.ended_on IS NULL OR s.at::date <= r.ended_on)
ON CONFLICT DO NOTHING
"""


def copy_referrals(owner: psycopg.Connection) -> int:
    """Referrals of the demo's unemployed people, as the owner role."""
    return owner.execute(REFERRALS).rowcount


def fill_standards(session: Session) -> None:
    """Everything the pages of standards show; nothing when it is there already."""
    if session.scalar(select(Standard.id).where(Standard.is_demo).limit(1)) is not None:
        return
    chance, today = Random(SEED), clock.today()
    national = {one.promise: _national(session, one, today - 2 * YEAR) for one in (wording.REGISTRATION, wording.VACANCY_CHECK)}
    old = _national(session, wording.REFERRAL_BEFORE, today - 2 * YEAR)
    national[Promise.REFERRAL] = _replace(session, old, wording.REFERRAL, today - YEAR)
    _discussed(session, today)
    _decided(session, today)
    offices = session.scalars(select(Office).where(Office.level == OfficeLevel.REGIONAL).order_by(Office.id)).all()
    registration = national[Promise.REGISTRATION]
    people = session.scalars(select(Registration).where(Registration.is_demo, Registration.registered_on > today - YEAR)).all()
    session.add_all(_registered(chance, one, registration) for one in people if len(people) <= MEASURED_HERE)
    for standard in national.values():
        session.add_all(rating for office in offices for rating in _ratings(chance, office, standard, today))
    session.flush()
    if len(people) <= MEASURED_HERE:
        measure_commitments(session, session.flush)
        fill_complaints(session, chance)
        count_service_figures(session)


def _version(session: Session, standard: Standard, service: wording.Service, number: int, state: VersionState) -> StandardVersion:
    made = StandardVersion(
        standard_id=standard.id,
        number=number,
        state=state,
        title=service.title,
        audience=service.audience,
        documents=service.documents,
        term_days=service.term_days,
        complaint_days=ANSWER_DAYS,
        paragraphs=service.paragraphs,
        changed_at=clock.now(),
    )
    session.add(made)
    return made


def _standard(session: Session, region_code: str | None, promise: Promise | None) -> Standard:
    made = Standard(region_code=region_code, promise=promise, is_demo=True, created_at=clock.now())
    session.add(made)
    session.flush()
    return made


def _in_force(version: StandardVersion, since: date, report: str = wording.NO_REMARKS) -> None:
    days = (clock.today() - since).days
    version.published_at, version.approved_at = clock.now() - timedelta(days=days + 40), clock.now() - timedelta(days=days + 10)
    version.discussed_until_on, version.in_force_from = since - 25 * DAY, since
    version.report, version.reported_at = report, clock.now() - timedelta(days=days + 15)


def _national(session: Session, service: wording.Service, since: date) -> Standard:
    standard = _standard(session, None, service.promise)
    _in_force(_version(session, standard, service, 1, VersionState.IN_FORCE), since)
    session.flush()
    return standard


def _replace(session: Session, standard: Standard, service: wording.Service, since: date) -> Standard:
    before = session.scalars(select(StandardVersion).where(StandardVersion.standard_id == standard.id)).one()
    before.state, before.replaced_on = VersionState.REPLACED, since
    session.flush()
    _in_force(_version(session, standard, service, 2, VersionState.IN_FORCE), since)
    session.flush()
    return standard


def _discussed(session: Session, today: date) -> None:
    """A draft of the region of the demo's officer, with remarks at every point of their way."""
    version = _version(session, _standard(session, HOME, None), wording.COUNSELLING, 1, VersionState.DISCUSSION)
    version.published_at, version.discussed_until_on = clock.now() - 4 * DAY, today + 20 * DAY
    session.flush()
    lead: Remark | None = None
    for paragraph, kind, language, text, fate, outcome, answer in wording.REMARKS:
        made = Remark(
            version_id=version.id,
            region_code=HOME,
            paragraph=paragraph,
            kind=RemarkKind(kind),
            language=language,
            text=text,
            state={"waiting": RemarkState.WAITING, "advertising": RemarkState.REFUSED}.get(fate, RemarkState.PUBLISHED),
            refusal=RefusalCode.ADVERTISING if fate == "advertising" else None,
            duplicate_of_id=lead.id if lead and fate == "duplicate" else None,
            outcome=Outcome(outcome) if outcome else None,
            answer=answer,
            answered_at=clock.now() if outcome else None,
            sent_at=clock.now() - 2 * DAY,
        )
        session.add(made)
        session.flush()
        lead = lead or made


def _decided(session: Session, today: date) -> None:
    """The same service in another region, discussed, reported and in force."""
    version = _version(session, _standard(session, ELSEWHERE, None), wording.COUNSELLING, 1, VersionState.IN_FORCE)
    _in_force(version, today - 60 * DAY, wording.REPORT)
    session.flush()
    paragraph, kind, language, text, _fate, outcome, answer = wording.REMARKS[0]
    first = {"version_id": version.id, "region_code": ELSEWHERE, "paragraph": paragraph, "state": RemarkState.PUBLISHED}
    answered = {"outcome": Outcome(outcome), "answer": answer, "answered_at": version.reported_at, "sent_at": version.published_at}
    session.add(Remark(kind=RemarkKind(kind), language=language, text=text, **first, **answered))
    session.flush()


def _registered(chance: Random, registration: Registration, standard: Standard) -> Commitment:
    """The demo has no log of who wrote a person down when; so the days of this promise are drawn, about one in fifteen too late."""
    promised_on = registration.registered_on
    done_on = min(promised_on + DAY * chance.choice((0,) * 9 + (1,) * 5 + (5,)), clock.today())
    due = rules.due_on(promised_on, 1)
    return Commitment(
        standard_id=standard.id,
        promise=Promise.REGISTRATION,
        subject_id=registration.id,
        jobseeker_id=registration.jobseeker_id,
        office_id=registration.office_id,
        region_code=registration.region_code,
        promised_on=promised_on,
        due_on=due,
        done_on=done_on,
        days=rules.days_used(promised_on, done_on),
        state=rules.standing(due, done_on, None, clock.today()),
    )


def _ratings(chance: Random, office: Office, standard: Standard, today: date) -> Sequence[Rating]:
    """From nobody to a dozen in each of the last two finished quarters; some with words, which the latest have at the demo's own office."""
    latest = rules.quarter_before(rules.quarter_of(today))
    days = [quarter + DAY * chance.randint(0, 85) for quarter in (rules.quarter_before(latest), latest) for _ in range(chance.randint(0, 12))]
    plain = [_rating(office, standard, day, chance.choice((5, 5, 4, 4, 4, 3, 2, 1))) for day in days]
    if standard.promise is not Promise.REGISTRATION or office.region_code not in (HOME, ELSEWHERE):
        return plain
    said = []
    for points, language, words, state, answer in wording.RATING_WORDS:
        made = _rating(office, standard, today - 6 * DAY, points)
        made.language, made.words, made.state, made.answer = language, words, RatingState(state), answer
        made.answered_on = today - DAY if answer else None
        said.append(made)
    return [*plain, *said]


def _rating(office: Office, standard: Standard, day: date, points: int) -> Rating:
    return Rating(
        standard_id=standard.id,
        office_id=office.id,
        region_code=office.region_code or "",
        points=points,
        words="",
        language="kk",
        rated_on=day,
        state=RatingState.PUBLISHED,
        answer="",
        is_demo=True,
    )
