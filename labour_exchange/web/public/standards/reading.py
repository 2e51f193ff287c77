"""The register of standards in force, the drafts in discussion, one version, and what changed between two."""

from collections.abc import Sequence

from flask import render_template, request
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.standards import texts
from labour_exchange.standards.access import READ_STANDARDS
from labour_exchange.standards.models import StandardVersion
from labour_exchange.standards.queries import discussions, registers
from labour_exchange.standards.rules.difference import Mark, difference
from labour_exchange.standards.rules.drafting import takes_remarks
from labour_exchange.standards.states import RemarkState, VersionState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.localisation import language, number
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.standards import wording

DISCUSSED = "discussed"


@blueprint.get("/standards")
@permits(READ_STANDARDS)
def standards() -> str:
    session, actor = db.session(), current_actor()
    today = clock.today()
    open_now = registers.versions_in(session, actor, VersionState.DISCUSSION)
    return render_template(
        "public/standards/standards.html",
        in_force=registers.versions_in(session, actor, VersionState.IN_FORCE),
        drafts=[one for one in open_now if takes_remarks(one.state, one.discussed_until_on, today)],
        closed=[one for one in open_now if not takes_remarks(one.state, one.discussed_until_on, today)],
        body_of=wording.body_of,
    )


@blueprint.get("/standards/<public_id>")
@permits(READ_STANDARDS)
def standard(public_id: str) -> str:
    """One version with what people said about each paragraph and what the body answered."""
    session, actor = db.session(), current_actor()
    found = registers.version_for(session, actor, public_id)
    remarks = discussions.remarks_on(session, actor, found)
    return render_template(
        "public/standards/standard.html",
        version=found,
        body=wording.body_of(found),
        versions=registers.versions_of(session, actor, found.standard_id),
        before=registers.version_before(session, actor, found),
        remarks=wording.grouped(remarks),
        refused=[one for one in remarks if one.state is RemarkState.REFUSED],
        standing=discussions.discussion_of(session, found),
        takes_remarks=takes_remarks(found.state, found.discussed_until_on, clock.today()),
        texts=texts,
        badges=wording.BADGES,
    )


@blueprint.get("/standards/<public_id>/differences")
@permits(READ_STANDARDS)
def standard_differences(public_id: str) -> str:
    """What changed in this version since another one of the same standard, or since it was discussed."""
    session, actor = db.session(), current_actor()
    found = registers.version_for(session, actor, public_id)
    old_words, old_days, old_name = _other(found)
    new_words = [found.title, found.audience, found.documents, *found.paragraphs]
    code = language()
    heads = 3
    changes = difference([one.in_language(code) for one in old_words[heads:]], [one.in_language(code) for one in new_words[heads:]])
    facts = [
        (label, difference([old.in_language(code)], [new.in_language(code)])[0])
        for label, old, new in zip((_("Name of the service"), _("For whom"), _("Which documents")), old_words, new_words, strict=False)
    ]
    days = (_("Within how many working days"), difference([number(old_days)], [number(found.term_days)])[0])
    return render_template(
        "public/standards/differences.html",
        version=found,
        body=wording.body_of(found),
        old_name=old_name,
        facts=[*facts, days],
        changes=changes,
        mark=Mark,
    )


def _other(found: StandardVersion) -> tuple[Sequence[Text], int, str]:
    """The words to compare with, title, audience and documents first; their term; and what they are called."""
    session, actor = db.session(), current_actor()
    asked = request.args.get("with", "")
    if asked == DISCUSSED and found.discussed is not None:
        return (found.title, found.audience, found.documents, *found.discussed), found.term_days, _("the text that was discussed")
    other = registers.version_for(session, actor, asked) if asked else registers.version_before(session, actor, found)
    if other is None or other.standard_id != found.standard_id:
        raise NotFound
    return (other.title, other.audience, other.documents, *other.paragraphs), other.term_days, _("version %(number)s", number=other.number)
