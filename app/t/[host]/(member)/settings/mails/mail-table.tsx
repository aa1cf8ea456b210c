import type { z } from 'zod';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { MailPage } from '@/lib/mail/log';
import { kindWords, stateWords } from './mail-words';
import { RetryMail } from './retry-mail';

interface Props {
  mails: z.output<typeof MailPage>['mails'];
  reader: Reader;
}

export async function MailTable({ mails, reader }: Props) {
  const t = await wording('settings');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('To')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('About')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('State')}</TableHeader>
          <TableHeader className="hidden whitespace-nowrap md:table-cell">{t('When')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('Actions')}</span>
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {mails.map((mail) => {
          const { label, tone } = stateWords[mail.state];
          const isShut = mail.state === 'bounced' || mail.state === 'withheld';
          const canRetry = isShut || (mail.state === 'failed' && mail.isKept);
          return (
            <TableRow key={mail.id}>
              <TableCell className="py-1.5">
                <span className="block truncate font-medium">{mail.recipient}</span>
                <span className="block text-muted text-sm sm:hidden">
                  {t(kindWords[mail.kind])} · {formatTime(mail.createdAt, reader)}
                </span>
                <span className="mt-1 flex sm:hidden">
                  <Status tone={tone}>{t(label)}</Status>
                </span>
                {mail.reason ? (
                  <span className="block whitespace-normal break-words text-muted text-sm">
                    {t.said(mail.reason)}
                    {mail.state === 'queued'
                      ? ` ${t('{count, plural, one {# try} other {# tries}} so far.', { count: mail.attempts })}`
                      : ''}
                  </span>
                ) : null}
              </TableCell>
              <TableCell className="hidden sm:table-cell">{t(kindWords[mail.kind])}</TableCell>
              <TableCell className="hidden sm:table-cell">
                <Status tone={tone}>{t(label)}</Status>
              </TableCell>
              <TableCell className="hidden whitespace-nowrap text-muted md:table-cell">
                {formatTime(mail.createdAt, reader)}
              </TableCell>
              <TableCell className="text-right">
                {canRetry ? (
                  <RetryMail id={mail.id} recipient={mail.recipient} isKept={mail.isKept} />
                ) : null}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
