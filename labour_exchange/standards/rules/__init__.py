"""Pure decisions about standards, their discussion, promises and figures."""
