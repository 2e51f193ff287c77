"""What measures are worth in the region of the office, and the cells behind it."""

from functools import partial

from flask import Response, render_template, url_for

from labour_exchange.foundation.access import permits
from labour_exchange.programmes.access import READ_CELLS_OF_REGION, READ_ENROLMENTS
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.hiring.assessments import page_facts
from labour_exchange.web.hiring.cells import cells_facts, cells_file
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region


@blueprint.get("/efficiency")
@permits(READ_ENROLMENTS)
def efficiency() -> str:
    """The region's assessment that was counted last; figures only, never a person."""
    region = own_region(current_actor())
    facts = page_facts(region, partial(url_for, "office.efficiency"), partial(url_for, "office.efficiency_cells"))
    return render_template("office/programmes/efficiency.html", region=region_of(region), facts=facts)


@blueprint.get("/efficiency/<int:year>/cells")
@permits(READ_CELLS_OF_REGION)
def efficiency_cells(year: int) -> str:
    """Behind one estimate of the region: of everybody, or of the measure, provider or employer that the query names."""
    region = own_region(current_actor())
    address, file = (partial(url_for, f"office.{name}", year=year) for name in ("efficiency_cells", "efficiency_cells_file"))
    back = partial(url_for, "office.efficiency", year=year)
    return render_template("office/programmes/efficiency_cells.html", facts=cells_facts(year, region, address, file), address=address, back=back)


@blueprint.get("/efficiency/<int:year>/cells.csv")
@permits(READ_CELLS_OF_REGION)
def efficiency_cells_file(year: int) -> Response:
    """The same cells as a file."""
    return cells_file(year, own_region(current_actor()))
