"""What happened to a few people of the demo country, told through the operations that people use."""
