'use client';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner, type BannerTone } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NoPermissionState } from '@/components/ui/no-permission-state';
import { Popover } from '@/components/ui/popover';
import { Sheet } from '@/components/ui/sheet';
import { GalleryRow, GallerySection } from './gallery-section';

const tones: BannerTone[] = ['info', 'success', 'warning', 'danger'];

export function StatesSection() {
  return (
    <GallerySection id="states" title="States and layers">
      {tones.map((tone) => (
        <Banner
          key={tone}
          tone={tone}
          title="Storage is nearly full"
          action={<Button size="small">See usage</Button>}
        >
          9.1 of 10 GB used. Uploads stop at 10 GB; nothing is deleted.
        </Banner>
      ))}
      <div className="grid gap-4 md:grid-cols-3">
        <EmptyState
          title="No students yet"
          description="학생을 추가하거나 표 파일을 가져오면 여기에 나타납니다."
          action={<Button variant="primary">Add student</Button>}
        />
        <ErrorState
          title="The list could not be loaded"
          description="Your data is safe. Try again; if it happens twice, send us the request number."
          action={<Button>Try again</Button>}
          requestId="01J9ZK4T"
        />
        <NoPermissionState
          title="You cannot see invoices"
          description="Ask 이도윤 or Ada Lovelace, who can grant it."
        />
      </div>
      <Layers />
    </GallerySection>
  );
}

function Layers() {
  return (
    <GalleryRow label="Layers">
      <Dialog
        trigger={<Button>Dialog</Button>}
        title="Invite a member"
        description="They get a link by e-mail that works for seven days."
        footer={
          <>
            <DialogClose>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary">Send invitation</Button>
          </>
        }
      >
        <Field label="E-mail">
          <Input type="email" />
        </Field>
      </Dialog>
      <AlertDialog
        trigger={<Button variant="danger-quiet">Delete tenant</Button>}
        title="Delete tenant Gangnam?"
        description="All records, files and members go with it after 14 days. This cannot be undone then."
        action="Delete tenant"
        confirmWord="gangnam"
        onConfirm={async () => ({ error: 'You are the last admin. Name another one first.' })}
      />
      <Sheet trigger={<Button>Sheet</Button>} title="김서연" description="Student at Gangnam">
        <p className="text-muted">Details of one thing.</p>
      </Sheet>
      <Popover trigger={<Button>Popover</Button>} label="Filter">
        <p>Filters go here.</p>
      </Popover>
    </GalleryRow>
  );
}
