import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';

export default function ConsoleNotFound() {
  return (
    <NoticePage
      code="404"
      title="There is nothing here"
      description="The address may be old, or the tenant may be gone."
      action={<LinkButton href="/tenants">Go to the tenants</LinkButton>}
    />
  );
}
