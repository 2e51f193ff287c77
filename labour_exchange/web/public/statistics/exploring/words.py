"""What the choices are called."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from labour_exchange.statistics.exploring import Dimension
from labour_exchange.web.public.statistics.exploring.question import View

DIMENSIONS: dict[Dimension, LazyString] = {
    Dimension.REGION: _l("Region"),
    Dimension.OCCUPATION: _l("Occupation, major group"),
    Dimension.SEX: _l("Sex"),
    Dimension.AGE: _l("Age"),
    Dimension.EDUCATION: _l("Education"),
    Dimension.CHANNEL: _l("Channel"),
    Dimension.MEASURE: _l("Measure of the state programme"),
    Dimension.REASON: _l("Reason"),
}
VIEWS: dict[View, LazyString] = {
    View.MAP: _l("Map of tiles"),
    View.BARS: _l("Bars"),
    View.LINE: _l("Line over months"),
    View.MULTIPLES: _l("Small charts side by side"),
    View.TABLE: _l("Table only"),
}
FORMS = (("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"), ("sdmx.csv", "SDMX-CSV"))
