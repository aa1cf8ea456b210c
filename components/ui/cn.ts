import { type ClassValue, clsx } from 'clsx';

/**
 * Joins class names. Nothing is merged: what a component gives way on to classes from outside it
 * marks as `weak:`, see `globals.css`.
 */
export const cn = (...classes: ClassValue[]): string => clsx(classes);
