CREATE TABLE "control"."removed_addresses" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "removed_addresses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "removed_addresses_hash" UNIQUE("tenant_id","address_hash")
);
--> statement-breakpoint
ALTER TABLE "control"."email_domains" ADD COLUMN "others" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."grants" ADD COLUMN "end_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."api_tokens" ADD COLUMN "through_provider" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."email_domains" DROP COLUMN "found";--> statement-breakpoint
ALTER TABLE "control"."grants" ADD CONSTRAINT "grants_term" CHECK (ends_at <= created_at + interval '367 days');