CREATE TABLE "control"."passkey_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pool_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"host" text NOT NULL,
	"purpose" text NOT NULL,
	"challenge_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkey_challenges_challenge" UNIQUE("challenge_hash")
);
--> statement-breakpoint
CREATE TABLE "control"."passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pool_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"host" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"synced" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"suspected_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential" UNIQUE("pool_id","host","credential_id")
);
--> statement-breakpoint
ALTER TABLE "control"."passkey_challenges" ADD CONSTRAINT "passkey_challenges_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "control"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."passkey_challenges" ADD CONSTRAINT "passkey_challenges_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "control"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."passkey_challenges" ADD CONSTRAINT "passkey_challenges_user_fk" FOREIGN KEY ("pool_id","user_id") REFERENCES "control"."users"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."passkeys" ADD CONSTRAINT "passkeys_user_fk" FOREIGN KEY ("pool_id","user_id") REFERENCES "control"."users"("pool_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_challenges_user" ON "control"."passkey_challenges" USING btree ("pool_id","user_id");--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "control"."passkeys" USING btree ("pool_id","user_id");