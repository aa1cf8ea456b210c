import { join } from 'node:path';
import pg from 'pg';
import { bootstrap, connectionUrl } from '../bootstrap';
import { migrate } from '../migrate';
import { templateName, testSecret } from './names';

/** Makes the template database that every test file clones. */
export default async function setUp() {
  const adminUrl = process.env.TEST_ADMIN_DATABASE_URL;
  if (!adminUrl) throw new Error('TEST_ADMIN_DATABASE_URL names no cluster to test on.');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${templateName} with (force)`);
  await admin.end();
  await bootstrap({ adminUrl, databaseName: templateName, secret: testSecret });
  await migrate({
    url: connectionUrl(adminUrl, templateName),
    folder: join(process.cwd(), 'db/migrations'),
  });
}
