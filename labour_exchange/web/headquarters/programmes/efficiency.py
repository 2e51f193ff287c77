"""What measures are worth, for the ministry: the country or one region, by measure, region, provider and employer, and the cells behind it."""

from functools import partial

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import ASSESS_MEASURES, READ_CELLS, READ_PROGRAMMES
from labour_exchange.programmes.efficiency.keeping import ask_for_assessment, is_being_assessed
from labour_exchange.territory.queries import is_region, regions
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.hiring.assessments import page_facts
from labour_exchange.web.hiring.cells import cells_facts, cells_file

COUNTRY = "KZ"


@blueprint.get("/efficiency")
@permits(READ_PROGRAMMES)
def efficiency() -> str:
    """The assessment that was counted last; figures only, never a person."""
    asked, kind = request.args.get("region", ""), current_actor().kind
    region = asked if asked and is_region(asked) else None
    address = partial(url_for, "headquarters.efficiency", region=region)
    cells = partial(url_for, "headquarters.efficiency_cells", area=region or COUNTRY) if kind in READ_CELLS.kinds else None
    return render_template(
        "headquarters/programmes/efficiency.html",
        region=region,
        regions=regions(),
        facts=page_facts(region, address, cells),
        may_assess=kind in ASSESS_MEASURES.kinds,
        is_under_way=is_being_assessed(db.session()),
    )


@blueprint.post("/efficiency/assess")
@permits(ASSESS_MEASURES)
def assess_measures() -> ResponseReturnValue:
    """Not to wait for the night: the worker assesses, and the page says so meanwhile."""
    act_once(request.form.get("submission_id"), lambda: ask_for_assessment(db.session(), current_actor()))
    flash(_("The measures are being assessed; the figures will be here in a few minutes."), "ok")
    return redirect(url_for("headquarters.efficiency", region=request.form.get("region") or None), 303)


@blueprint.get("/efficiency/<int:year>/<area>/cells")
@permits(READ_CELLS)
def efficiency_cells(year: int, area: str) -> str:
    """Behind one estimate: of everybody, or of the measure, region, provider or employer that the query names."""
    region, here = _region(area), {"year": year, "area": area}
    address, file = (partial(url_for, f"headquarters.{name}", **here) for name in ("efficiency_cells", "efficiency_cells_file"))
    back = partial(url_for, "headquarters.efficiency", region=region, year=year)
    return render_template(
        "headquarters/programmes/efficiency_cells.html", facts=cells_facts(year, region, address, file), address=address, back=back
    )


@blueprint.get("/efficiency/<int:year>/<area>/cells.csv")
@permits(READ_CELLS)
def efficiency_cells_file(year: int, area: str) -> Response:
    """The same cells as a file."""
    return cells_file(year, _region(area))


def _region(area: str) -> str | None:
    """None for the country. Raises NotFound."""
    if area != COUNTRY and not is_region(area):
        raise NotFound
    return None if area == COUNTRY else area
