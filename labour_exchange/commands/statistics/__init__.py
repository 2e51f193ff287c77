"""`flask statistics`: facts and figures, forecasts, releases."""

from labour_exchange.commands.statistics import backtest, figures, releases
from labour_exchange.commands.statistics.group import statistics

__all__ = ["backtest", "figures", "releases", "statistics"]
