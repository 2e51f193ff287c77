"""Register a program, give it secrets and keys, take them back, note that they were used, and keep its searches."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import new_secret, secret_hash
from labour_exchange.agencies.clients import access, texts
from labour_exchange.agencies.clients.events import ClientRegistered, ClientRevoked
from labour_exchange.agencies.clients.models import ApiClient, ApiCredential, ApiToken, SavedCriteria
from labour_exchange.agencies.clients.rules import (
    CRITERIA_NAME,
    KEY_PREFIX,
    LIVES,
    MOST_ALIVE,
    MOST_CRITERIA,
    SHOWN_LETTERS,
    TOKEN_LIVES,
    TOKEN_PREFIX,
    client_errors,
    is_alive,
)
from labour_exchange.agencies.clients.states import CredentialKind
from labour_exchange.agencies.models import Agency
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act


def register_client(session: Session, actor: Actor, agency: Agency, *, name: str, scopes: Sequence[str]) -> ApiClient:
    """Register a program; it can do nothing before it has a secret or a key. Raises InvalidInput."""
    if not access.may_keep(actor, agency.id):
        raise NotFound
    errors = client_errors(name, scopes)
    if errors:
        raise InvalidInput(errors)
    client = ApiClient(
        agency_id=agency.id,
        name=name.strip(),
        scopes=list(dict.fromkeys(scopes)),
        is_demo=agency.is_demo,
        created_at=clock.now(),
        created_by_id=actor.user_id,
    )
    session.add(client)
    session.flush()
    record_act(session, actor, "register client", "api_client", client.id)
    record(session, actor, ClientRegistered(agency.id, client.id))
    return client


def issue_credential(session: Session, actor: Actor, client: ApiClient, kind: CredentialKind) -> tuple[ApiCredential, str]:
    """A new secret or key, and its words, which nobody can read again. Raises Conflict(two_alive)."""
    if not access.may_keep(actor, client.agency_id):
        raise NotFound
    # One at a time for a program: the second of two clicks waits here and then counts the first.
    session.scalars(select(ApiClient.id).where(ApiClient.id == client.id).with_for_update()).one()
    now = clock.now()
    wanted = select(ApiCredential).where(ApiCredential.client_id == client.id, ApiCredential.kind == kind)
    alive = [one for one in session.scalars(wanted) if is_alive(one.expires_at, one.revoked_at, now)]
    if client.revoked_at is not None or len(alive) >= MOST_ALIVE:
        raise Conflict(texts.TWO_ALIVE)
    words = f"{KEY_PREFIX if kind is CredentialKind.KEY else ''}{new_secret()}"
    made = ApiCredential(
        client_id=client.id, kind=kind, hash=secret_hash(words), ending=words[-SHOWN_LETTERS:], created_at=now, expires_at=now + LIVES
    )
    session.add(made)
    session.flush()
    record_act(session, actor, "issue credential", "api_client", client.id, credential=made.id, of_kind=kind.value)
    return made, words


def revoke_credential(session: Session, actor: Actor, client: ApiClient, credential: ApiCredential) -> None:
    """From now on it opens nothing, nor do the tokens it was exchanged for. Doing it twice is doing it once."""
    if not access.may_keep(actor, client.agency_id) or credential.client_id != client.id:
        raise NotFound
    if credential.revoked_at is None:
        credential.revoked_at = clock.now()
        session.flush()
        record_act(session, actor, "revoke credential", "api_client", client.id, credential=credential.id)


def revoke_client(session: Session, actor: Actor, client: ApiClient) -> None:
    """The program is let in no more, whatever it holds. Doing it twice is doing it once."""
    if not access.may_keep(actor, client.agency_id):
        raise NotFound
    if client.revoked_at is None:
        client.revoked_at = clock.now()
        session.flush()
        record_act(session, actor, "revoke client", "api_client", client.id)
        record(session, actor, ClientRevoked(client.agency_id, client.id))


def issue_token(session: Session, credential: ApiCredential, scopes: Sequence[str]) -> str:
    """The words of a token that lives for an hour; the caller has checked the secret."""
    words, now = f"{TOKEN_PREFIX}{new_secret()}", clock.now()
    session.add(ApiToken(credential_id=credential.id, hash=secret_hash(words), scopes=list(scopes), issued_at=now, expires_at=now + TOKEN_LIVES))
    session.flush()
    return words


def note_use(session: Session, credential: ApiCredential) -> bool:
    """Keep the day of the last use, nothing finer; True when it was not written yet."""
    today = clock.today()
    if credential.last_used_on == today:
        return False
    session.execute(update(ApiCredential).where(ApiCredential.id == credential.id).values(last_used_on=today))
    return True


def forget_dead_tokens(session: Session) -> None:
    """Tokens that have expired open nothing: they are not kept. Run daily."""
    session.execute(delete(ApiToken).where(ApiToken.expires_at < clock.now()))


def keep_criteria(session: Session, actor: Actor, agency: Agency, *, name: str, question: str) -> tuple[SavedCriteria, bool]:
    """Keep a search under this name, in place of what it named before; and whether it is new. Raises NotFound, Conflict(too_many_criteria)."""
    if not access.may_search_for(actor, agency.id) or not CRITERIA_NAME.fullmatch(name):
        raise NotFound
    # One agency at a time: two programs that add the last one find each other here.
    session.scalars(select(Agency.id).where(Agency.id == agency.id).with_for_update()).one()
    now = clock.now()
    found = session.scalars(select(SavedCriteria).where(SavedCriteria.agency_id == agency.id, SavedCriteria.name == name)).one_or_none()
    is_new = found is None
    if found is None:
        kept = session.scalar(select(func.count()).where(SavedCriteria.agency_id == agency.id)) or 0
        if kept >= MOST_CRITERIA:
            raise Conflict(texts.TOO_MANY_CRITERIA, most=MOST_CRITERIA)
        found = SavedCriteria(agency_id=agency.id, name=name, created_at=now)
        session.add(found)
    if is_new or found.question != question:
        found.question, found.changed_at = question, now
    session.flush()
    return found, is_new


def drop_criteria(session: Session, actor: Actor, criteria: SavedCriteria) -> None:
    """Forget a search that was kept."""
    if not access.may_search_for(actor, criteria.agency_id):
        raise NotFound
    session.delete(criteria)
    session.flush()
