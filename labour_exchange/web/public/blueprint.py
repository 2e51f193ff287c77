"""The blueprint of the pages anyone can read."""

from flask import Blueprint

blueprint = Blueprint("public", __name__)
