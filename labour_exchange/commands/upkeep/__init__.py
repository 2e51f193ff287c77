"""Commands of who looks after a running exchange: copies, the sealed audit log, a look at its health."""
