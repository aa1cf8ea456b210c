'use client';

import { ArrowRight, Upload } from 'lucide-react';
import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { LinkButton } from '@/components/ui/link-button';
import { NamedIcon } from '@/components/ui/named-icon';
import { PageDrop } from '@/components/ui/page-drop';
import { type ProgressStep, ProgressSteps } from '@/components/ui/progress-steps';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { GalleryRow, GallerySection } from './gallery-section';

const icons = ['house', 'users', 'table-2', 'palette', 'scroll', 'shield', 'trash', 'move'];
const steps: ProgressStep[] = [
  { id: 'a', title: 'Rows copied', note: '3,200 of 3,200', state: 'done', time: '4 s' },
  { id: 'b', title: 'Following changes', note: '12 behind', state: 'now', time: '1 s' },
  { id: 'c', title: 'Counts compared', state: 'next' },
  { id: 'd', title: '파일 옮기기', note: 'The folder cannot be written.', state: 'failed' },
];

/** Getting somewhere, and waiting for something. */
export function WaysSection() {
  return (
    <GallerySection id="ways" title="Ways and waiting">
      <GalleryRow label="Breadcrumb">
        <Breadcrumb
          label="Where this is"
          crumbs={[
            { label: 'Collections', href: '#ways' },
            { label: '학생 명단', href: '#ways' },
            { label: '김서연' },
          ]}
        />
      </GalleryRow>
      <GalleryRow label="Links as buttons">
        <LinkButton href="#ways" variant="primary">
          Next step <ArrowRight aria-hidden />
        </LinkButton>
        <LinkButton href="#ways">Back</LinkButton>
        <LinkButton href="#ways" size="small" variant="ghost">
          Older
        </LinkButton>
      </GalleryRow>
      <GalleryRow label="Icons by name">
        {icons.map((name) => (
          <NamedIcon key={name} name={name} />
        ))}
      </GalleryRow>
      <GalleryRow label="Steps of long work">
        <div className="w-full max-w-sm">
          <ProgressSteps steps={steps} />
        </div>
      </GalleryRow>
      <GalleryRow label="Waiting">
        <Spinner />
        <span className="grid w-48 gap-2">
          <Skeleton />
          <Skeleton className="w-2/3" />
        </span>
      </GalleryRow>
      <GalleryRow label="Finding">
        <SlowCombobox />
      </GalleryRow>
      <GalleryRow label="An act with a reason">
        <ReasonDialog
          trigger={<Button variant="danger-quiet">Suspend tenant</Button>}
          title="Suspend Gangnam?"
          description="Nobody can sign in until it is resumed. Nothing is deleted."
          action="Suspend tenant"
          done="Suspended"
          help="The tenant’s admins read it."
          danger
          confirm={async () => ({
            ok: false,
            error: { message: 'Nothing was done: this is the gallery.', fields: {} },
          })}
        />
      </GalleryRow>
      <GalleryRow label="Files from anywhere">
        <Upload aria-hidden className="size-4 text-muted" />
        <p className="text-muted">Drag a file over this page.</p>
        <PageDrop label="Drop the file to look at it" onFile={() => {}} />
      </GalleryRow>
    </GallerySection>
  );
}

const cities = ['Seoul', 'Busan', 'Incheon', 'Daegu', 'Daejeon', '광주', '수원', '성남'];

/** Options that are asked for while somebody types. */
function SlowCombobox() {
  const [city, setCity] = useState<string>();
  const [text, setText] = useState('');
  const [pending, setPending] = useState(false);
  const search = (next: string) => {
    setPending(true);
    setTimeout(() => {
      setText(next);
      setPending(false);
    }, 600);
  };
  const found = cities.filter((one) => one.toLowerCase().includes(text.toLowerCase()));
  return (
    <div className="w-64">
      <Combobox
        aria-label="City"
        options={found.map((value) => ({ value, label: value }))}
        value={city}
        onValueChange={setCity}
        onSearch={search}
        pending={pending}
        clearable
      />
    </div>
  );
}
