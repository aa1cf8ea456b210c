CREATE TABLE "control"."shard_loads" (
	"shard_id" uuid PRIMARY KEY NOT NULL,
	"sampled_at" timestamp with time zone,
	"pooled" integer DEFAULT 0 NOT NULL,
	"schema" integer DEFAULT 0 NOT NULL,
	"database" integer DEFAULT 0 NOT NULL,
	"size_bytes" bigint DEFAULT 0 NOT NULL,
	"connections" integer DEFAULT 0 NOT NULL,
	"max_connections" integer DEFAULT 0 NOT NULL,
	"hot" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hot_at" timestamp with time zone,
	"written" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"down_since" timestamp with time zone,
	"fault" text
);
--> statement-breakpoint
ALTER TABLE "control"."homes" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "state_reason" text;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "tiers" text[] DEFAULT '{pooled,schema,database}' NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "room_pooled" integer DEFAULT 100000 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "room_schema" integer DEFAULT 200 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "room_database" integer DEFAULT 400 NOT NULL;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "shape" text;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "fault" text;--> statement-breakpoint
ALTER TABLE "control"."shards" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "control"."shard_loads" ADD CONSTRAINT "shard_loads_shard_id_shards_id_fk" FOREIGN KEY ("shard_id") REFERENCES "control"."shards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "placements_shard" ON "control"."placements" USING btree ("shard_id","tier","changed_at");--> statement-breakpoint
ALTER TABLE "control"."shards" ADD CONSTRAINT "shards_connection" UNIQUE("connection");--> statement-breakpoint
ALTER TABLE "control"."shards" ADD CONSTRAINT "shards_state" CHECK (state in ('open', 'closed', 'draining'));--> statement-breakpoint
ALTER TABLE "control"."shards" ADD CONSTRAINT "shards_tiers" CHECK (tiers <@ '{pooled,schema,database}');--> statement-breakpoint
ALTER TABLE "control"."shards" ADD CONSTRAINT "shards_room" CHECK (least(room_pooled, room_schema, room_database) >= 0);