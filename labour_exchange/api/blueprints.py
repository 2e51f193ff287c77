"""The blueprint of every resource: what is sent as anything but JSON is refused, not taken for an empty body."""

from typing import Any

import flask_smorest
from flask import Request, abort
from webargs.flaskparser import FlaskParser


class JsonParser(FlaskParser):  # type: ignore[misc]
    """Reads bodies. A body without its type is what `curl -d` sends by itself: without this, every field in it would be called missing."""

    def load_json(self, req: Request, schema: Any) -> Any:
        if not req.is_json and req.get_data(cache=True):
            abort(415)
        return super().load_json(req, schema)


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """A resource of the interface."""

    ARGUMENTS_PARSER = JsonParser()

    def arguments(self, schema: Any, **how: Any) -> Any:
        # Made once: a class would be made into a schema, with copies of all its fields, for every request.
        return super().arguments(schema() if isinstance(schema, type) else schema, **how)
