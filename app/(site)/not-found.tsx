import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';

export default function SiteNotFound() {
  return (
    <NoticePage
      code="404"
      title="There is nothing here"
      description="The address may be old or mistyped."
      action={<LinkButton href="/">Go to the front page</LinkButton>}
    />
  );
}
