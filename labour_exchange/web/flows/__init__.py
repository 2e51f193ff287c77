"""Flows between regions as pages draw them: arrows, tiles and names, for staff and for everybody."""
