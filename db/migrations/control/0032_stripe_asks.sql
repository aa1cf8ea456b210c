CREATE TABLE "control"."stripe_kept" (
	"stripe_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"of_tenant" uuid NOT NULL,
	"of_subscription" uuid NOT NULL,
	"said" text,
	"differs_since" timestamp with time zone,
	"held_until" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "control"."stripe_asks" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "stripe_kept_due" ON "control"."stripe_kept" USING btree ("account","next_at");--> statement-breakpoint
CREATE INDEX "stripe_asks_made" ON "control"."stripe_asks" USING btree ("tenant_id","created_at");