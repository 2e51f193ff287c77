"""Official figures: facts, indicators and what may be shown of them."""
