"""Inspection of doubtful placements: signals, a sample that can be drawn again, the right of reply, and a decision by two people."""
