"""The few things every part needs, each in a module named for it."""
