"""Programs that act for an agency: clients, their credentials, and the tokens they are given."""
