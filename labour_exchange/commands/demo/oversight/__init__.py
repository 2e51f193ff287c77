"""What the demo shows of oversight: plans, reports, instructions, inspections."""
