"""Pure decisions about what a profile may say, what it lacks, and when a registration lapses."""
