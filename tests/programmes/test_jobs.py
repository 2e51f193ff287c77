"""A subsidised job from the employer's application through the agreement of three to monthly claims, and its end without contributions."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement, SubsidisedPost
from labour_exchange.programmes.operations import claims, enrolments, participation, payments, subsidised_jobs
from labour_exchange.programmes.queries import jobs as queries
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.states import ClaimState, DropReason, EnrolmentState, PostState
from tests.factories import programmes as made
from tests.factories.jobseekers import actor_of
from tests.factories.placements import hiring_employer
from tests.programmes.conftest import Cast, make_cast

FIRST = date(2026, 3, 16)
LAST = date(2027, 3, 15)
SPRING = datetime(2026, 3, 16, 12, tzinfo=clock.COUNTRY_ZONE)


def later(days: int) -> Any:
    return clock.hold(SPRING + timedelta(days=days))


def agreed(session: Session, cast: Cast) -> tuple[Agreement, Actor, Actor]:
    """An agreement before the approver, with its employer and its person."""
    post, hirer = made.offered_posts(session, cast.measure)
    subsidised_jobs.decide_posts(session, cast.officer, post, is_accepted=True)
    found = made.eligible(session, cast.measure, cast.officer)
    agreement = subsidised_jobs.draw_agreement(session, cast.officer, found, post, starts_on=FIRST, ends_on=LAST)
    return agreement, hirer, actor_of(found.jobseeker)


def running(session: Session, cast: Cast) -> tuple[Enrolment, Actor]:
    """A job that began on 16 March 2026."""
    agreement, hirer, person = agreed(session, cast)
    enrolments.approve_enrolment(session, cast.approver, agreement.enrolment)
    for signer in (hirer, person, cast.officer):
        subsidised_jobs.sign_agreement(session, signer, agreement)
    return participation.start_enrolment(session, cast.officer, agreement.enrolment), hirer


def test_the_whole_way_of_a_social_job(session: Session) -> None:
    with later(0):
        cast = make_cast(session)
        job, hirer = running(session, cast)
        # 35 % of 100,000 for six months, 20 % for three, 15 % for three, with part months at both ends.
        assert job.committed == sum(one.amount for one in queries.schedule_of(session, job))
        assert [row.planned for row in queries.months_of(session, job)][:2] == [18_065, 35_000]
    with later(30):
        march = date(2026, 3, 1)
        claim = claims.claim_month(session, hirer, job, month=march, worked_from=FIRST, worked_until=date(2026, 3, 31))
        assert claim.amount == 18_065
        with pytest.raises(Conflict, match="no_contribution"):
            claims.accept_claim(session, cast.officer, claim)
        claims.record_contribution(session, cast.officer, job, month=march, reference="ENPF 1")
        claims.accept_claim(session, cast.officer, claim)
        assert claim.payment is not None
        with pytest.raises(NotFound):
            payments.approve_payment(session, cast.officer, claim.payment)
        payments.approve_payment(session, cast.approver, claim.payment)
        assert (job.paid, cast.allocation.paid) == (18_065, 18_065)
    with later(400):
        claims.claim_month(session, hirer, job, month=date(2026, 9, 1), worked_from=date(2026, 9, 1), worked_until=date(2026, 9, 30))
        ended = participation.complete_enrolment(session, cast.officer, job, ended_on=LAST)
        assert (ended.state, cast.allocation.committed) == (EnrolmentState.COMPLETED, 18_065)
    assert disagreements(session) == []


def test_only_a_verified_employer_offers_for_itself(session: Session, cast: Cast) -> None:
    employer, hirer = hiring_employer(session)
    facts = subsidised_jobs.PostFacts("Gardener", "KZ-71", 1, 90_000, 12)
    _, other = hiring_employer(session)
    with pytest.raises(NotFound):
        subsidised_jobs.offer_posts(session, other, employer, cast.measure, facts)
    with pytest.raises(Conflict, match="measure_closed"):
        subsidised_jobs.offer_posts(session, hirer, employer, made.measure(session, made.TRAINING), facts)
    with pytest.raises(InvalidInput) as refused:
        subsidised_jobs.offer_posts(session, hirer, employer, cast.measure, subsidised_jobs.PostFacts(" ", "KZ-00", 0, 0, 13))
    assert [error.field for error in refused.value.errors] == ["title", "region_code", "posts", "pay", "months"]


def test_the_office_of_the_region_decides_on_an_offer(session: Session, cast: Cast) -> None:
    post, _ = made.offered_posts(session, cast.measure)
    with pytest.raises(NotFound):
        subsidised_jobs.decide_posts(session, cast.stranger, post, is_accepted=True)
    with pytest.raises(InvalidInput):
        subsidised_jobs.decide_posts(session, cast.officer, post, is_accepted=False)
    assert subsidised_jobs.decide_posts(session, cast.officer, post, is_accepted=False, reason="No such workplace.").state is PostState.REFUSED
    found = made.eligible(session, cast.measure, cast.officer)
    with pytest.raises(Conflict, match="post_not_open"):
        subsidised_jobs.draw_agreement(session, cast.officer, found, post, starts_on=clock.today(), ends_on=clock.today())


def test_no_more_people_than_jobs_and_a_job_is_free_again(session: Session, cast: Cast) -> None:
    post, _ = made.offered_posts(session, cast.measure, posts=1)
    subsidised_jobs.decide_posts(session, cast.officer, post, is_accepted=True)
    today, (first, second) = clock.today(), (made.eligible(session, cast.measure, cast.officer) for _ in range(2))
    subsidised_jobs.draw_agreement(session, cast.officer, first, post, starts_on=today, ends_on=today)
    with pytest.raises(Conflict, match="posts_filled"), session.begin_nested():
        subsidised_jobs.draw_agreement(session, cast.officer, second, post, starts_on=today, ends_on=today)
    participation.withdraw_enrolment(session, cast.officer, first)
    assert session.get_one(SubsidisedPost, post.id).posts_filled == 0
    session.refresh(second)
    subsidised_jobs.draw_agreement(session, cast.officer, second, post, starts_on=today, ends_on=today)


def test_nothing_begins_before_all_three_have_signed(session: Session) -> None:
    with later(0):
        cast = make_cast(session)
        agreement, hirer, person = agreed(session, cast)
        with pytest.raises(Conflict, match="not_allowed_now"):
            subsidised_jobs.sign_agreement(session, person, agreement)
        enrolments.approve_enrolment(session, cast.approver, agreement.enrolment)
        for signer in (person, hirer):
            subsidised_jobs.sign_agreement(session, signer, agreement)
            with pytest.raises(Conflict, match="not_signed"):
                participation.start_enrolment(session, cast.officer, agreement.enrolment)
        _, foreign = hiring_employer(session)
        for outsider in (foreign, actor_of(made.unemployed(session)), cast.stranger):
            with pytest.raises(NotFound):
                subsidised_jobs.sign_agreement(session, outsider, agreement)
        subsidised_jobs.sign_agreement(session, cast.officer, agreement)
        assert participation.start_enrolment(session, cast.officer, agreement.enrolment).state is EnrolmentState.STARTED


def test_a_claim_is_for_a_month_that_is_over_and_for_days_of_the_job(session: Session) -> None:
    with later(0):
        cast = make_cast(session)
        job, hirer = running(session, cast)
    march = date(2026, 3, 1)
    with later(15), pytest.raises(InvalidInput):
        claims.claim_month(session, hirer, job, month=march, worked_from=FIRST, worked_until=date(2026, 3, 31))
    with later(16):
        for since, until in ((FIRST - timedelta(days=1), FIRST), (FIRST, date(2026, 4, 1)), (date(2026, 3, 20), date(2026, 3, 19))):
            with pytest.raises(InvalidInput):
                claims.claim_month(session, hirer, job, month=march, worked_from=since, worked_until=until)
        half = claims.claim_month(session, hirer, job, month=march, worked_from=FIRST, worked_until=date(2026, 3, 23))
        assert half.amount == 9_033  # 8 of 16 days of 18,065.
        with pytest.raises(Conflict, match="claim_known"):
            claims.claim_month(session, hirer, job, month=march, worked_from=FIRST, worked_until=FIRST)
        claims.refuse_claim(session, cast.officer, half, reason="All days were worked.")
        again = claims.claim_month(session, hirer, job, month=march, worked_from=FIRST, worked_until=date(2026, 3, 31))
        assert (half.state, again.state) == (ClaimState.REFUSED, ClaimState.SUBMITTED)
        _, foreign = hiring_employer(session)
        with pytest.raises(NotFound):
            claims.claim_month(session, foreign, job, month=march, worked_from=FIRST, worked_until=FIRST)
        with pytest.raises(NotFound):
            queries.claim_for(session, foreign, again.public_id)


def test_a_job_ends_when_contributions_stop(session: Session) -> None:
    with later(0):
        cast = make_cast(session)
        job, _ = running(session, cast)
        claims.record_contribution(session, cast.officer, job, month=date(2026, 3, 1), reference="ENPF 1")
    with clock.hold(datetime(2026, 6, 29, 12, tzinfo=clock.COUNTRY_ZONE)):
        assert claims.stop_without_contributions(session) == 0
    with clock.hold(datetime(2026, 6, 30, 12, tzinfo=clock.COUNTRY_ZONE)):
        assert claims.stop_without_contributions(session) == 1
        assert claims.stop_without_contributions(session) == 0
    assert (job.state, job.drop_reason, job.ended_on) == (EnrolmentState.DROPPED_OUT, DropReason.CONTRIBUTIONS_STOPPED, date(2026, 3, 31))
    assert (job.committed, cast.allocation.committed) == (0, 0)
    assert disagreements(session) == []


def test_under_row_security_a_person_who_leaves_gives_the_job_back(session: Session, cast: Cast) -> None:
    found = made.approved(session, cast.measure, cast.officer, cast.approver)
    agreement, person = made.signed_agreement(session, found), actor_of(found.jobseeker)
    post = agreement.post
    with acting_as(session, person):
        participation.withdraw_enrolment(session, person, found)
    session.expire_all()
    assert (post.posts_filled, found.committed) == (0, 0)
