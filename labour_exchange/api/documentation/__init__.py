"""The interface described: the OpenAPI document for programs, a page for people."""
