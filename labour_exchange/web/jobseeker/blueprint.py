"""Where the pages of jobseekers are gathered."""

from flask import Blueprint

blueprint = Blueprint("jobseeker", __name__)
