"""What programs of agencies do: one module for each resource."""
