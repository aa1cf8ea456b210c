CREATE TABLE "control"."seat_limits" (
	"tenant_id" uuid DEFAULT current_setting('app.tenant')::uuid NOT NULL,
	"id" uuid NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "seat_limits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "seat_limits_tenant" UNIQUE("tenant_id"),
	CONSTRAINT "seat_limits_seats" CHECK (seats > 0)
);
