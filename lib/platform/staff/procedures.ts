import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { SignedOut, Staff, signOutStaff, whoAmI } from './session';
import { StaffCredentials, StaffSession, signInStaff } from './sign-in';

export const staffProcedures = {
  signIn: procedure(
    {
      name: 'staff.signIn',
      summary: 'Sign in to the console',
      method: 'POST',
      path: null,
      permission: 'public',
      plane: 'none',
      zone: 'console',
      rate: 'guess',
      input: StaffCredentials,
      output: StaffSession,
    },
    signInStaff,
  ),
  signOut: procedure(
    {
      name: 'staff.signOut',
      summary: 'Sign out of the console',
      method: 'POST',
      path: '/staff/sign-out',
      permission: 'staff',
      plane: 'platform',
      zone: 'console',
      reason: 'Signing out of the console',
      input: z.strictObject({}),
      output: SignedOut,
    },
    signOutStaff,
  ),
  me: procedure(
    {
      name: 'staff.me',
      summary: 'Read who is signed in to the console',
      method: 'GET',
      path: '/staff/me',
      permission: 'staff',
      plane: 'platform',
      zone: 'console',
      reason: 'Opening the console',
      input: z.strictObject({}),
      output: Staff,
    },
    whoAmI,
  ),
};
