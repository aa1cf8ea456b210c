import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { BrandAsset, getAsset, PictureUpload, UploadedPicture, uploadPicture } from './assets';
import {
  BrandDraft,
  BrandHistory,
  BrandState,
  discardDraft,
  getBranding,
  listBrandVersions,
  publishDraft,
  revertTo,
  saveDraft,
  VersionNumber,
} from './edit';
import { Proposals, proposeColors } from './propose';
import { BrandVersion } from './versions';

const none = z.strictObject({});
const managed = { permission: 'branding.manage', plane: 'control' } as const;

export const brandingProcedures = {
  get: procedure(
    {
      name: 'branding.get',
      summary: 'Read the published looks and the draft',
      method: 'GET',
      path: '/branding',
      ...managed,
      input: none,
      output: BrandState,
    },
    getBranding,
  ),
  history: procedure(
    {
      name: 'branding.history',
      summary: 'List the looks published so far',
      method: 'GET',
      path: '/branding/versions',
      ...managed,
      input: none,
      output: BrandHistory,
    },
    listBrandVersions,
  ),
  save: procedure(
    {
      name: 'branding.save',
      summary: 'Save the draft of new looks',
      method: 'PUT',
      path: '/branding/draft',
      ...managed,
      input: BrandDraft,
      output: BrandVersion,
    },
    saveDraft,
  ),
  discard: procedure(
    {
      name: 'branding.discard',
      summary: 'Discard the draft of new looks',
      method: 'DELETE',
      path: '/branding/draft',
      ...managed,
      input: none,
      output: BrandState,
    },
    discardDraft,
  ),
  publish: procedure(
    {
      name: 'branding.publish',
      summary: 'Publish the draft of new looks',
      method: 'POST',
      path: '/branding/publish',
      ...managed,
      input: none,
      output: BrandVersion,
    },
    publishDraft,
  ),
  revert: procedure(
    {
      name: 'branding.revert',
      summary: 'Publish earlier looks again',
      method: 'POST',
      path: '/branding/versions/{version}/revert',
      ...managed,
      input: VersionNumber,
      output: BrandVersion,
    },
    revertTo,
  ),
  upload: procedure(
    {
      name: 'branding.upload',
      summary: 'Upload a logo or favicon',
      method: 'POST',
      path: '/branding/assets',
      ...managed,
      transaction: 'none',
      rate: 'heavy',
      input: PictureUpload,
      output: UploadedPicture,
    },
    uploadPicture,
  ),
  colors: procedure(
    {
      name: 'branding.colors',
      summary: 'Propose colours from an uploaded picture',
      method: 'GET',
      path: '/branding/assets/{id}/colors',
      ...managed,
      rate: 'heavy',
      input: z.strictObject({ id: z.uuid() }),
      output: Proposals,
    },
    proposeColors,
  ),
  asset: procedure(
    {
      name: 'branding.asset',
      summary: 'Read a picture of the published or drafted looks',
      method: 'GET',
      path: null,
      permission: 'public',
      plane: 'control',
      whileSuspended: true,
      input: z.strictObject({ id: z.uuid() }),
      output: BrandAsset,
    },
    getAsset,
  ),
};
