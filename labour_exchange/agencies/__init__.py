"""Private employment agencies: licence, mandate and conduct."""
