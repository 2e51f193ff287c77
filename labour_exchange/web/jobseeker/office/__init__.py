"""What the employment office does with the person: the register, the case, the measures."""

from labour_exchange.web.jobseeker.office import businesses, case, measures, registration

__all__ = ["businesses", "case", "measures", "registration"]
