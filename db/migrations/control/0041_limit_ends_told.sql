ALTER TABLE "control"."limit_overrides" ADD COLUMN "soon_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."limit_overrides" ADD COLUMN "over_told_at" timestamp with time zone;--> statement-breakpoint
UPDATE "control"."limit_overrides" SET "over_told_at" = now() WHERE "ends_at" <= now();
