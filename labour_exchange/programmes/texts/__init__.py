"""What the programme says in three languages."""
