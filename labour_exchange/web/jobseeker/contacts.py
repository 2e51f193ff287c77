"""Phone and place of living."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.jobseekers import operations
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.queries import own_jobseeker
from labour_exchange.territory.queries import district, districts_in_order, find_place, is_district
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.forms import ContactsForm
from labour_exchange.web.localisation import language, words


@blueprint.route("/contacts", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def contacts() -> ResponseReturnValue:
    person = own_jobseeker(db.session(), current_actor())
    named = words(district(person.district_code).name) if person.district_code else ""
    form = ContactsForm(obj=person, data={"district": named})
    if form.validate_on_submit() and _understands_district(form):
        try:
            operations.change_contacts(
                db.session(),
                current_actor(),
                person,
                phone=form.phone.data,
                region_code=form.region_code.data,
                district_code=form.district_code.data or None,
            )
            db.session.commit()
            flash(_("Your changes are saved."), "ok")
            return redirect(url_for("jobseeker.own_data"), 303)
        except Refusal as refusal:
            db.session.rollback()
            show_refusal(form, refusal)
    return page_with_form(
        "jobseeker/section.html", form, title=_("Phone and place of living"), fields="jobseeker/fields/contacts.html", back="jobseeker.own_data"
    )


def _understands_district(form: ContactsForm) -> bool:
    """Put the code of the typed district of the chosen region into the form; False with an error beside the field when it is not known."""
    typed, chosen = (form.district.data or "").strip(), form.region_code.data
    if not typed:
        form.district_code.data = ""
        return True
    given = form.district_code.data or ""
    if is_district(given) and district(given).region_code == chosen and words(district(given).name) == typed:
        return True
    districts = districts_in_order(chosen, language())
    by_name = [one for one in districts if typed.casefold() in {one.name.kk.casefold(), one.name.ru.casefold(), one.name.en.casefold()}]
    place = find_place(typed)
    if len(by_name) == 1:
        form.district_code.data = by_name[0].kato
    elif place and place.district_kato and place.region_code == chosen:
        form.district_code.data = place.district_kato
    else:
        names = ", ".join(words(one.name) for one in districts[:40])
        form.district.errors = [
            _("Write one of these names: %(names)s", names=names) if names else _("Leave this empty: the city has no districts here")
        ]
        return False
    return True
