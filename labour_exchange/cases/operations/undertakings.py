"""A contract signed on paper or electronically, and its obligations followed."""

from sqlalchemy.orm import Session

from labour_exchange.cases import access
from labour_exchange.cases.events import ContractSigned
from labour_exchange.cases.models import Obligation, SocialContract
from labour_exchange.cases.operations.contracts import begin_contract
from labour_exchange.cases.operations.locking import hold
from labour_exchange.cases.operations.plans import checked_reason
from labour_exchange.cases.rules.contracts import PaperSignature, signature_problems
from labour_exchange.cases.signing import ElectronicSignature, provider
from labour_exchange.cases.states import CONTRACT_LIFECYCLE, OBLIGATION_LIFECYCLE, ContractState, SignatureWay
from labour_exchange.cases.texts import contracts as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act


def record_paper_signature(session: Session, actor: Actor, contract: SocialContract, signature: PaperSignature) -> SocialContract:
    """An officer records what was signed at the office, with the number of the file. Raises InvalidInput, Conflict(not_approved, not_allowed_now)."""
    if not access.may_keep(actor, contract.case):
        raise NotFound
    _hold_approved(session, contract)
    assert contract.approved_at is not None
    wrong = signature_problems(signature, contract.approved_at.astimezone(clock.COUNTRY_ZONE).date(), clock.today())
    if wrong or signature.signed_on is None:
        raise InvalidInput(wrong)
    return _signed(session, actor, contract, SignatureWay.PAPER, ElectronicSignature(signature.file_number.strip(), signature.signed_on))


def sign_electronically(session: Session, actor: Actor, contract: SocialContract, document: bytes) -> bool:
    """The person signs with the provider; False while its answer is awaited: then ask again with the same document.

    Raises Conflict(no_provider, not_approved, not_allowed_now).
    """
    if not access.may_sign(actor, contract):
        raise NotFound
    _hold_approved(session, contract)
    connected = provider()
    if connected is None:
        raise Conflict(texts.NO_PROVIDER)
    if contract.signature_asked is None:
        contract.signature_asked = connected.ask(document, actor)
        session.flush()
    answer = connected.answer(contract.signature_asked, document)
    if answer is not None:
        _signed(session, actor, contract, SignatureWay.ELECTRONIC, answer)
    return answer is not None


def move_obligation(session: Session, actor: Actor, contract: SocialContract, obligation: Obligation, act: str, *, reason: str = "") -> Obligation:
    """`finish`, `drop` (with a reason) or `reopen`, while the contract is in force. Raises InvalidInput, Conflict."""
    if not access.may_keep(actor, contract.case):
        raise NotFound
    hold(session, contract)
    session.refresh(obligation)
    if contract.state is not ContractState.IN_FORCE:
        raise Conflict(NOT_ALLOWED_NOW)
    written = checked_reason(reason) if act == "drop" else ""
    OBLIGATION_LIFECYCLE.after(obligation.state, act)
    obligation.reason, obligation.ended_on = written, None if act == "reopen" else clock.today()
    move(session, actor, obligation, OBLIGATION_LIFECYCLE, act)
    record_act(session, actor, f"{act} obligation", "social_contract", contract.id, obligation_id=obligation.id)
    return obligation


def _hold_approved(session: Session, contract: SocialContract) -> None:
    hold(session, contract)
    CONTRACT_LIFECYCLE.after(contract.state, "sign")
    if contract.approved_by_id is None:
        raise Conflict(texts.NOT_APPROVED)


def _signed(session: Session, actor: Actor, contract: SocialContract, way: SignatureWay, signature: ElectronicSignature) -> SocialContract:
    contract.signature_way, contract.signature_reference, contract.signed_on = way, signature.reference, signature.signed_on
    contract.signature_recorded_by_id = actor.user_id
    move(session, actor, contract, CONTRACT_LIFECYCLE, "sign")
    record_act(session, actor, "sign contract", "social_contract", contract.id, way=way.value)
    record(session, actor, ContractSigned(contract.id, contract.jobseeker_id))
    begin_contract(session, actor, contract)
    return contract
