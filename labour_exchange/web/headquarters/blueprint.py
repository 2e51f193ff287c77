"""The blueprint of the national administration's pages."""

from flask import Blueprint

blueprint = Blueprint("headquarters", __name__)
