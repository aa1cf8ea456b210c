import { ThemeSwitch } from '@/components/shell/theme-switch';
import { PageFrame } from '@/components/ui/page-frame';
import { Toaster } from '@/components/ui/toaster';
import { ActionsSection } from './actions-section';
import { ChartsSection } from './charts-section';
import { ColorsSection } from './colors-section';
import { DataSection } from './data-section';
import { FormsSection } from './forms-section';
import { GridSection } from './grid-section';
import { StatesSection } from './states-section';
import { WaysSection } from './ways-section';

/** Every primitive in every state, on one page, in the brand and appearance around it. */
export function Gallery() {
  return (
    <PageFrame
      title="Components"
      description="Every primitive and state, as the product uses them."
      actions={<ThemeSwitch />}
    >
      <ColorsSection />
      <ActionsSection />
      <FormsSection />
      <DataSection />
      <ChartsSection />
      <GridSection />
      <WaysSection />
      <StatesSection />
      <Toaster />
    </PageFrame>
  );
}
