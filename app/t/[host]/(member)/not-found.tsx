import { SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** What is gone, or never was, with the rest of the workspace still around it. */
export default function MemberNotFound() {
  return (
    <EmptyState
      icon={SearchX}
      title="There is nothing here"
      description="What stood here may have been removed, or is not for you to see."
      action={<LinkButton href="/">Go to the start</LinkButton>}
    />
  );
}
