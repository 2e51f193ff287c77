"""What changes a partnership: proposed, consented to, followed up, ended."""
