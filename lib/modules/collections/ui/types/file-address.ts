import { fileIdOf } from '../../values/files';

/** Where the bytes of a record's file are. */
export const fileAddress = (file: string) => `/api/v1/attachments/${fileIdOf(file)}`;
