CREATE TABLE "control"."stripe_kept" (
	"of_tenant" uuid NOT NULL,
	"stripe_id" text NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"customer" text NOT NULL,
	"of_subscription" uuid NOT NULL,
	"said" text,
	"differs_since" timestamp with time zone,
	"held_until" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stripe_kept_of_tenant_stripe_id_pk" PRIMARY KEY("of_tenant","stripe_id")
);
--> statement-breakpoint
ALTER TABLE "control"."stripe_asks" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "stripe_kept_due" ON "control"."stripe_kept" USING btree ("account","next_at");--> statement-breakpoint
CREATE INDEX "stripe_asks_made" ON "control"."stripe_asks" USING btree ("tenant_id","created_at");