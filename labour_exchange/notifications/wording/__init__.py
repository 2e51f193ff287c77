"""The words of letters, one noun a module."""
