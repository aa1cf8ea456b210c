ALTER TABLE "control"."pool_arrivals" ADD COLUMN "pending" text[] DEFAULT '{collections.bringOver}' NOT NULL;--> statement-breakpoint
-- Who came over before may have been given up on unseen; doing it again changes nothing.
ALTER TABLE "control"."pool_arrivals" ALTER COLUMN "pending" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "control"."pool_arrivals" ADD COLUMN "pending_since" timestamp with time zone DEFAULT now() NOT NULL;