-- What stands in the slots of lists of choices: all of them, where it was the first six.
ALTER TABLE "records" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "fields" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "records" DISABLE TRIGGER USER;--> statement-breakpoint
DO $$
DECLARE slot text;
BEGIN
  FOR slot IN SELECT DISTINCT f.slot FROM fields f WHERE f.type = 'multi_select' AND f.deleted_at IS NULL AND f.slot IS NOT NULL LOOP
    EXECUTE format('UPDATE records r SET %1$I = s.ranks FROM (
      SELECT h.tenant_id, h.id, string_agg(lpad((c.place - 1)::text, 3, ''0'') || '':'' || e.id, ''|'' ORDER BY e.place) AS ranks
      FROM fields f
      JOIN records h ON h.tenant_id = f.tenant_id AND h.collection_id = f.collection_id
      CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(h.data -> f.key) WHEN ''array'' THEN h.data -> f.key ELSE ''[]'' END) WITH ORDINALITY e(id, place)
      JOIN LATERAL jsonb_array_elements(f.options -> ''choices'') WITH ORDINALITY c(choice, place) ON c.choice ->> ''id'' = e.id
      WHERE f.type = ''multi_select'' AND f.slot = %1$L AND f.deleted_at IS NULL AND e.place <= 60
      GROUP BY h.tenant_id, h.id) s
      WHERE r.tenant_id = s.tenant_id AND r.id = s.id AND r.%1$I IS DISTINCT FROM s.ranks', slot);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE "records" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "fields" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "records" FORCE ROW LEVEL SECURITY;
