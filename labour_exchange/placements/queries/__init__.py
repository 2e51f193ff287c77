"""What reads approaches, offers, placements and their evidence, within the scope of whoever asks."""
