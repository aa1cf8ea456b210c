import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import {
  acceptOwnership,
  endOffer,
  getOwnership,
  Offer,
  Ownership,
  offerOwnership,
} from './ownership';

const byAdmin = { permission: 'people.manage', plane: 'control' } as const;
const Nothing = z.strictObject({});

export const ownershipProcedures = {
  get: procedure(
    {
      name: 'ownership.get',
      summary: 'Read who owns this workspace',
      method: 'GET',
      path: '/ownership',
      permission: 'people.read',
      plane: 'control',
      input: Nothing,
      output: Ownership,
    },
    getOwnership,
  ),
  offer: procedure(
    {
      name: 'ownership.offer',
      summary: 'Offer this workspace to another admin',
      method: 'POST',
      path: '/ownership/offer',
      ...byAdmin,
      fresh: true,
      input: Offer,
      output: Ownership,
    },
    offerOwnership,
  ),
  accept: procedure(
    {
      name: 'ownership.accept',
      summary: 'Accept this workspace from its owner',
      method: 'POST',
      path: '/ownership/accept',
      ...byAdmin,
      fresh: true,
      input: Nothing,
      output: Ownership,
    },
    acceptOwnership,
  ),
  end: procedure(
    {
      name: 'ownership.end',
      summary: 'Take the offer of this workspace back, or decline it',
      method: 'DELETE',
      path: '/ownership/offer',
      ...byAdmin,
      input: Nothing,
      output: Ownership,
    },
    endOffer,
  ),
};
