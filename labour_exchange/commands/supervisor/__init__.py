"""Starts, watches and stops the processes behind `make run`."""

import warnings

# The embedded server asks for a folder that machines without a desktop do not have; it takes another one, and nobody needs to know.
warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
