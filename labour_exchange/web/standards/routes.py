"""The desk where a body keeps its standards: the ministry and each region have the same addresses, under permissions of their own."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import Action, permits
from labour_exchange.web.standards import desk, moderating

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
