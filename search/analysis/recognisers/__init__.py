"""Conditions of work read from a text: pay, hours, remote work, driving licences, experience, kind of employment."""

from search.analysis.recognisers.conditions import Conditions, conditions, conditions_of_work
from search.analysis.recognisers.spans import Span

__all__ = ["Conditions", "Span", "conditions", "conditions_of_work"]
