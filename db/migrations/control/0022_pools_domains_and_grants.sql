CREATE TABLE "control"."removed_addresses" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "removed_addresses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "removed_addresses_hash" UNIQUE("tenant_id","address_hash")
);
--> statement-breakpoint
CREATE TABLE "control"."pool_arrivals" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"join_id" uuid NOT NULL,
	"former_user_id" uuid NOT NULL,
	"new_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pool_arrivals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pool_arrivals_former" UNIQUE("tenant_id","former_user_id"),
	CONSTRAINT "pool_arrivals_new" UNIQUE("tenant_id","join_id","new_user_id")
);
--> statement-breakpoint
CREATE TABLE "control"."pool_claims" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"join_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"host" text NOT NULL,
	"token_hash" text NOT NULL,
	"former_user_id" uuid,
	"former_state" text,
	"new_user_id" uuid,
	"new_state" text,
	"new_method" text,
	"new_second_factor" text,
	"new_email" text,
	"mail_hash" text,
	"mail_side" text,
	"mail_email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "pool_claims_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pool_claims_token" UNIQUE("tenant_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "control"."pool_joins" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"pool_name" text NOT NULL,
	"former_pool_id" uuid NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"started_by_name" text,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	CONSTRAINT "pool_joins_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pool_joins_state" CHECK (state in ('offered', 'running', 'ended', 'called_off')),
	CONSTRAINT "pool_joins_two" CHECK (pool_id <> former_pool_id)
);
--> statement-breakpoint
ALTER TABLE "control"."team_members" DROP CONSTRAINT "team_members_member_fk";
--> statement-breakpoint
ALTER TABLE "control"."team_roles" DROP CONSTRAINT "team_roles_member_fk";
--> statement-breakpoint
ALTER TABLE "control"."email_domains" ADD COLUMN "others" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."grants" ADD COLUMN "end_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."api_tokens" ADD COLUMN "through_provider" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "pool_arrivals_by_new" ON "control"."pool_arrivals" USING btree ("tenant_id","new_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_joins_open" ON "control"."pool_joins" USING btree ("tenant_id") WHERE state in ('offered', 'running');--> statement-breakpoint
ALTER TABLE "control"."team_members" ADD CONSTRAINT "team_members_member_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "control"."memberships"("tenant_id","user_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "control"."team_roles" ADD CONSTRAINT "team_roles_member_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "control"."memberships"("tenant_id","user_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "control"."email_domains" DROP COLUMN "found";--> statement-breakpoint
ALTER TABLE "control"."grants" ADD CONSTRAINT "grants_term" CHECK (ends_at <= created_at + interval '367 days');