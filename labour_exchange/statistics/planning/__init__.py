"""What plans rest on: labour flows between regions, occupations that lack people, and what further places promise."""
