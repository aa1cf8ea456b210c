ALTER TABLE "control"."subscription_changes" ADD COLUMN "by_stripe" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."subscription_changes" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "control"."subscription_changes" SET "by_stripe" = true WHERE "by_name" = 'Stripe';
