"""Agencies are told what concerns them, as often as it takes and no longer, and can have it told again."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from standardwebhooks import Webhook, WebhookVerificationError

from config import Settings
from labour_exchange.agencies.operations import suspend_licence
from labour_exchange.agencies.queries import licence_of
from labour_exchange.agencies.states import LicenceState
from labour_exchange.feeds.webhooks import operations, queries, reactions, sending
from labour_exchange.feeds.webhooks.dispatching import deliver_due, forget_old_messages
from labour_exchange.feeds.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookMessage
from labour_exchange.feeds.webhooks.states import DeliveryState, DisabledBecause, EndpointState, EventKind, Outcome
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from tests.factories import jobseekers, placements, vacancies
from tests.feeds.receiving import Received, Receiver, agency_with_licence, receiving


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    with receiving() as found:
        sending.configure(replace(settings, webhook_loopback_receivers=(found.authority,)))
        yield found
    sending.configure(settings)


@pytest.fixture
def agency(session: ExchangeSession) -> Actor:
    return agency_with_licence(session)


def tell(session: ExchangeSession, agency: Actor, kind: EventKind = EventKind.VACANCY_CLOSED) -> WebhookMessage | None:
    return operations.tell_agency(session, agency.organisation_id or 0, kind, {"vacancies": [{"id": "0123456789abcdef"}]})


def deliveries(session: ExchangeSession) -> list[WebhookDelivery]:
    return list(session.scalars(select(WebhookDelivery).order_by(WebhookDelivery.id).execution_options(populate_existing=True)))


def verified(secret: str, request: Received) -> dict[str, object]:
    found: dict[str, object] = Webhook(secret).verify(request.body, request.headers)
    return found


def test_what_a_stream_took_off_is_one_message(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    operations.add_endpoint(session, agency, url=receiver.url)
    gone = [vacancies.published(session, agency_id=agency.organisation_id, source_name=None, external_id=f"A-{number}") for number in range(3)]
    reactions.tell_of_withdrawal(session, {"vacancy_ids": [one.id for one in gone]})
    (message,) = session.scalars(select(WebhookMessage))
    told = message.payload["data"]
    assert [one["id"] for one in told["vacancies"]] == [one.public_id for one in gone]
    assert told["state"] == "withdrawn"


def test_what_was_closed_is_told_and_the_reference_library_accepts_it(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    endpoint = operations.add_endpoint(session, agency, url=receiver.url)
    vacancy = vacancies.published(session, agency_id=agency.organisation_id, source_name=None, external_id="A-1")
    reactions.tell_of_closing(session, {"vacancy_id": vacancy.id, "state": "withdrawn"})
    assert deliver_due(session) == 1
    told = verified(endpoint.secret, receiver.requests[0])
    assert told["type"] == "vacancy.closed"
    assert told["data"] == {"vacancies": [{"id": vacancy.public_id, "source": None, "external_id": "A-1"}], "state": "withdrawn"}
    assert set(told) == {"type", "timestamp", "data"}
    delivery = deliveries(session)[0]
    assert (delivery.state, delivery.attempts, delivery.next_at) == (DeliveryState.DELIVERED, 1, None)
    assert receiver.requests[0].headers["webhook-id"] == delivery.message.public_id
    assert deliver_due(session) == 0


def test_an_application_is_told_by_ids_alone(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    operations.add_endpoint(session, agency, url=receiver.url, kinds=["application.sent"])
    vacancy = vacancies.published(session, agency_id=agency.organisation_id)
    person = jobseekers.with_profile(session, family_name="Zqprivate")
    application = placements.application(session, vacancy, person)
    reactions.tell_of_application(session, {"application_id": application.id})
    reactions.tell_of_closing(session, {"vacancy_id": vacancy.id, "state": "filled"})
    assert deliver_due(session) == 1
    told = json.loads(receiver.requests[0].body)
    assert told["data"] == {"application": application.public_id, "vacancy": vacancy.public_id, "state": "sent"}
    assert b"Zqprivate" not in receiver.requests[0].body


def test_a_suspended_agency_is_told_of_its_licence_and_of_nothing_else(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    operations.add_endpoint(session, agency, url=receiver.url)
    licence = licence_of(session, agency.organisation_id or 0)
    assert licence is not None
    suspend_licence(session, system_actor("test"), licence, reason="a fee was charged")
    reactions.tell_of_licence(session, {"agency_id": agency.organisation_id, "state": LicenceState.SUSPENDED.value})
    vacancy = vacancies.published(session, agency_id=agency.organisation_id)
    reactions.tell_of_publication(session, {"vacancy_id": vacancy.id})
    reactions.tell_of_import(session, {"vacancy_ids": [vacancy.id]})
    kinds = {one.message.kind for one in deliveries(session)}
    assert kinds == {EventKind.LICENCE_CHANGED}


def test_ten_attempts_over_seventy_five_hours_on_a_held_clock(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    operations.add_endpoint(session, agency, url=receiver.url)
    receiver.status, begun, tried = 500, clock.now(), []
    with clock.hold(begun):
        tell(session, agency)
    moment = begun
    for _ in range(40):
        with clock.hold(moment):
            if deliver_due(session):
                tried.append(moment)
        delivery = deliveries(session)[0]
        if delivery.next_at is None:
            break
        # A second before its time nothing is sent.
        with clock.hold(delivery.next_at - timedelta(seconds=1)):
            assert deliver_due(session) == 0
        moment = delivery.next_at
    assert len(tried) == len(receiver.requests) == 10
    assert timedelta(hours=67) < tried[-1] - tried[0] < timedelta(hours=84)
    assert deliveries(session)[0].state is DeliveryState.FAILED
    assert len({one.headers["webhook-id"] for one in receiver.requests}) == 1
    stamps = [int(one.headers["webhook-timestamp"]) for one in receiver.requests]
    assert stamps == [int(moment.timestamp()) for moment in tried]
    log = session.scalars(select(WebhookAttempt).order_by(WebhookAttempt.id)).all()
    assert [(one.outcome, one.status) for one in log] == [(Outcome.REFUSED, 500)] * 10
    with clock.hold(begun + timedelta(days=20)):
        assert deliver_due(session) == 0


def test_what_fails_at_first_is_delivered_later_and_only_once(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    operations.add_endpoint(session, agency, url=receiver.url)
    tell(session, agency)
    receiver.status = 503
    deliver_due(session)
    receiver.status = 200
    with clock.hold(clock.now() + timedelta(minutes=1)):
        assert deliver_due(session) == 1
        assert deliver_due(session) == 0
    assert deliveries(session)[0].state is DeliveryState.DELIVERED


def test_410_turns_the_endpoint_off_and_cancels_what_waits(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    endpoint = operations.add_endpoint(session, agency, url=receiver.url)
    for _ in range(3):
        tell(session, agency)
    receiver.status = 410
    assert deliver_due(session) == 1
    session.refresh(endpoint)
    assert (endpoint.state, endpoint.disabled_because) == (EndpointState.DISABLED, DisabledBecause.GONE)
    assert [one.state for one in deliveries(session)] == [DeliveryState.FAILED, DeliveryState.CANCELLED, DeliveryState.CANCELLED]
    assert tell(session, agency) is None
    with pytest.raises(Conflict):
        operations.replay(session, agency, endpoint)
    receiver.status = 200
    operations.enable_endpoint(session, agency, endpoint)
    assert operations.replay(session, agency, endpoint) == 3
    assert deliver_due(session) == 3


def test_while_a_secret_is_replaced_either_verifies_and_after_a_day_only_the_new_one(
    session: ExchangeSession, agency: Actor, receiver: Receiver
) -> None:
    endpoint = operations.add_endpoint(session, agency, url=receiver.url)
    old = endpoint.secret
    operations.rotate_secret(session, agency, endpoint)
    tell(session, agency)
    deliver_due(session)
    assert verified(old, receiver.requests[0]) == verified(endpoint.secret, receiver.requests[0])
    endpoint.former_until = clock.now() - timedelta(seconds=1)
    tell(session, agency)
    deliver_due(session)
    verified(endpoint.secret, receiver.requests[1])
    with pytest.raises(WebhookVerificationError):
        verified(old, receiver.requests[1])


def test_an_agency_has_one_or_all_since_an_instant_sent_again(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    endpoint = operations.add_endpoint(session, agency, url=receiver.url)
    with clock.hold(clock.now() - timedelta(hours=3)):
        tell(session, agency)
    tell(session, agency)
    tell(session, agency)
    assert deliver_due(session) == 3
    first = deliveries(session)[0]
    assert operations.replay(session, agency, endpoint, delivery_id=first.public_id) == 1
    assert deliver_due(session) == 1
    assert receiver.requests[3].headers["webhook-id"] == receiver.requests[0].headers["webhook-id"]
    assert operations.replay(session, agency, endpoint, since=clock.now() - timedelta(hours=1)) == 2
    assert deliver_due(session) == 2
    with pytest.raises(NotFound):
        operations.replay(session, agency, endpoint, delivery_id="nobodys")


def test_a_dead_endpoint_starves_nobody(session: ExchangeSession, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(sending, "WHOLE_SECONDS", 1.0)
    living, dead = agency_with_licence(session), [agency_with_licence(session) for _ in range(5)]
    with receiving() as silent:
        silent.wait = threading.Event()
        sending.configure(replace(settings, webhook_loopback_receivers=(receiver.authority, silent.authority)))
        for agency in dead:
            operations.add_endpoint(session, agency, url=silent.url)
            for _ in range(30):
                tell(session, agency)
        operations.add_endpoint(session, living, url=receiver.url)
        for _ in range(30):
            tell(session, living)
        begun = time.monotonic()
        # Thirty for the living one; one each shows that the others are dead.
        assert deliver_due(session) == 30 + len(dead)
        assert time.monotonic() - begun < 5
        assert len(receiver.requests) == 30
        assert deliver_due(session) == 0
        silent.wait.set()
        with clock.hold(clock.now() + timedelta(seconds=40)):
            assert deliver_due(session) == len(dead)
        # They are back: the rest follows at once.
        with clock.hold(clock.now() + timedelta(seconds=41)):
            assert deliver_due(session) == len(dead) * 29


@pytest.mark.parametrize("url", ["http://agency.example/", "https://127.0.0.1/", "https://user@agency.example/", "https://10.0.0.1/", "nothing", ""])
def test_addresses_that_are_never_called_are_not_kept(session: ExchangeSession, agency: Actor, url: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        operations.add_endpoint(session, agency, url=url, kinds=["no such event"])
    assert {error.field for error in refused.value.errors} == {"url", "kinds"}


def test_there_is_a_limit_to_endpoints(session: ExchangeSession, agency: Actor) -> None:
    for number in range(operations.MOST_ENDPOINTS):
        operations.add_endpoint(session, agency, url=f"https://agency.example/{number}")
    with pytest.raises(Conflict):
        operations.add_endpoint(session, agency, url="https://agency.example/last")


def test_nobody_else_sees_or_changes_an_endpoint(session: ExchangeSession, agency: Actor) -> None:
    endpoint = operations.add_endpoint(session, agency, url="https://agency.example/")
    other = agency_with_licence(session)
    assert queries.own_endpoints(session, agency) == [endpoint]
    for actor in (other, replace(other, kind=ActorKind.EMPLOYER, organisation_id=agency.organisation_id)):
        assert queries.own_endpoints(session, actor) == []
        with pytest.raises(NotFound):
            queries.own_endpoint(session, actor, endpoint.public_id)
        for act in (operations.rotate_secret, operations.disable_endpoint, operations.delete_endpoint, operations.send_test, operations.replay):
            with pytest.raises(NotFound):
                act(session, actor, endpoint)


def test_the_secret_is_not_readable_in_the_database(session: ExchangeSession, agency: Actor) -> None:
    endpoint = operations.add_endpoint(session, agency, url="https://agency.example/")
    stored = session.connection().exec_driver_sql("SELECT secret FROM webhook_endpoints").scalar_one()
    assert endpoint.secret.encode() not in bytes(stored)
    assert endpoint.secret.startswith("whsec_")


def test_messages_are_forgotten_after_a_month(session: ExchangeSession, agency: Actor, receiver: Receiver) -> None:
    operations.add_endpoint(session, agency, url=receiver.url)
    now: datetime = clock.now()
    with clock.hold(now - timedelta(days=31)):
        tell(session, agency)
    tell(session, agency)
    with acting_as(session, system_actor("test")):
        forget_old_messages(session)
    assert len(deliveries(session)) == 1
    assert session.scalars(select(WebhookEndpoint)).one()
