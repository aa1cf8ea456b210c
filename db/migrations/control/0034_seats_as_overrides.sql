ALTER TABLE "control"."seat_limits" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "control"."limit_overrides" ("tenant_id", "id", "name", "max", "reason", "by_name")
SELECT "tenant_id", "id", 'members', "seats", 'Said before reasons were kept', 'Platform staff' FROM "control"."seat_limits";--> statement-breakpoint
DROP FUNCTION IF EXISTS "control"."copy_seat_limit"(uuid);--> statement-breakpoint
DROP TABLE "control"."seat_limits" CASCADE;
