"""`flask agency conformance`: an agency-shaped client against a server, over HTTP alone, and what came of each check."""
