import { FormLoading } from '../_frame/form-loading';

export default function Loading() {
  return (
    <FormLoading
      title="Data"
      description="Where the data of this workspace lives and how much there is."
    />
  );
}
