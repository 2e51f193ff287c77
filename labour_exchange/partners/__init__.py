"""Follow-up partners of a case: an agency or a training provider that follows a person up, with the person's consent."""
