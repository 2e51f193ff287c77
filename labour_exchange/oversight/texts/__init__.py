"""What oversight says in three languages: names of states and units, and refusals."""
