"""The words of messages of single parts, one module a part."""
