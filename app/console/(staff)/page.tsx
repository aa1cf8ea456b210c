import { redirect } from 'next/navigation';

export default function ConsoleStart() {
  redirect('/tenants');
}
