"""What notifications do when other parts announce something."""
