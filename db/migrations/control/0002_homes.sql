CREATE TABLE "control"."homes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shard_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"database_name" text NOT NULL,
	"schema_name" text NOT NULL,
	"role_name" text NOT NULL,
	"state" text DEFAULT 'preparing' NOT NULL,
	"shape" text,
	"fault" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "homes_tier" CHECK (tier in ('schema', 'database')),
	CONSTRAINT "homes_state" CHECK (state in ('preparing', 'ready', 'taken'))
);
--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "ready_schemas" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "ready_databases" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."homes" ADD CONSTRAINT "homes_shard_id_shards_id_fk" FOREIGN KEY ("shard_id") REFERENCES "control"."shards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "homes_stock" ON "control"."homes" USING btree ("tier","state","created_at");