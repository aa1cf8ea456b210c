CREATE TABLE "control"."seat_limits" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "seat_limits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "seat_limits_tenant" UNIQUE("tenant_id"),
	CONSTRAINT "seat_limits_seats" CHECK (seats > 0)
);
--> statement-breakpoint
CREATE TABLE "control"."workspace_tokens" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"role_id" uuid NOT NULL,
	"scopes" text[] NOT NULL,
	"made_by" uuid,
	"made_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "workspace_tokens_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "workspace_tokens_token" UNIQUE("tenant_id","token_hash"),
	CONSTRAINT "workspace_tokens_scopes" CHECK (cardinality(scopes) > 0)
);
--> statement-breakpoint
ALTER TABLE "control"."workspace_tokens" ADD CONSTRAINT "workspace_tokens_role_fk" FOREIGN KEY ("tenant_id","role_id") REFERENCES "control"."roles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "workspace_tokens_role" ON "control"."workspace_tokens" USING btree ("tenant_id","role_id");