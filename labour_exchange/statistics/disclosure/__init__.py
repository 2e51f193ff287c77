"""Disclosure control: what may be shown of counts so that no person can be read out of them, in a column and in tables with margins."""

from labour_exchange.foundation.disclosure import THRESHOLD, Column, is_small, protected

__all__ = ["THRESHOLD", "Column", "is_small", "protected"]
