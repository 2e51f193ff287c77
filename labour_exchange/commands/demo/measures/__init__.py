"""The demo's people in measures: written, and taken away again."""
