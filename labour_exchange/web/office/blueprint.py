"""Where the pages of offices are gathered."""

from flask import Blueprint

blueprint = Blueprint("office", __name__)
