import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';

export default function TenantForbidden() {
  return (
    <NoticePage
      code="403"
      title="Your role does not open this"
      description="An admin of this workspace can give you a role that does, under Settings, People."
      action={<LinkButton href="/">Go to the start</LinkButton>}
    />
  );
}
