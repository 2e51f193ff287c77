"""What is stored of oversight."""
