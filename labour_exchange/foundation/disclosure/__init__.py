"""What may be shown of counts so that no person can be read out of them: the threshold, and a column with its total."""

from labour_exchange.foundation.disclosure.columns import THRESHOLD, Column, is_small, protected

__all__ = ["THRESHOLD", "Column", "is_small", "protected"]
