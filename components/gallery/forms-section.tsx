'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { ColorInput } from '@/components/ui/color-input';
import { Combobox } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { SaveBar } from '@/components/ui/save-bar';
import { SearchInput } from '@/components/ui/search-input';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { GallerySection } from './gallery-section';

const campuses = [
  { value: 'gangnam', label: 'Gangnam' },
  { value: 'bundang', label: 'Bundang', description: 'Maths academy' },
  { value: 'daechi', label: 'Daechi', disabled: true },
];
const isolation = [
  { value: 'pooled', label: 'Shared tables', help: 'Rows are kept apart by the database.' },
  { value: 'schema', label: 'Own schema', help: 'A schema and a login of your own.' },
];

export function FormsSection() {
  return (
    <GallerySection id="forms" title="Forms">
      <FormSection title="Text" description="Label above, help below, an error in its place.">
        <TextFields />
      </FormSection>
      <FormSection title="Choices" description="선택지가 많으면 입력하면서 찾을 수 있어야 합니다.">
        <ChoiceFields />
      </FormSection>
      <FormSection title="Danger" description="These acts cannot be undone." danger>
        <Choice label="Allow deletion of the tenant" help="After a cooling-off period of 14 days.">
          <Checkbox />
        </Choice>
      </FormSection>
      <SaveBar dirty onDiscard={() => {}} onSave={() => {}} />
    </GallerySection>
  );
}

function TextFields() {
  const [text, setText] = useState('');
  const [color, setColor] = useState('#17694f');
  return (
    <>
      <Field label="Name" help="Shown on the sign-in page.">
        <Input placeholder="Gangnam Study Centre" />
      </Field>
      <Field label="Address" error="This address is taken. Try gangnam-study.">
        <Input defaultValue="gangnam" after=".rowhouse.example" />
      </Field>
      <Field label="Price" note="optional" help="Per month, before tax.">
        <Input inputMode="decimal" defaultValue="49000" before="₩" />
      </Field>
      <Field label="Locked" help="Set by the platform.">
        <Input defaultValue="acme" disabled />
      </Field>
      <Field label="Words">
        <Textarea placeholder="안녕하세요" />
      </Field>
      <Field label="Brand colour">
        <ColorInput
          value={color}
          onValueChange={setColor}
          swatches={[
            { value: '#17694f', label: 'Pine' },
            { value: '#6b3a86', label: 'Plum' },
          ]}
        />
      </Field>
      <SearchInput value={text} onValueChange={setText} />
    </>
  );
}

function ChoiceFields() {
  const [campus, setCampus] = useState<string | undefined>('bundang');
  const [view, setView] = useState('week');
  return (
    <>
      <Field label="Campus">
        <Select options={campuses} defaultValue="gangnam" />
      </Field>
      <Field label="Campus, by typing" error="Choose a campus that is open.">
        <Combobox options={campuses} value={campus} onValueChange={setCampus} clearable />
      </Field>
      <Field label="Starts on">
        <DateInput defaultValue="2026-03-02" />
      </Field>
      <Choice label="Send a summary each Monday" help="To everyone with the role admin.">
        <Checkbox defaultChecked />
      </Choice>
      <Choice label="Some of them">
        <Checkbox checked="indeterminate" />
      </Choice>
      <Choice label="Second factor required" help="From the next sign-in on." trailing>
        <Switch defaultChecked />
      </Choice>
      <Choice label="Off" trailing>
        <Switch />
      </Choice>
      <RadioGroup aria-label="Isolation" looks="cards" options={isolation} defaultValue="schema" />
      <RadioGroup aria-label="Isolation, plain" options={isolation} defaultValue="pooled" />
      <SegmentedControl
        label="View"
        value={view}
        onValueChange={setView}
        segments={['month', 'week', 'agenda'].map((value) => ({ value, label: value }))}
      />
      <FileDrop
        label="Logo"
        hint="PNG or SVG, up to 2 MB"
        onFiles={() => {}}
        onRemove={() => {}}
        files={[
          { id: '1', name: '강남-체크업-로고-최종-수정본-2026.svg', note: '18 kB' },
          { id: '2', name: 'students.csv', progress: 0.4 },
          { id: '3', name: 'film.mov', error: 'Larger than 2 MB. Choose a smaller file.' },
        ]}
      />
    </>
  );
}
