"""What gunicorn and the flask command load."""

from labour_exchange.app import create_app

app = create_app()
