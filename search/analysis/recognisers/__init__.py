"""Conditions of work read from a text: pay, hours, remote work, driving licences, experience, kind of employment."""

from search.analysis.recognisers.conditions import Conditions, asked, conditions, conditions_of_work
from search.analysis.recognisers.spans import Span

__all__ = ["Conditions", "Span", "asked", "conditions", "conditions_of_work"]
