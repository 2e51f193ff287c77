"""Who proposes, consents and follows up, and whose rows an actor sees."""

from sqlalchemy import Boolean, Select, false, func, select

from labour_exchange.agencies.queries import holds_licence
from labour_exchange.cases.models import Case
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.partners.models import FollowUpPartner, PartnerMeeting
from labour_exchange.partners.states import PartnerState

KEEP_PARTNERS = Action("keep follow-up partners of cases of the own region", OFFICE_STAFF)
ANSWER_PARTNERS = action_for("decide who follows the own case up", ActorKind.JOBSEEKER)
FOLLOW_UP = action_for("follow up people who have consented", ActorKind.AGENCY)


def may_answer(actor: Actor, partner: FollowUpPartner) -> bool:
    """The person whose case it is."""
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == partner.jobseeker_id


def may_keep(actor: Actor, partner: FollowUpPartner) -> bool:
    """Staff of the region where the case is now."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == partner.case.region_code


def may_follow(actor: Actor, partner: FollowUpPartner) -> bool:
    """The agency itself; for a provider, which has no accounts, the office that works with it."""
    if actor.kind is ActorKind.AGENCY:
        return actor.organisation_id is not None and actor.organisation_id == partner.agency_id
    return partner.provider_id is not None and may_keep(actor, partner)


def visible_partners(actor: Actor, wanted: Select[tuple[FollowUpPartner]]) -> Select[tuple[FollowUpPartner]]:
    """Limit a select to those of the person, or of cases in the office's region; to an agency only what stands today.

    Consent, date, licence, and a case that is open in the region that proposed: one of them gone, the agency finds nothing.
    """
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(FollowUpPartner.jobseeker_id == actor.jobseeker_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(FollowUpPartner.case_id.in_(select(Case.id).where(Case.region_code == actor.region_code)))
    if actor.kind is ActorKind.AGENCY and actor.organisation_id is not None:
        today = clock.today()
        # An agency reads no case, so that whether it stands is asked as its owner.
        stands = func.case_stands(FollowUpPartner.case_id, FollowUpPartner.region_code, type_=Boolean)
        of_agency = wanted.where(FollowUpPartner.agency_id == actor.organisation_id, FollowUpPartner.state == PartnerState.ACTIVE)
        return of_agency.where(FollowUpPartner.until_on >= today, holds_licence(actor.organisation_id, today), stands)
    return wanted.where(false())


def visible_meetings(actor: Actor, wanted: Select[tuple[PartnerMeeting]]) -> Select[tuple[PartnerMeeting]]:
    """Limit a select to the meetings with partners that the actor sees."""
    seen = visible_partners(actor, select(FollowUpPartner)).with_only_columns(FollowUpPartner.id)
    return wanted.where(PartnerMeeting.partner_id.in_(seen))
