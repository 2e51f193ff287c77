"""Standards of the ministry: written, discussed, approved by a second person."""

from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.standards.access import KEEP_NATIONAL_STANDARDS
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.standards import desk, moderating


@blueprint.get("/standards")
@permits(KEEP_NATIONAL_STANDARDS)
def standards() -> str:
    return desk.list_page("headquarters")


@blueprint.route("/standards/new", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def new_standard() -> ResponseReturnValue:
    return desk.new_standard_page("headquarters")


@blueprint.get("/standards/<public_id>")
@permits(KEEP_NATIONAL_STANDARDS)
def standard(public_id: str) -> str:
    return desk.desk_page("headquarters", public_id)


@blueprint.route("/standards/<public_id>/new-version", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def new_version(public_id: str) -> ResponseReturnValue:
    return desk.new_version_page("headquarters", public_id)


@blueprint.route("/standards/<public_id>/write", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def write_standard(public_id: str) -> ResponseReturnValue:
    return desk.write_page("headquarters", public_id)


@blueprint.route("/standards/<public_id>/discuss", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def discuss_standard(public_id: str) -> ResponseReturnValue:
    return desk.discuss_page("headquarters", public_id)


@blueprint.route("/standards/<public_id>/report", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def report_standard(public_id: str) -> ResponseReturnValue:
    return desk.report_page("headquarters", public_id)


@blueprint.route("/standards/<public_id>/approve", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def approve_standard(public_id: str) -> ResponseReturnValue:
    return desk.approve_page("headquarters", public_id)


@blueprint.post("/standards/<public_id>/withdraw")
@permits(KEEP_NATIONAL_STANDARDS)
def withdraw_standard(public_id: str) -> ResponseReturnValue:
    return desk.withdraw("headquarters", public_id)


@blueprint.route("/standards/remarks/<public_id>", methods=["GET", "POST"])
@permits(KEEP_NATIONAL_STANDARDS)
def remark(public_id: str) -> ResponseReturnValue:
    return moderating.remark_page("headquarters", public_id)
