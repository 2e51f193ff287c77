"""Where the pages of agencies hang."""

from flask import Blueprint

blueprint = Blueprint("agency", __name__)
