"""Reading the audit log: who looked into it is written into it."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, ActorKind, action_for, require
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.foundation.records.audit import AuditRow, record_act
from labour_exchange.foundation.texts import Message, Text

READ_AUDIT = action_for("read the audit log", ActorKind.ADMINISTRATOR, ActorKind.SYSTEM)
KEEP_JOBS = action_for("keep jobs", ActorKind.ADMINISTRATOR, ActorKind.SYSTEM)
NO_REASON = Message(
    "reason_missing",
    Text(
        kk="Журналды не үшін оқитыныңызды жазыңыз: себеп журналдың өзінде қалады.",
        ru="Напишите, зачем читаете журнал: причина останется в нём самом.",
        en="Say why you read the log: the reason is kept in the log itself.",
    ),
)


def audit_rows(session: Session, actor: Actor, *, reason: str, user_id: int | None = None, act: str = "") -> Select[tuple[AuditRow]]:
    """The rows of one user or one kind of act, or all; the reading is recorded with its reason. Raises InvalidInput without one."""
    require(actor, READ_AUDIT)
    if not reason.strip():
        raise InvalidInput([FieldError("reason", NO_REASON)])
    record_act(session, actor, "read audit log", "user" if user_id else "audit log", user_id, reason=reason.strip(), of_act=act)
    wanted = select(AuditRow)
    if user_id is not None:
        wanted = wanted.where(AuditRow.user_id == user_id)
    return wanted.where(AuditRow.act == act) if act else wanted
