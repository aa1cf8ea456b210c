'use client';

import { Ellipsis, Plus, Settings, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import {
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { notify } from '@/components/ui/notify';
import { Tooltip } from '@/components/ui/tooltip';
import { GalleryRow, GallerySection } from './gallery-section';

const variants = ['primary', 'secondary', 'ghost', 'danger', 'danger-quiet', 'link'] as const;

export function ActionsSection() {
  return (
    <GallerySection id="actions" title="Actions">
      <GalleryRow label="Variants">
        {variants.map((variant) => (
          <Button key={variant} variant={variant}>
            Add member
          </Button>
        ))}
      </GalleryRow>
      <GalleryRow label="Disabled, pending">
        <Button variant="primary" disabled>
          Add member
        </Button>
        <Button disabled>Add member</Button>
        <Button variant="primary" pending>
          Add member
        </Button>
        <Button pending>Add member</Button>
      </GalleryRow>
      <GalleryRow label="Sizes and icons">
        <Button size="small">
          <Plus aria-hidden /> Add
        </Button>
        <Button>
          <Plus aria-hidden /> Add
        </Button>
        <Button size="large">
          <Plus aria-hidden /> Add
        </Button>
        <Button variant="primary">구성원 추가하고 초대 메일 보내기</Button>
        <IconButton icon={Settings} label="Settings" />
        <IconButton icon={Settings} label="Settings" variant="secondary" />
        <IconButton icon={Settings} label="Settings" size="small" />
        <CopyButton value="copied" />
      </GalleryRow>
      <GalleryRow label="Menus and hints">
        <ExampleMenu />
        <Tooltip content="Opens the command palette" keys={['Ctrl', 'K']}>
          <Button variant="ghost">Tooltip</Button>
        </Tooltip>
        <Kbd keys={['Ctrl', 'Shift', 'P']} />
      </GalleryRow>
      <GalleryRow label="Toasts">
        <Button
          onClick={() =>
            notify.done('Member removed', {
              description: '김서연 can no longer sign in.',
              undo: { label: 'Undo', run: () => notify.say('Member restored') },
            })
          }
        >
          With undo
        </Button>
        <Button
          onClick={() =>
            notify.failed('The record was not saved', { description: 'Try again in a moment.' })
          }
        >
          Failed
        </Button>
        <Button onClick={() => notify.warn('80 % of storage used')}>Warning</Button>
      </GalleryRow>
    </GallerySection>
  );
}

function ExampleMenu() {
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button>
          <Ellipsis aria-hidden /> Menu
        </Button>
      }
    >
      <MenuLabel>Record</MenuLabel>
      <MenuItem icon={<Settings aria-hidden />} keys={['E']}>
        Edit
      </MenuItem>
      <MenuItem disabled>Move to another collection</MenuItem>
      <MenuCheckItem checked>Show archived</MenuCheckItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden />}>
        Delete record
      </MenuItem>
    </DropdownMenu>
  );
}
