"""Commands for operators, and what `make run` starts; nothing is imported here, because `make run` would wait for all of it."""
