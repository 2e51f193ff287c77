"""What makes a placement doubtful, who is drawn, and what a decision asks for and does: pure, readable, tabled in tests."""
