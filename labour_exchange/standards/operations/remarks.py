"""A remark sent without an account, confirmed by its sender, moderated, grouped with those that say the same, and answered."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import new_secret, secret_hash
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound, Refusal
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.standards import access, texts
from labour_exchange.standards.events import RemarkAnswered, RemarkConfirmed, RemarkSent
from labour_exchange.standards.models import Remark, RemarkSender, StandardVersion
from labour_exchange.standards.rules.drafting import LONGEST_TEXT, takes_remarks
from labour_exchange.standards.states import REMARK_LIFECYCLE, Outcome, RefusalCode, RemarkKind, RemarkState, VersionState

CONFIRMED_WITHIN = timedelta(days=3)
CLERK = system_actor("public discussion")
"""Visitors write no rows: the exchange files what they send."""


def send_remark(session: Session, version: StandardVersion, *, paragraph: int, kind: RemarkKind, text: str, language: str, address: str) -> Remark:
    """File a remark that nobody reads before its sender confirms the address. Raises InvalidInput, Conflict(discussion_closed)."""
    if not takes_remarks(version.state, version.discussed_until_on, clock.today()):
        raise Conflict(texts.DISCUSSION_CLOSED)
    _refuse_words("text", text)
    if not 0 <= paragraph <= len(version.paragraphs):
        raise InvalidInput([FieldError("paragraph", texts.PARAGRAPH_UNKNOWN)])
    now = clock.now()
    with acting_as(session, CLERK):
        remark = Remark(
            version_id=version.id,
            region_code=version.standard.region_code,
            paragraph=paragraph,
            kind=kind,
            language=language,
            text=text.strip(),
            state=RemarkState.UNCONFIRMED,
            sent_at=now,
        )
        session.add(remark)
        session.flush()
        clean = address.strip().lower()
        session.add(
            RemarkSender(
                remark_id=remark.id,
                address=clean,
                address_hash=lookup_hash(clean),
                secret_hash=secret_hash(new_secret()),
                expires_at=now + CONFIRMED_WITHIN,
            )
        )
        record(session, CLERK, RemarkSent(remark.id))
        session.flush()
    return remark


def issue_confirmation(session: Session, remark_id: int) -> tuple[str, str, str] | None:
    """Address, language and the secret of a new link, for the letter; None when it was confirmed or is gone. Earlier links end."""
    sender = session.scalar(select(RemarkSender).where(RemarkSender.remark_id == remark_id, RemarkSender.used_at.is_(None)).with_for_update())
    if sender is None or sender.address is None:
        return None
    secret = new_secret()
    sender.secret_hash, sender.expires_at = secret_hash(secret), clock.now() + CONFIRMED_WITHIN
    session.flush()
    return sender.address, session.get_one(Remark, remark_id).language, secret


def confirm_remark(session: Session, *, secret: str) -> Remark:
    """The sender pressed the button behind the link: once. Raises Refusal(link_used), Conflict(discussion_closed)."""
    now = clock.now()
    with acting_as(session, CLERK):
        used = update(RemarkSender).where(
            RemarkSender.secret_hash == secret_hash(secret), RemarkSender.used_at.is_(None), RemarkSender.expires_at > now
        )
        remark_id = session.scalar(used.values(used_at=now).returning(RemarkSender.remark_id))
        if remark_id is None:
            raise Refusal(texts.LINK_USED)
        remark = session.get_one(Remark, remark_id)
        version = session.get_one(StandardVersion, remark.version_id)
        if not takes_remarks(version.state, version.discussed_until_on, clock.today()):
            raise Conflict(texts.DISCUSSION_CLOSED)
        move(session, CLERK, remark, REMARK_LIFECYCLE, "confirm")
        record(session, CLERK, RemarkConfirmed(remark.id))
        session.flush()
    return remark


def publish_remark(session: Session, actor: Actor, remark: Remark, *, duplicate_of: Remark | None = None) -> Remark:
    """Show a remark to everybody; a duplicate stands under the remark it repeats and shares its answer. Raises Conflict, InvalidInput."""
    _require_moderator(actor, remark)
    _require_discussion(session, remark)
    if duplicate_of is not None:
        if duplicate_of.id == remark.id or not _leads(duplicate_of, remark):
            raise InvalidInput([FieldError("duplicate_of", texts.NOT_A_LEAD)])
        remark.duplicate_of_id = duplicate_of.id
    move(session, actor, remark, REMARK_LIFECYCLE, "publish")
    record_act(session, actor, "publish remark", "remark", remark.id)
    return remark


def refuse_remark(session: Session, actor: Actor, remark: Remark, *, reason: RefusalCode) -> Remark:
    """Keep the words back; that there was a remark, and why it is not shown, is published."""
    _require_moderator(actor, remark)
    _require_discussion(session, remark)
    if not REMARK_LIFECYCLE.allows(remark.state, "refuse"):
        raise Conflict(NOT_ALLOWED_NOW)
    remark.refusal = reason
    move(session, actor, remark, REMARK_LIFECYCLE, "refuse", reason=reason.value)
    record_act(session, actor, "refuse remark", "remark", remark.id, reason=reason.value)
    return remark


def answer_remark(session: Session, actor: Actor, remark: Remark, *, outcome: Outcome, answer: str) -> Remark:
    """The body's answer, which its duplicates share. It may be written anew until the version is approved. Raises InvalidInput, Conflict."""
    _require_moderator(actor, remark)
    _require_discussion(session, remark)
    if remark.state is not RemarkState.PUBLISHED or remark.duplicate_of_id is not None:
        raise Conflict(NOT_ALLOWED_NOW)
    _refuse_words("answer", answer)
    is_first = remark.answered_at is None
    remark.outcome, remark.answer, remark.answered_at = outcome, answer.strip(), clock.now()
    session.flush()
    record_act(session, actor, "answer remark", "remark", remark.id, outcome=outcome.value)
    if is_first:
        record(session, actor, RemarkAnswered(remark.id))
    return remark


