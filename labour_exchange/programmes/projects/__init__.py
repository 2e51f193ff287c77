"""Rural jobs through projects: what is built or repaired, with how many jobs, and who works there."""
