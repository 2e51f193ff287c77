"""How figures are written, put on the tile map and into charts; for published and for live pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from labour_exchange.statistics import texts
from labour_exchange.statistics.indicators import CATALOGUE, Entry
from labour_exchange.statistics.indicators.definition import Unit
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.queries import Figure, Row
from labour_exchange.statistics.states import Standing
from labour_exchange.territory.places import Region
from labour_exchange.web import localisation
from labour_exchange.web.figures import Plot, Series, line_plot
from labour_exchange.web.tile_map.tiles import LEVELS, by_rows, tile

MONTHS_SHOWN = 24
MONTH_LETTERS = {
    "kk": ("қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"),
    "ru": ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


@dataclass(frozen=True, slots=True)
class Family:
    """Indicators that are read beside each other: columns of one table; `lines` are those drawn together."""

    name: LazyString
    title: LazyString
    lead: LazyString
    codes: tuple[str, ...]
    lines: tuple[str, ...]


PLACEMENTS = Family(
    _l("Placements"),
    _l("How many placements were confirmed"),
    _l("To declare a hiring is easy. Therefore we always show beside it what the worker and the registers confirmed."),
    ("placements_declared", "placements_confirmed", "confirmed_share", "placements_permanent", "placements_sustained_3"),
    ("placements_declared", "placements_confirmed", "placements_sustained_3"),
)
FAMILIES = (
    PLACEMENTS,
    Family(
        _l("Staying at work"),
        _l("How many people stay at work"),
        _l("A contribution in the third, sixth and twelfth month shows that somebody still works. What cannot be known yet is not called zero."),
        ("placements_declared", "placements_sustained_3", "placements_sustained_6", "placements_sustained_12", "retention_6", "placements_ended"),
        ("placements_sustained_3", "placements_sustained_6", "placements_sustained_12"),
    ),
    Family(
        _l("Jobseekers"),
        _l("How many people look for work"),
        _l("People on the register of the employment offices: how many there are, who came, who left, and who left for work."),
        ("registered_jobseekers", "registrations_inflow", "registrations_outflow", "outflow_to_work", "transition_rate"),
        ("registered_jobseekers", "registrations_inflow", "registrations_outflow"),
    ),
    Family(
        _l("Vacant posts"),
        _l("How many posts are vacant and filled"),
        _l("Posts in the vacancies of the exchange: new ones, open ones, and those that were filled."),
        ("vacancies_notified", "vacancies_outstanding", "vacancies_filled", "vacancies_cancelled", "fill_rate", "tightness"),
        ("vacancies_outstanding", "vacancies_notified", "vacancies_filled"),
    ),
    Family(
        _l("Applications and referrals"),
        _l("How people and employers meet"),
        _l("Applications of jobseekers, referrals of offices and agencies, and whether employers answer."),
        ("applications", "answer_rate", "days_to_answer", "applications_hired_rate", "referrals", "referrals_hired_rate"),
        ("applications", "referrals"),
    ),
    Family(
        _l("Agencies and other regions"),
        _l("What agencies bring, and who works away from home"),
        _l("Private agencies that are connected to the exchange, and placements of people who live in another region."),
        ("agencies_connected", "referrals_by_agencies", "placements_by_agencies", "work_elsewhere_rate"),
        ("placements_by_agencies", "referrals_by_agencies"),
    ),
)
LIVE_GROUPS = (
    *((family.name, family.codes) for family in FAMILIES),
    (_l("Measures of the state programme"), tuple(one.code for one in CATALOGUE.values() if one.is_for_staff)),
)
"""Under which names indicators are offered where all are; the last are offered to staff alone."""
LISTED = tuple(one.code for one in CATALOGUE.values() if not one.is_for_staff)
LIVE_LISTED = tuple(CATALOGUE)


def family_of(code: str) -> Family:
    return next((family for family in FAMILIES if code in family.codes), PLACEMENTS)


def written(figure: Figure, indicator: Entry) -> str:
    """The figure in the reader's language, or the words for why there is none."""
    if figure.value is None:
        return "–" if figure.standing is Standing.WITHHELD else localisation.words(texts.STANDINGS[figure.standing])
    if indicator.unit is Unit.PERCENT:
        return localisation.percent(figure.value / 100, indicator.digits)
    return localisation.number(figure.value, indicator.digits)


