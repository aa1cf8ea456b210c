import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { guestFormsFlag } from '../flags';
import { closeForm, getForm, publishForm, saveForm } from './design';
import { Answers, Form, FormDesign, FormToken, PublicForm, Thanks } from './shapes';
import { showForm } from './show';
import { submitForm } from './submit';
import { Arrival, tellOfAnswer } from './tell';

const common = { module: 'collections', plane: 'tenant' } as const;
const design = { ...common, permission: 'collections.manage' } as const;
const OfCollection = z.strictObject({ collectionId: z.uuid() });

export const formProcedures = {
  get: procedure(
    {
      ...design,
      name: 'forms.get',
      summary: 'Read the form of a collection.',
      method: 'GET',
      path: '/collections/{collectionId}/form',
      input: OfCollection,
      output: z.object({ form: Form.nullable() }),
    },
    getForm,
  ),
  save: procedure(
    {
      ...design,
      name: 'forms.save',
      summary: 'Design the form of a collection: what it asks, its words, when it is open.',
      method: 'PUT',
      path: '/collections/{collectionId}/form',
      input: FormDesign,
      output: Form,
    },
    saveForm,
  ),
  publish: procedure(
    {
      ...design,
      name: 'forms.publish',
      summary: 'Open the form of a collection to everybody who has its address.',
      method: 'POST',
      path: '/collections/{collectionId}/form/publish',
      input: OfCollection,
      output: Form,
    },
    publishForm,
  ),
  close: procedure(
    {
      ...design,
      name: 'forms.close',
      summary: 'Close the form of a collection.',
      method: 'POST',
      path: '/collections/{collectionId}/form/close',
      input: OfCollection,
      output: Form,
    },
    closeForm,
  ),
  show: procedure(
    {
      ...common,
      name: 'forms.show',
      summary: 'Read a form as guests see it.',
      permission: 'public',
      method: 'GET',
      path: '/forms/{token}',
      input: z.strictObject({ token: FormToken }),
      output: PublicForm,
    },
    showForm,
  ),
  submit: procedure(
    {
      ...common,
      name: 'forms.submit',
      flag: guestFormsFlag,
      summary: 'Send answers to a form, with files as multipart form data.',
      permission: 'public',
      rate: 'guess',
      method: 'POST',
      path: '/forms/{token}/answers',
      transaction: 'none',
      input: Answers,
      output: Thanks,
    },
    submitForm,
  ),
  tell: procedure(
    {
      name: 'forms.tell',
      summary: 'Mails a member that an answer to a form came',
      module: 'collections',
      plane: 'control',
      permission: 'job',
      method: 'POST',
      path: null,
      input: Arrival,
      output: z.void(),
    },
    tellOfAnswer,
  ),
};
