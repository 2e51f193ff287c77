"""Sign in, sign up and keep an account."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__)
