"""What the part says in three languages."""
