"""Find a program by its id, and whoever a token or key belongs to."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.accounts.credentials import secret_hash
from labour_exchange.agencies.clients.access import may_keep
from labour_exchange.agencies.clients.models import ApiClient, ApiCredential, ApiToken, SavedCriteria
from labour_exchange.agencies.clients.rules import KEY_PREFIX, TOKEN_PREFIX, is_alive
from labour_exchange.agencies.clients.states import CredentialKind
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound


@dataclass(frozen=True, slots=True)
class ProvenClient:
    """Who a request is from: the program, the credential it proved itself with, and what that one lets it do."""

    client: ApiClient
    credential: ApiCredential
    scopes: frozenset[str]

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.AGENCY, organisation_id=self.client.agency_id, task=f"client {self.client.public_id}")


def clients_of_agency(session: Session, agency_id: int) -> list[ApiClient]:
    """Every program the agency has registered, those that were revoked last."""
    wanted = select(ApiClient).where(ApiClient.agency_id == agency_id).options(selectinload(ApiClient.credentials))
    return list(session.scalars(wanted.order_by(ApiClient.revoked_at.is_not(None), ApiClient.name, ApiClient.id)))


def client_for(session: Session, actor: Actor, public_id: str) -> ApiClient:
    """A program that the actor keeps; raises NotFound."""
    found = session.scalars(select(ApiClient).where(ApiClient.public_id == public_id)).one_or_none()
    if found is None or not may_keep(actor, found.agency_id):
        raise NotFound
    return found


def client_by_public_id(session: Session, public_id: str) -> ApiClient | None:
    """A program that was not revoked."""
    return session.scalars(select(ApiClient).where(ApiClient.public_id == public_id, ApiClient.revoked_at.is_(None))).one_or_none()


def credential_of(session: Session, client: ApiClient, secret: str) -> ApiCredential | None:
    """The living secret of this program that was given, if it is one."""
    wanted = select(ApiCredential).where(
        ApiCredential.client_id == client.id, ApiCredential.kind == CredentialKind.SECRET, ApiCredential.hash == secret_hash(secret)
    )
    found = session.scalars(wanted).one_or_none()
    return found if found and is_alive(found.expires_at, found.revoked_at, clock.now()) else None


def proven_client(session: Session, bearer: str) -> ProvenClient | None:
    """Whose token or key this is, while everything it rests on is alive."""
    if bearer.startswith(TOKEN_PREFIX):
        return _by_token(session, bearer)
    if bearer.startswith(KEY_PREFIX):
        return _by_key(session, bearer)
    return None


def criteria_of(agency_id: int) -> Select[tuple[SavedCriteria]]:
    """The searches that an agency keeps."""
    return select(SavedCriteria).where(SavedCriteria.agency_id == agency_id)


def criteria_named(session: Session, agency_id: int, name: str) -> SavedCriteria:
    """Raises NotFound."""
    found = session.scalars(criteria_of(agency_id).where(SavedCriteria.name == name)).one_or_none()
    if found is None:
        raise NotFound
    return found


def _by_token(session: Session, bearer: str) -> ProvenClient | None:
    whole = joinedload(ApiToken.credential).joinedload(ApiCredential.client)
    token = session.scalars(select(ApiToken).where(ApiToken.hash == secret_hash(bearer)).options(whole)).one_or_none()
    if token is None or not is_alive(token.expires_at, None, clock.now()):
        return None
    return _proven(token.credential, frozenset(token.scopes))


def _by_key(session: Session, bearer: str) -> ProvenClient | None:
    wanted = select(ApiCredential).where(ApiCredential.kind == CredentialKind.KEY, ApiCredential.hash == secret_hash(bearer))
    credential = session.scalars(wanted.options(joinedload(ApiCredential.client))).one_or_none()
    return _proven(credential, frozenset(credential.client.scopes)) if credential else None


def _proven(credential: ApiCredential, scopes: frozenset[str]) -> ProvenClient | None:
    client = credential.client
    is_living = client.revoked_at is None and is_alive(credential.expires_at, credential.revoked_at, clock.now())
    return ProvenClient(client, credential, scopes & frozenset(client.scopes)) if is_living else None
