CREATE TABLE "control"."role_changes" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role_key" text NOT NULL,
	"role_name" text NOT NULL,
	"ends_at" timestamp with time zone,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_changes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "control"."ownership_offers" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid,
	"to_user_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ownership_offers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "ownership_offers_tenant" UNIQUE("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "control"."membership_roles" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."roles" ADD COLUMN "base" text;--> statement-breakpoint
ALTER TABLE "control"."roles" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "role_changes_user" ON "control"."role_changes" USING btree ("tenant_id","user_id","at");