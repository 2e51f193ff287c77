"""Which measure suits whom: what came of it for similar people, and where the next place does most."""
