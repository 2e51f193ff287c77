"""What the employment office does with the person: the register, the case, the measures."""

from labour_exchange.web.jobseeker.office import appointments, businesses, case, complaints, contract, measures, partners, registration, transfer

__all__ = ["appointments", "businesses", "case", "complaints", "contract", "measures", "partners", "registration", "transfer"]
