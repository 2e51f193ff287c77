"""What gunicorn and the flask command load."""

import gc

# What is made here stays: looking through it for garbage again and again takes a quarter of the start, and later touches, in each process that is
# forked from this one, memory that they would share.
gc.disable()

from labour_exchange.app import create_app  # noqa: E402

app = create_app()

gc.freeze()
gc.enable()
