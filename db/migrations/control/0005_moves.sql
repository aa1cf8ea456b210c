CREATE TABLE "control"."moves" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"wish" text DEFAULT 'finish' NOT NULL,
	"target_tier" text NOT NULL,
	"target_shard_id" uuid NOT NULL,
	"source" jsonb,
	"target" jsonb,
	"epoch" integer,
	"snapshot" text,
	"horizon" text,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid,
	"fault" text,
	"faults" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"release_asked_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "moves_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "moves_state" CHECK (state in ('waiting', 'copying', 'following', 'cutting', 'flipped', 'done', 'abandoned')),
	CONSTRAINT "moves_wish" CHECK (wish in ('finish', 'follow', 'abandon')),
	CONSTRAINT "moves_target_tier" CHECK (target_tier in ('pooled', 'schema', 'database'))
);
--> statement-breakpoint
ALTER TABLE "control"."moves" ADD CONSTRAINT "moves_target_shard_id_shards_id_fk" FOREIGN KEY ("target_shard_id") REFERENCES "control"."shards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "moves_one_at_a_time" ON "control"."moves" USING btree ("tenant_id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "moves_tenant" ON "control"."moves" USING btree ("tenant_id","created_at");