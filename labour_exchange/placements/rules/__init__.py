"""Pure decisions about approaches, evidence, doubts and rows of the registers."""
