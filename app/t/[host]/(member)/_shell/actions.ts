'use server';

export async function signOut() {}
