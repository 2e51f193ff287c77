"""Pages on service standards that offices and the ministry share, and what public pages share with them."""
