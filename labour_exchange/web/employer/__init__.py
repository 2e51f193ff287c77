"""Pages for employers."""

from flask import Blueprint

blueprint = Blueprint("employer", __name__)
