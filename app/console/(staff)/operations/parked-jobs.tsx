import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { ParkedJob } from '@/lib/platform/jobs/list';
import { readerIn } from '../_frame/words';
import { RetryOperation } from './retry-operation';

interface Props {
  jobs: ParkedJob[];
  /** Of all tenants, with those that are not shown. */
  count: number;
}

/** Jobs that failed as often as they are tried; nothing waits for them. */
export async function ParkedJobs({ jobs, count }: Props) {
  const t = await wording('console');
  return (
    <section aria-labelledby="parked" className="mt-8 grid gap-3">
      <div>
        <h2 id="parked" className="font-semibold text-lg">
          {t('Parked jobs')}
        </h2>
        <p className="text-muted">
          {t(
            'They failed as often as jobs are tried. Nothing waits for them. They are kept for 30 days.',
          )}{' '}
          {count > jobs.length
            ? t('The latest {shown} of {count}.', { shown: jobs.length, count })
            : null}
        </p>
      </div>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Job')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('What stands')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('Parked (UTC)')}</TableHeader>
            <TableHeader>
              <span className="sr-only">{t('What you can do')}</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {jobs.map(({ id, job, tenant, error, attempts, parkedAt, retryAskedAt }) => (
            <TableRow key={id}>
              <TableCell className="py-1.5 max-sm:whitespace-normal">
                <code className="block break-words">{job}</code>
                <Link href={`/tenants/${tenant.id}`} className="text-muted hover:underline">
                  {tenant.name}
                </Link>
                <span className="block text-muted text-sm sm:hidden">
                  {retryAskedAt ? (
                    t('Begins again in a moment.')
                  ) : (
                    <Failure {...{ error, attempts }} />
                  )}
                </span>
              </TableCell>
              <TableCell className="hidden whitespace-normal break-words py-1.5 text-muted sm:table-cell">
                {retryAskedAt ? (
                  t('Begins again in a moment.')
                ) : (
                  <Failure {...{ error, attempts }} />
                )}
              </TableCell>
              <TableCell className="hidden whitespace-nowrap text-muted sm:table-cell">
                {formatTime(parkedAt, readerIn(t.language))}
              </TableCell>
              <TableCell className="text-right">
                {retryAskedAt ? null : (
                  <RetryOperation
                    isJob
                    id={id}
                    name={t('{kind} of {name}', { kind: job, name: tenant.name })}
                  />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

async function Failure({ error, attempts }: Pick<ParkedJob, 'error' | 'attempts'>) {
  const t = await wording('console');
  return (
    <>
      <span className="block [overflow-wrap:anywhere]">{error}</span>
      <span className="block text-sm">
        {t('{attempts, plural, one {# attempt} other {# attempts}}', { attempts })}
      </span>
    </>
  );
}
