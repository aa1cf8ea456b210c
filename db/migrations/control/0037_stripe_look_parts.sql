ALTER TABLE "control"."stripe_looks" ADD COLUMN "resume_after" text;--> statement-breakpoint
ALTER TABLE "control"."stripe_looks" ADD COLUMN "resume_at" timestamp with time zone;