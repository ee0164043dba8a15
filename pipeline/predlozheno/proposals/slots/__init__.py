"""The slots of a record, one module each."""
