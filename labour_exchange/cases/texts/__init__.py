"""What cases say in three languages, one noun a module."""
