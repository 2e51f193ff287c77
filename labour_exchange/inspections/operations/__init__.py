"""What changes the world: samples drawn, inspections opened, parties asked and heard, decisions by two people and their effect."""
