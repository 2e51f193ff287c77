"""What reads standards, discussions, promises and ratings."""
