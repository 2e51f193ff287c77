"""Messages to people: written first, then sent, at least once, by mail."""
