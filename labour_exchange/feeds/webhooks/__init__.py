"""Webhooks: agencies are told that something happened, by Standard Webhooks 1.0."""
