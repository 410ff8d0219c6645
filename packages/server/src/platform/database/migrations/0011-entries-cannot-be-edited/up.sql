-- What happened is not edited: not even by the role that owns the tables.
revoke update, delete, truncate on entry, posting from current_user;
