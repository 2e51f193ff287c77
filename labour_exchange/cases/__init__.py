"""An officer's work with one person: the case, who leads it, and what is due."""