def addresses_to_tell(session: Session, remark_id: int) -> list[tuple[int, str, str]]:
    """Remark, address and language of who sent an answered remark or a duplicate of it; for the exchange alone."""
    wanted = (
        select(Remark.id, RemarkSender.address, Remark.language)
        .join(RemarkSender, RemarkSender.remark_id == Remark.id)
        .where((Remark.id == remark_id) | (Remark.duplicate_of_id == remark_id), RemarkSender.address.is_not(None))
    )
    return [(row[0], row[1], row[2]) for row in session.execute(wanted)]


def forget_senders(session: Session) -> int:
    """Remarks nobody confirmed go; addresses are emptied once the version is decided. The daily job."""
    session.execute(
        delete(Remark).where(
            Remark.state == RemarkState.UNCONFIRMED,
            Remark.id.in_(select(RemarkSender.remark_id).where(RemarkSender.expires_at < clock.now(), RemarkSender.used_at.is_(None))),
        )
    )
    decided = (
        select(Remark.id)
        .join(StandardVersion, StandardVersion.id == Remark.version_id)
        .where(StandardVersion.state.not_in((VersionState.DRAFT, VersionState.DISCUSSION)))
    )
    emptied = session.scalars(
        update(RemarkSender)
        .where(RemarkSender.address_hash.is_not(None), RemarkSender.remark_id.in_(decided))
        .values(address=None, address_hash=None)
        .returning(RemarkSender.remark_id)
    )
    return len(emptied.all())


def _leads(lead: Remark, remark: Remark) -> bool:
    return lead.version_id == remark.version_id and lead.state is RemarkState.PUBLISHED and lead.duplicate_of_id is None


def _require_moderator(actor: Actor, remark: Remark) -> None:
    if not access.may_moderate(actor, remark):
        raise NotFound


def _require_discussion(session: Session, remark: Remark) -> None:
    """Approval holds the version's row; whoever comes later finds it approved."""
    version = session.get_one(StandardVersion, remark.version_id, with_for_update=True, populate_existing=True)
    if version.state is not VersionState.DISCUSSION:
        raise Conflict(NOT_ALLOWED_NOW)


def _refuse_words(field: str, words: str) -> None:
    if not words.strip():
        raise InvalidInput([FieldError(field, texts.TEXT_MISSING)])
    if len(words) > LONGEST_TEXT:
        raise InvalidInput([FieldError(field, texts.TEXT_TOO_LONG, {"most": LONGEST_TEXT})])
