'use client';

import { Ellipsis } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { IconButton } from '@/components/ui/icon-button';
import { Pagination } from '@/components/ui/pagination';
import { Progress } from '@/components/ui/progress';
import { Status, type StatusTone } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowActions,
} from '@/components/ui/table';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { Tabs } from '@/components/ui/tabs';
import { GalleryRow, GallerySection } from './gallery-section';

const badges: BadgeTone[] = ['neutral', 'brand', 'success', 'warning', 'danger', 'info', 'outline'];
const statuses: StatusTone[] = ['neutral', 'success', 'warning', 'danger', 'info'];
const people = [
  { name: '김서연', role: 'Student', hours: 128, tone: 'success', state: 'Signed' },
  { name: 'Ada Lovelace', role: 'Teacher', hours: 1040, tone: 'warning', state: 'Signing' },
  {
    name: '박하은 보호자 (주말 상담 담당)',
    role: 'Guardian',
    hours: 2,
    tone: 'danger',
    state: 'Suspended',
  },
] as const;

export function DataSection() {
  return (
    <GallerySection id="data" title="Data">
      <GalleryRow label="Badges">
        {badges.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </GalleryRow>
      <GalleryRow label="Status">
        {statuses.map((tone) => (
          <Status key={tone} tone={tone}>
            {tone}
          </Status>
        ))}
      </GalleryRow>
      <PeopleTable />
      <Pagination from={1} to={3} total={1204} nextHref="?page=2" />
      <TableSkeleton columns={4} rows={3} />
      <Tabs label="Details" tabs={tabs} />
    </GallerySection>
  );
}

function PeopleTable() {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader pinned>Name</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader numeric>Hours</TableHeader>
          <TableHeader />
        </tr>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.name} aria-selected={person.name === '김서연'}>
            <TableCell pinned>
              <span className="flex items-center gap-2">
                <Avatar name={person.name} size="small" /> {person.name}
              </span>
            </TableCell>
            <TableCell>{person.role}</TableCell>
            <TableCell>
              <Status tone={person.tone}>{person.state}</Status>
            </TableCell>
            <TableCell numeric>{person.hours}</TableCell>
            <TableCell>
              <TableRowActions>
                <IconButton icon={Ellipsis} label={`Actions for ${person.name}`} size="small" />
              </TableRowActions>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const tabs = [
  {
    value: 'details',
    label: 'Details',
    content: (
      <DescriptionList
        items={[
          { id: 'host', term: 'Host', value: 'gangnam.rowhouse.example' },
          {
            id: 'tier',
            term: '격리 수준',
            value: '공유 테이블, 데이터베이스의 행 단위 보안으로 분리',
          },
        ]}
      />
    ),
  },
  {
    value: 'usage',
    label: 'Usage',
    note: 3,
    content: (
      <Card title="Storage" description="Files and records together" footer="Resets on 1 December">
        <div className="grid gap-3">
          <Progress label="Storage" value={42} />
          <Progress label="Seats" value={88} tone="warning" />
          <Progress label="Messages" value={100} tone="danger" />
        </div>
      </Card>
    ),
  },
];
