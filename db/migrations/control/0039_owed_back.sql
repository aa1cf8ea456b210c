ALTER TABLE "control"."fallback_plans" ADD COLUMN "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "control"."fallback_plans_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "control"."stripe_kept" ADD COLUMN "owed_for" uuid;--> statement-breakpoint
ALTER TABLE "control"."stripe_kept" ADD COLUMN "owed_beside" text;--> statement-breakpoint
ALTER TABLE "control"."fallback_plans" ADD CONSTRAINT "fallback_plans_position" UNIQUE("position");