def tiles(row: Row, href: Callable[[str], str]) -> tuple[list[dict[str, object]], list[tuple[int, str]]]:
    """The tile map of a row and its legend; classes hold about equally many regions, and the legend names what is in each."""
    known = {code: figure.value for code, figure in row.regions.items() if figure.value is not None}
    levels = _levels(known)
    made = []
    for region in by_rows():
        value = _in_tile(row, region) if region.iso_code in known else None
        missing = {"missing": localisation.words(texts.STANDINGS.get(row.regions[region.iso_code].standing))}
        made.append(tile(region, value, levels.get(region.iso_code, 0), href(region.iso_code)) | missing)
    legend = [(level, _span(row, [known[one] for one in known if levels[one] == level])) for level in sorted(set(levels.values()))]
    if len(known) < len(row.regions):
        missing = {figure.standing for figure in row.regions.values() if figure.value is None}
        legend.append((0, ", ".join(localisation.words(words) for standing, words in texts.STANDINGS.items() if standing in missing)))
    return made, legend


def _levels(known: Mapping[str, float]) -> dict[str, int]:
    ordered = sorted(set(known.values()))
    return {code: 1 + ordered.index(value) * LEVELS // len(ordered) for code, value in known.items()}


def _in_tile(row: Row, region: Region) -> str:
    value = row.regions[region.iso_code].value
    return localisation.number(value, row.indicator.digits)


def _span(row: Row, values: Iterable[float]) -> str:
    low, high = (localisation.number(limit(values), row.indicator.digits) for limit in (min, max))  # type: ignore[operator]
    return low if low == high else f"{low}–{high}"


Run = tuple[str, Sequence[Figure]]


def chart(months: Sequence[Period], runs: Sequence[tuple[Entry, Sequence[Figure]]]) -> Plot:
    """Lines of up to three indicators over months; what is withheld or too early is a gap."""
    return plot_of(months, [(localisation.words(indicator.name), figures) for indicator, figures in runs])


def plot_of(months: Sequence[Period], runs: Sequence[Run]) -> Plot:
    """The same of lines that have their names."""
    letters = MONTH_LETTERS[localisation.language()]
    return line_plot(
        [localisation.month(month.first) for month in months],
        [Series(name, [figure.value for figure in figures]) for name, figures in runs],
        axis_words=[letters[month.first.month - 1] for month in months],
    )


def finding(months: Sequence[Period], runs: Sequence[tuple[Entry, Sequence[Figure]]]) -> str:
    """What the lines show, in a sentence for each."""
    return " ".join(sentences(indicator, months, [(localisation.words(indicator.name), figures)]) for indicator, figures in runs)


def sentences(indicator: Entry, months: Sequence[Period], runs: Sequence[Run]) -> str:
    """The same of several lines of one indicator."""
    said = []
    for name, figures in runs:
        known = [(month, figure) for month, figure in zip(months, figures, strict=True) if figure.value is not None]
        if not known:
            said.append(_("%(name)s: no figures yet.", name=name))
            continue
        (first_month, first), (last_month, last) = known[0], known[-1]
        said.append(
            _(
                "%(name)s: %(first_month)s – %(first)s, %(last_month)s – %(last)s.",
                name=name,
                first_month=localisation.month(first_month.first),
                first=written(first, indicator),
                last_month=localisation.month(last_month.first),
                last=written(last, indicator),
            )
        )
    return " ".join(said)


def header_of(columns: Sequence[str]) -> list[str]:
    """First line of a CSV file."""
    return [*columns, *(_("Value"), _("Remark"), _("Version of the definition"))]


def cells_of(figure: Figure, indicator: Entry) -> list[object]:
    """Value, remark and version for a CSV file: a plain number with a point."""
    value = "" if figure.value is None else f"{figure.value:.{indicator.digits}f}"
    remark = "" if figure.standing is Standing.KNOWN else localisation.words(texts.STANDINGS[figure.standing])
    return [value, remark, indicator.version]
