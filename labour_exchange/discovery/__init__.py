"""The bridge to the search: rows become documents, hits become rows that the actor may see."""
