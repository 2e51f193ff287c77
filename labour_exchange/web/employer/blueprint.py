"""Where the pages of employers hang."""

from flask import Blueprint

blueprint = Blueprint("employer", __name__)
