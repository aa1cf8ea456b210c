-- The control database's own server is the first home of pooled tenants.
INSERT INTO "control"."shards" ("id", "name", "connection") VALUES (app.uuid7(), 'primary', 'primary');
