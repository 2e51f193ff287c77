"""What is looked at after the money: whether a business still works, whether a household has stayed."""
