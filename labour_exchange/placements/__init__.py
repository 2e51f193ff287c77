"""From application, invitation or referral to a filled post, and the evidence that it lasts."""
