-- What one invocation at the prompt did, however many commands that took: one step of undo. The step goes by the id of
-- its first command, which has no value here, as a command alone has none.
ALTER TABLE command ADD COLUMN step_id BLOB CHECK (length(step_id) = 16);

CREATE INDEX command_step ON command (step_id) WHERE step_id IS NOT NULL;
