"""Where each section of the profile is changed, and where pages of other parts are, if they exist."""

from collections.abc import Iterable

from flask import current_app, url_for

from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.rules.completeness import Gap

EDITORS = {"about": "jobseeker.edit_about", "work": "jobseeker.add_work", "wishes": "jobseeker.edit_wishes"}


def gap_links(lacking: Iterable[Gap]) -> list[tuple[Text, str, bool]]:
    """What is lacking, the page where it is said, and whether employers cannot find the profile without it."""
    return [(gap.text, _editor(gap.section), gap.is_required) for gap in lacking]


def page_or_nothing(endpoint: str, **values: object) -> str:
    """The address of a page that another part may have; empty while it has none."""
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else ""


def _editor(section: str) -> str:
    return url_for(EDITORS[section]) if section in EDITORS else url_for("jobseeker.edit_list", name=section)
