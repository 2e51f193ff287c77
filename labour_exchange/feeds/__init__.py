"""What the exchange tells other systems: the change feed, snapshots, open data and webhooks."""
