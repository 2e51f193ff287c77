"""What the pages of following a person up share: the agency's, and the office's where it writes for a training provider."""
