"""Standards of the region: written, discussed, approved by a second person."""

from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.standards.access import APPROVE_STANDARD, KEEP_STANDARDS
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.standards import desk, moderating


@blueprint.get("/standards")
@permits(KEEP_STANDARDS)
def standards() -> str:
    return desk.list_page("office")


@blueprint.route("/standards/new", methods=["GET", "POST"])
@permits(KEEP_STANDARDS)
def new_standard() -> ResponseReturnValue:
    return desk.new_standard_page("office")


@blueprint.get("/standards/<public_id>")
@permits(KEEP_STANDARDS)
def standard(public_id: str) -> str:
    return desk.desk_page("office", public_id)


@blueprint.route("/standards/<public_id>/new-version", methods=["GET", "POST"])
@permits(KEEP_STANDARDS)
def new_version(public_id: str) -> ResponseReturnValue:
    return desk.new_version_page("office", public_id)


@blueprint.route("/standards/<public_id>/write", methods=["GET", "POST"])
@permits(KEEP_STANDARDS)
def write_standard(public_id: str) -> ResponseReturnValue:
    return desk.write_page("office", public_id)


@blueprint.route("/standards/<public_id>/discuss", methods=["GET", "POST"])
@permits(KEEP_STANDARDS)
def discuss_standard(public_id: str) -> ResponseReturnValue:
    return desk.discuss_page("office", public_id)


@blueprint.route("/standards/<public_id>/report", methods=["GET", "POST"])
@permits(KEEP_STANDARDS)
def report_standard(public_id: str) -> ResponseReturnValue:
    return desk.report_page("office", public_id)


@blueprint.route("/standards/<public_id>/approve", methods=["GET", "POST"])
@permits(APPROVE_STANDARD)
def approve_standard(public_id: str) -> ResponseReturnValue:
    return desk.approve_page("office", public_id)


@blueprint.post("/standards/<public_id>/withdraw")
@permits(KEEP_STANDARDS)
def withdraw_standard(public_id: str) -> ResponseReturnValue:
    return desk.withdraw("office", public_id)


@blueprint.route("/standards/remarks/<public_id>", methods=["GET", "POST"])
@permits(KEEP_STANDARDS)
def remark(public_id: str) -> ResponseReturnValue:
    return moderating.remark_page("office", public_id)
