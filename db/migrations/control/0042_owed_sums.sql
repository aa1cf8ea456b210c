ALTER TABLE "control"."stripe_kept" ADD COLUMN "owed_amount" bigint;--> statement-breakpoint
ALTER TABLE "control"."stripe_kept" ADD COLUMN "owed_currency" text;