import { FormLoading } from '../_frame/form-loading';

export default function Loading() {
  return (
    <FormLoading
      title="General"
      description="What this workspace is called and how it counts time."
    />
  );
}
