"""What this part says in three languages: the names of its states and codes, and why it refuses."""
