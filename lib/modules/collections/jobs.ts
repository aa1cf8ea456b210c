export { takeOutCollections } from './exports/take-out';
