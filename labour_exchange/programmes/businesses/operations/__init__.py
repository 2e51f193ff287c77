"""Acts around a business: its plan, its microcredit, its repayments."""
