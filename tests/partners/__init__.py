"""Follow-up partners."""
