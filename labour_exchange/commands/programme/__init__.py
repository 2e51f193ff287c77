"""`flask programme`: the reports that a programme is judged by, and what it is worth."""

from labour_exchange.commands.programme import report
from labour_exchange.commands.programme.group import programme

__all__ = ["programme", "report"]
