"""What is read of oversight."""
