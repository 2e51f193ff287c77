"""Public service standards: drafts, public discussion, approval, promises kept and ratings."""
