"""The body's desk: its standards, their drafts, the discussion, the report and the approval; one page for offices and the ministry."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.standards import access, operations, texts
from labour_exchange.standards.models import StandardVersion
from labour_exchange.standards.queries import discussions, registers
from labour_exchange.standards.rules import drafting as rules
from labour_exchange.standards.states import Promise, VersionState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.addresses import NAMES
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.standards import wording
from labour_exchange.web.standards.forms import ApproveForm, DiscussForm, DraftForm, NewStandardForm, ReportForm, written_in


def own_version(actor: Actor, public_id: str) -> StandardVersion:
    """A version of the actor's own body; another body's does not exist here."""
    found = registers.version_for(db.session(), actor, public_id)
    if not access.may_keep(actor, found.standard):
        raise NotFound
    return found


def list_page(area: str) -> str:
    session, actor = db.session(), current_actor()
    rows = [
        (one, discussions.discussion_of(session, one) if one.state is VersionState.DISCUSSION else None)
        for one in registers.versions_of_body(session, actor)
    ]
    return render_template("standards/desk_list.html", area=area, rows=rows, texts=texts, badges=wording.BADGES)


def desk_page(area: str, public_id: str) -> str:
    """One version with everything that may be done to it now."""
    session, actor = db.session(), current_actor()
    found = own_version(actor, public_id)
    standing = discussions.discussion_of(session, found)
    today, is_discussed = clock.today(), found.state is VersionState.DISCUSSION
    obstacles = rules.obstacles(standing, until_on=found.discussed_until_on, has_report=found.reported_at is not None, today=today)
    return render_template(
        "standards/desk.html",
        area=area,
        version=found,
        standing=standing,
        remarks=discussions.remarks_on(session, actor, found),
        obstacles=obstacles if is_discussed else [],
        may_write=rules.may_be_written(found.state, found.discussed_until_on, today),
        may_report=is_discussed and not {one.code for one in obstacles} - {texts.NOT_REPORTED.code},
        may_approve=is_discussed and not obstacles and access.may_approve(actor, found),
        is_own_draft=actor.user_id in found.writer_ids,
        texts=texts,
        badges=wording.BADGES,
        body=wording.body_of(found),
    )


def new_standard_page(area: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), NewStandardForm()
    promise = Promise(form.promise.data) if form.promise.data else None
    return _drafted(area, form, "standards/write.html", lambda: operations.begin_standard(session, actor, form.facts(), promise=promise))


def new_version_page(area: str, public_id: str) -> ResponseReturnValue:
    """A new draft that begins with the words of this version."""
    session, actor = db.session(), current_actor()
    earlier = own_version(actor, public_id)
    form = DraftForm(data=written_in(earlier))
    return _drafted(
        area,
        form,
        "standards/write.html",
        lambda: operations.begin_version(session, actor, earlier.standard, form.facts()),
        version=earlier,
        is_new=True,
    )


def write_page(area: str, public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_version(actor, public_id)
    form = DraftForm(obj=found, data=written_in(found))
    read = form.version.data or 0
    return _drafted(
        area, form, "standards/write.html", lambda: operations.write_version(session, actor, found, form.facts(), read=read), version=found
    )


def discuss_page(area: str, public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), DiscussForm()
    found = own_version(actor, public_id)
    return _moved(area, found, form, "discuss", lambda: operations.open_discussion(session, actor, found, until_on=form.until_on.data))


def report_page(area: str, public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_version(actor, public_id)
    form = ReportForm(data={"report": found.report})
    return _moved(area, found, form, "report", lambda: operations.publish_report(session, actor, found, report=form.report.data or ""))


def approve_page(area: str, public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_version(actor, public_id)
    form = ApproveForm(data={"from_on": clock.today()})
    return _moved(area, found, form, "approve", lambda: operations.approve_version(session, actor, found, from_on=form.from_on.data))


def withdraw(area: str, public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_version(actor, public_id)
    act_once(None, lambda: operations.withdraw_version(session, actor, found))
    flash(_("The draft is withdrawn."), "ok")
    return redirect(url_for(f"{area}.standards"), 303)


def _drafted(area: str, form: DraftForm, template: str, act: Callable[[], StandardVersion], **context: object) -> ResponseReturnValue:
    """Save what was typed; every problem is shown beside its field."""
    made: list[StandardVersion] = []
    if form.validate_on_submit() and is_done(form, lambda: made.append(act())):
        flash(_("Saved."), "ok")
        return redirect(url_for(f"{area}.standard", public_id=made[0].public_id) if made else url_for(f"{area}.standards"), 303)
    return page_with_form(template, form, area=area, languages=LANGUAGES, language_names=NAMES, **context)


def _moved(area: str, found: StandardVersion, form: Form, step: str, act: Callable[[], object]) -> ResponseReturnValue:
    if form.validate_on_submit() and is_done(form, act):
        flash(_("Saved."), "ok")
        return redirect(url_for(f"{area}.standard", public_id=found.public_id), 303)
    standing = discussions.discussion_of(db.session(), found)
    return page_with_form("standards/step.html", form, area=area, version=found, step=step, standing=standing)
