CREATE TABLE "control"."team_members" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_lead" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_members_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "team_members_pair" UNIQUE("tenant_id","team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "control"."team_roles" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "team_roles_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "team_roles_held" UNIQUE("tenant_id","user_id","role_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "control"."teams" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "teams_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "teams_name" UNIQUE("tenant_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "control"."role_changes" ADD COLUMN "team_name" text;--> statement-breakpoint
ALTER TABLE "control"."team_members" ADD CONSTRAINT "team_members_team_fk" FOREIGN KEY ("tenant_id","team_id") REFERENCES "control"."teams"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."team_members" ADD CONSTRAINT "team_members_member_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "control"."memberships"("tenant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."team_roles" ADD CONSTRAINT "team_roles_team_fk" FOREIGN KEY ("tenant_id","team_id") REFERENCES "control"."teams"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."team_roles" ADD CONSTRAINT "team_roles_member_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "control"."memberships"("tenant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."team_roles" ADD CONSTRAINT "team_roles_role_fk" FOREIGN KEY ("tenant_id","role_id") REFERENCES "control"."roles"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control"."teams" ADD CONSTRAINT "teams_parent_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "control"."teams"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_members_user" ON "control"."team_members" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "team_roles_team" ON "control"."team_roles" USING btree ("tenant_id","team_id");--> statement-breakpoint
CREATE INDEX "teams_parent" ON "control"."teams" USING btree ("tenant_id","parent_id");