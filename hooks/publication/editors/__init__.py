"""The editors' page: a form that makes a record, and the schema that it is made from."""
