"""Pages for jobseekers."""

from flask import Blueprint

blueprint = Blueprint("jobseeker", __name__)
