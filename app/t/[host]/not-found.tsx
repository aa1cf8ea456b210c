import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';

export default function TenantNotFound() {
  return (
    <NoticePage
      code="404"
      title="There is nothing here"
      description="The address may be old, or what stood here may have been removed."
      action={<LinkButton href="/">Go to the start</LinkButton>}
    />
  );
}
