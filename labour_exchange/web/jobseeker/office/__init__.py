"""What the employment office does with the person: the register, the case, the measures."""

from labour_exchange.web.jobseeker.office import case, measures, registration

__all__ = ["case", "measures", "registration"]
