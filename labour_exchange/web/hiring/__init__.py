"""What the pages of hiring share on all sides."""
