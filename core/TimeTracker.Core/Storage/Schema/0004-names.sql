-- Names that differ only in characters that nobody sees are one name: keys leave those characters out. What a project goes
-- by in the ledger, and its id, stay.
WITH unseen (number, unit) AS (
  VALUES (1, char(173)), (2, char(847)), (3, char(1564)), (4, char(6158)), (5, char(8203)), (6, char(8204)),
  (7, char(8205)), (8, char(8206)), (9, char(8207)), (10, char(8234)), (11, char(8235)), (12, char(8236)),
  (13, char(8237)), (14, char(8238)), (15, char(8288)), (16, char(8294)), (17, char(8295)), (18, char(8296)),
  (19, char(8297)), (20, char(65038)), (21, char(65039)), (22, char(65279))),
folded (project_id, number, name_key) AS (
  SELECT project_id, 0, name_key FROM project
  UNION ALL
  SELECT project_id, unseen.number, replace(folded.name_key, unseen.unit, '')
  FROM folded JOIN unseen ON unseen.number = folded.number + 1)
UPDATE project SET name_key = trim(replace(replace(folded.name_key, '  ', ' '), '  ', ' '))
FROM folded
WHERE folded.project_id = project.project_id AND folded.number = 22
  AND length(trim(folded.name_key)) > 0;
