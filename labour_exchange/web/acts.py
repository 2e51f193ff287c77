"""One act of one person: done once however often its form is sent, committed once, undone whole when it is refused."""

from collections.abc import Callable

from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.records.submissions import claim_submission
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import Form, show_refusal


def act_once(submission_id: str | None, act: Callable[[], object]) -> bool:
    """Perform and commit; False when this submission was performed before. A Refusal is rolled back and passed on."""
    session = db.session()
    try:
        is_first = not submission_id or claim_submission(session, current_actor().label, submission_id) is not None
        if is_first:
            act()
        session.commit()
    except Refusal:
        session.rollback()
        raise
    return is_first


def is_done(form: Form, act: Callable[[], object]) -> bool:
    """Perform what the form asks for, once. Where it is refused the form says why beside its fields; NotFound is passed on."""
    try:
        act_once(form.submission_id.data, act)
    except NotFound:
        raise
    except Refusal as refusal:
        show_refusal(form, refusal)
        return False
    return True
