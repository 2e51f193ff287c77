"""Pure decisions: who may have a measure and what it costs."""
