"""Pages for the national administration."""

from flask import Blueprint

blueprint = Blueprint("headquarters", __name__)
