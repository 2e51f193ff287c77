"""Businesses that the programme helps to begin: the plan, the microcredit and its repayment."""
