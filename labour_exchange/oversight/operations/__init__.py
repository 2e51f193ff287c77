"""What changes reports and instructions."""
