"""What a programme is worth: who came, who finished, who works, what it cost, and what would have happened without it."""
