"""Letters about links and replies: to the right reader, once, and without a person's name."""

from sqlalchemy import select

from labour_exchange.agencies import operations
from labour_exchange.agencies.states import ComplaintCategory
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.operations.links import link_agency, unlink_agency
from labour_exchange.jobseekers.states import LinkLevel
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions.agencies import tell_agency_of_link, tell_agency_of_unlinking, tell_of_reply
from labour_exchange.notifications.states import MessageKind
from tests.factories import agencies
from tests.factories import jobseekers as people
from tests.factories.accounts import user


def told(session: ExchangeSession) -> list[tuple[MessageKind, int | None]]:
    return [(row.kind, row.user_id) for row in session.execute(select(Message.kind, Message.user_id).order_by(Message.id))]


def test_an_agency_hears_of_each_link_and_of_its_end(session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    person = people.with_profile(session)
    facts = {"agency_id": agency.id, "jobseeker_id": person.id}
    for _ in range(2):
        link = link_agency(session, people.actor_of(person), person, agency, shows=LinkLevel.PROFILE)
        tell_agency_of_link(session, facts)
        tell_agency_of_link(session, facts)
        unlink_agency(session, people.actor_of(person), link)
        tell_agency_of_unlinking(session, facts)
    assert told(session) == [(MessageKind.AGENCY_LINKED, actor.user_id), (MessageKind.AGENCY_UNLINKED, actor.user_id)] * 2
    assert all(person.family_name not in str(vars(one)) for one in session.scalars(select(Message)))


def test_who_complained_hears_of_the_reply(session: ExchangeSession) -> None:
    agency, actor = agencies.in_force(session)
    writer = Actor(ActorKind.EMPLOYER, user_id=user(session, ActorKind.EMPLOYER).id)
    made = operations.file_complaint(session, writer, agency, category=ComplaintCategory.OTHER, text="They were late.")
    operations.reply_to_complaint(session, actor, made, reply="We were.")
    tell_of_reply(session, {"complaint_id": made.id, "agency_id": agency.id})
    assert told(session) == [(MessageKind.COMPLAINT_REPLIED, writer.user_id)]
