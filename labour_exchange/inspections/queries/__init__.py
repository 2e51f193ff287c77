"""The facts that signals are read from, the inspections an actor may see, and how regions inspect."""
