"""Whether the exchange lives, whether it is ready, and how it does: for supervisors and for Prometheus."""

from pathlib import Path

from alembic.script import ScriptDirectory
from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from labour_exchange.api import metrics
from labour_exchange.foundation.access import permits, public, system_actor
from labour_exchange.foundation.database import act_as, db

blueprint = Blueprint("health", __name__)
CHECK_HEALTH = public("check health", "A supervisor asks before anybody can sign in; the answer holds no data.")


@blueprint.get("/healthz")
@permits(CHECK_HEALTH)
def healthz() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(state="alive")


@blueprint.get("/readyz")
@permits(CHECK_HEALTH)
def readyz() -> ResponseReturnValue:
    """The database answers and holds every migration; search being down is reduced, not failed."""
    act_as(db.session(), system_actor("readyz"))
    try:
        held = db.session.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except SQLAlchemyError:
        db.session.rollback()
        return jsonify(state="no database"), 503
    wanted = ScriptDirectory(str(Path(current_app.extensions["migrate"].directory))).get_current_head()
    if held != wanted:
        return jsonify(state="migrations missing", held=held, wanted=wanted), 503
    return jsonify(state="ready", migration=held, search="reduced" if metrics.is_search_reduced() else "full")


@blueprint.get("/metrics")
@permits(CHECK_HEALTH)
def show_metrics() -> ResponseReturnValue:
    """Counters for Prometheus; nothing about persons."""
    metrics.measure_queues()
    return generate_latest(metrics.REGISTRY), 200, {"Content-Type": CONTENT_TYPE_LATEST}
