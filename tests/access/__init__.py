"""The access matrix: every route, every kind of actor, every relation to the record."""
