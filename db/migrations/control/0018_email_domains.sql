CREATE TABLE "control"."email_domain_holders" (
	"pool_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"tenant_id" uuid NOT NULL,
	"proven_at" timestamp with time zone NOT NULL,
	"next_check_at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_domain_holders_pkey" PRIMARY KEY("pool_id","domain")
);
--> statement-breakpoint
CREATE TABLE "control"."email_domains" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"domain" text NOT NULL,
	"proof" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"finding" text,
	"found" text[] DEFAULT '{}' NOT NULL,
	"checked_at" timestamp with time zone,
	"joins" boolean DEFAULT false NOT NULL,
	"join_role_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "email_domains_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "email_domains_domain" UNIQUE("tenant_id","domain")
);
--> statement-breakpoint
CREATE TABLE "control"."join_requests" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"host" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "join_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "join_requests_token" UNIQUE("tenant_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "control"."email_domain_holders" ADD CONSTRAINT "email_domain_holders_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "control"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."email_domain_holders" ADD CONSTRAINT "email_domain_holders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "control"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_domain_holders_tenant" ON "control"."email_domain_holders" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "email_domain_holders_due" ON "control"."email_domain_holders" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "join_requests_email" ON "control"."join_requests" USING btree ("tenant_id","email_key");