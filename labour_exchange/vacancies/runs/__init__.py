"""What became of each push of an agency: the health of its feed."""
