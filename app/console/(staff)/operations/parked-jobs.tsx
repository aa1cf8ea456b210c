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
            <TableHeader>{t('What stands')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('Parked (UTC)')}</TableHeader>
            <TableHeader>
              <span className="sr-only">{t('What you can do')}</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {jobs.map(({ id, job, tenant, error, attempts, parkedAt, retryAskedAt }) => (
            <TableRow key={id}>
              <TableCell>
                <code className="block">{job}</code>
                <Link href={`/tenants/${tenant.id}`} className="text-muted hover:underline">
                  {tenant.name}
                </Link>
              </TableCell>
              <TableCell className="whitespace-normal break-words text-muted">
                {retryAskedAt
                  ? t('Begins again in a moment.')
                  : `${error} ${t('{attempts, plural, one {# attempt} other {# attempts}}', { attempts })}.`}
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
