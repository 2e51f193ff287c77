"""Words that the lexicon does not know: accepted as a name of an occupation or a skill, refused, or left."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField
from wtforms.validators import Length, Optional

from labour_exchange.classifications.occupations import is_unit_group, occupation, suggest_occupations
from labour_exchange.classifications.skills import skill, suggest_skills
from labour_exchange.discovery.proposals import operations
from labour_exchange.discovery.proposals.access import KEEP_LEXICON
from labour_exchange.discovery.proposals.models import ConceptKind, LexiconProposal, ProposalState
from labour_exchange.discovery.proposals.queries import accepted_rows, proposal_by_public_id, proposal_counts, proposals
from labour_exchange.discovery.proposals.terms import SORT
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.addresses import NAMES
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.localisation import language, number, words

TSV = "text/tab-separated-values"


class ConceptForm(Form):
    occupation = StringField(_l("Occupation"), [Optional(), Length(max=200)])
    occupation_code = HiddenField()
    skill = StringField(_l("Skill"), [Optional(), Length(max=200)])
    skill_code = HiddenField()

    def concept(self) -> tuple[str, str]:
        """What was chosen; without script the typed words are looked up."""
        if self.occupation.data:
            typed = self.occupation.data.strip()
            named = [typed] if is_unit_group(typed) else [group.code for group in suggest_occupations(typed, language(), 1)]
            return ConceptKind.OCCUPATION, self.occupation_code.data or next(iter(named), "")
        named = [one.id for one in suggest_skills(self.skill.data.strip(), language(), 1)] if self.skill.data else []
        return ConceptKind.SKILL, self.skill_code.data or next(iter(named), "")


@blueprint.get("/lexicon")
@permits(KEEP_LEXICON)
def lexicon() -> str:
    asked = request.args.get("state", "")
    state = ProposalState(asked) if asked in list(ProposalState) else ProposalState.OPEN
    counts = proposal_counts(db.session())
    labels = {ProposalState.OPEN: _("To decide"), ProposalState.ACCEPTED: _("Accepted"), ProposalState.REFUSED: _("Refused")}
    return render_template(
        "headquarters/searches/lexicon.html",
        rows=[_row(one) for one in proposals(db.session(), state)],
        state=state,
        chips=[
            {"label": f"{label}: {number(counts.get(one, 0))}", "href": url_for("headquarters.lexicon", state=one), "current": one is state}
            for one, label in labels.items()
        ],
    )


@blueprint.route("/lexicon/<public_id>", methods=["GET", "POST"])
@permits(KEEP_LEXICON)
def lexicon_word(public_id: str) -> ResponseReturnValue:
    """One word, and the box to say what it names."""
    found, form = proposal_by_public_id(db.session(), public_id), ConceptForm()
    if form.validate_on_submit():
        kind, code = form.concept()
        try:
            act_once(form.submission_id.data, lambda: operations.accept_proposal(db.session(), current_actor(), found, kind=kind, code=code))
            return _decided(_("Accepted: %(word)s", word=found.term))
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("headquarters/searches/word.html", form, word=found, row=_row(found))


@blueprint.post("/lexicon/<public_id>/<any(accept, refuse):decision>")
@permits(KEEP_LEXICON)
def decide_word(public_id: str, decision: str) -> ResponseReturnValue:
    """One click: what was guessed is right, or the word names no work."""
    found, values = proposal_by_public_id(db.session(), public_id), request.form

    def act() -> None:
        if decision == "accept":
            operations.accept_proposal(db.session(), current_actor(), found, kind=ConceptKind.OCCUPATION, code=values.get("code", ""))
        else:
            operations.refuse_proposal(db.session(), current_actor(), found)

    act_once(values.get("submission_id"), act)
    return _decided(_("Accepted: %(word)s", word=found.term) if decision == "accept" else _("Refused: %(word)s", word=found.term))


@blueprint.get("/lexicon/<any(occupation, skill):kind>.tsv")
@permits(KEEP_LEXICON)
def lexicon_file(kind: str) -> Response:
    """Accepted words as rows of the lexicon's files (id, language, term, sort), to be put there with the next version."""
    lines = ["\t".join((code, said, term, SORT)) + "\n" for code, said, term in accepted_rows(db.session(), ConceptKind(kind))]
    return Response("".join(lines), mimetype=TSV, headers={"Content-Disposition": f'attachment; filename="accepted-{kind}s.tsv"'})


def _decided(message: str) -> ResponseReturnValue:
    flash(message, "ok")
    return redirect(url_for("headquarters.lexicon"), 303)


def _row(one: LexiconProposal) -> dict[str, object]:
    named = {ConceptKind.OCCUPATION: occupation, ConceptKind.SKILL: skill}
    return {
        "public_id": one.public_id,
        "term": one.term,
        "language": NAMES[one.language][0],
        "in_searches": number(one.in_searches),
        "in_advertisements": number(one.in_advertisements),
        "guesses": [(code, words(occupation(code).name)) for code in one.guesses if is_unit_group(code)],
        "concept": words(named[one.concept_kind](one.concept_code).name) if one.concept_kind and one.concept_code else "",
    }
