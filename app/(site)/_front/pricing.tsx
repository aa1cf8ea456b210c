import { FrontSection } from './front-section';

export function Pricing() {
  return (
    <FrontSection
      id="pricing"
      title="What it costs"
      lead="There is no price list. Rowhouse is free software under the MIT licence: run it on your own machines with your own Postgres. Plans, metering and invoices for workspaces are not built yet, so opening one here charges nobody."
    />
  );
}
