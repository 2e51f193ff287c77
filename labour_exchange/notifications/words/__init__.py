"""The words of messages, by what they are about."""
