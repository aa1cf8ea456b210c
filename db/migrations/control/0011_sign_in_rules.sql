CREATE TABLE "control"."recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pool_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_code" UNIQUE("pool_id","user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "control"."second_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pool_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"secret" text NOT NULL,
	"last_interval" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "second_factors_kind" UNIQUE("pool_id","user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "control"."security_policies" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"idle_minutes" integer,
	"absolute_hours" integer,
	"max_sessions" integer,
	"when_full" text DEFAULT 'end_oldest' NOT NULL,
	"networks" text[] DEFAULT '{}' NOT NULL,
	"second_factor" text DEFAULT 'optional' NOT NULL,
	"second_factor_roles" text[] DEFAULT '{}' NOT NULL,
	"second_factor_from" timestamp with time zone,
	"grace_days" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "security_policies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "security_policies_tenant" UNIQUE("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "control"."sign_in_flows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pool_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"login_id" uuid,
	"host" text NOT NULL,
	"method" text NOT NULL,
	"token_hash" text NOT NULL,
	"return_path" text DEFAULT '/' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sign_in_flows_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "control"."logins" ADD COLUMN "second_factor" text;--> statement-breakpoint
ALTER TABLE "control"."logins" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."sessions" ADD COLUMN "proven_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."recovery_codes" ADD CONSTRAINT "recovery_codes_user_fk" FOREIGN KEY ("pool_id","user_id") REFERENCES "control"."users"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."second_factors" ADD CONSTRAINT "second_factors_user_fk" FOREIGN KEY ("pool_id","user_id") REFERENCES "control"."users"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."sign_in_flows" ADD CONSTRAINT "sign_in_flows_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "control"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."sign_in_flows" ADD CONSTRAINT "sign_in_flows_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "control"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."sign_in_flows" ADD CONSTRAINT "sign_in_flows_user_fk" FOREIGN KEY ("pool_id","user_id") REFERENCES "control"."users"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."sign_in_flows" ADD CONSTRAINT "sign_in_flows_login_fk" FOREIGN KEY ("pool_id","login_id") REFERENCES "control"."logins"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_flows_user" ON "control"."sign_in_flows" USING btree ("pool_id","user_id");