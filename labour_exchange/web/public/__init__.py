"""Pages anyone can read."""

from flask import Blueprint

blueprint = Blueprint("public", __name__)
