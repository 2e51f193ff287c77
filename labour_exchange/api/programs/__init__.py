"""Programs of agencies at the interface: who they are, what they do once, and on which version they decide."""
