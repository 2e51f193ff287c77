"""The desk where a body keeps its standards, and the pages where who was served complains: the same addresses in several areas."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import Action, permits
from labour_exchange.web.standards import complaining, desk, moderating

ONE = "/standards/<public_id>"
LISTS: tuple[tuple[str, str, str, Callable[[str], ResponseReturnValue]], ...] = (
    ("standards", "/standards", "GET", desk.list_page),
    ("new_standard", "/standards/new", "GET POST", desk.new_standard_page),
)
PAGES: tuple[tuple[str, str, str, Callable[[str, str], ResponseReturnValue]], ...] = (
    ("standard", ONE, "GET", desk.desk_page),
    ("new_version", f"{ONE}/new-version", "GET POST", desk.new_version_page),
    ("write_standard", f"{ONE}/write", "GET POST", desk.write_page),
    ("discuss_standard", f"{ONE}/discuss", "GET POST", desk.discuss_page),
    ("report_standard", f"{ONE}/report", "GET POST", desk.report_page),
    ("approve_standard", f"{ONE}/approve", "GET POST", desk.approve_page),
    ("withdraw_standard", f"{ONE}/withdraw", "POST", desk.withdraw),
    ("remark", "/standards/remarks/<public_id>", "GET POST", moderating.remark_page),
)

COMPLAINT = "/service-complaints/<public_id>"
COMPLAINING: tuple[tuple[str, str, str, Callable[[str, str], ResponseReturnValue]], ...] = (
    ("new_service_complaint", "/service-complaints/about/<public_id>", "GET POST", complaining.new_page),
    ("service_complaint", COMPLAINT, "GET", complaining.one_page),
    ("escalate_complaint", f"{COMPLAINT}/further", "GET POST", complaining.further_page),
    ("withdraw_complaint", f"{COMPLAINT}/withdraw", "POST", complaining.withdraw),
)


def add_complaining(blueprint: Blueprint, area: str, action: Action) -> None:
    """Add the pages of complaints about services that the area's own people make."""
    blueprint.add_url_rule("/service-complaints", "service_complaints", _list_view(complaining.own_page, area, action))
    for endpoint, rule, methods, about in COMPLAINING:
        blueprint.add_url_rule(rule, endpoint, _page_view(about, area, action), methods=methods.split())


def add_desk(blueprint: Blueprint, area: str, *, keep: Action, approve: Action) -> None:
    """Add the whole desk to an area; approving may need another permission than keeping."""
    for endpoint, rule, methods, page in LISTS:
        blueprint.add_url_rule(rule, endpoint, _list_view(page, area, keep), methods=methods.split())
    for endpoint, rule, methods, about in PAGES:
        action = approve if endpoint == "approve_standard" else keep
        blueprint.add_url_rule(rule, endpoint, _page_view(about, area, action), methods=methods.split())


def _list_view(page: Callable[[str], ResponseReturnValue], area: str, action: Action) -> Callable[..., ResponseReturnValue]:
    @permits(action)
    def view() -> ResponseReturnValue:
        return page(area)

    return view


def _page_view(page: Callable[[str, str], ResponseReturnValue], area: str, action: Action) -> Callable[..., ResponseReturnValue]:
    @permits(action)
    def view(public_id: str) -> ResponseReturnValue:
        return page(area, public_id)

    return view
