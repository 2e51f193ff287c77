"""Pure decisions about identifiers, passwords, tries and the length of a session."""
