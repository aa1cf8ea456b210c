import type { HelpTopic } from '../define-module';
import { exportsFlag, guestFormsFlag } from './flags';

/** What people ask about collections. */
export const help: HelpTopic[] = [
  {
    question: 'How do I find a record?',
    answer:
      'Press Ctrl K anywhere and type a part of any of its words. Inside a collection, the search field keeps those rows that hold what you type, and “Filter” keeps those that meet conditions you choose.',
    permission: 'records.read',
  },
  {
    question: 'How do I keep a view for later?',
    answer:
      'Filter, sort, group and hide fields as you like: the address of the page holds all of it, so you can send it to somebody. “Save view” keeps it under a name, for yourself or for everybody.',
    permission: 'records.read',
  },
  {
    question: 'Who changed this record, and what was there before?',
    answer:
      'Open the record and choose “History”. Each change shows who made it, when, and the value before and after. A single value can be restored, or the record as it was at that moment.',
    permission: 'records.read',
  },
  {
    question: 'How do I change many records at once?',
    answer:
      'Mark them by the boxes at the left and choose “Edit”, or copy cells from a spreadsheet and paste them into the grid. One undo takes the whole change back.',
    permission: 'records.write',
  },
  {
    question: 'How do I get something back that was deleted?',
    answer:
      'Undo right after deleting, or open the collection’s trash from its menu and choose “Restore”. What is there longer than 30 days is gone.',
    permission: 'records.write',
  },
  {
    question: 'How do I bring in a spreadsheet?',
    answer:
      'Drop a CSV, Excel or JSON file on the collection, or on the list of collections to make a new one. You see which column goes where and which rows do not fit before anything is written; rows that were refused can be downloaded with the reasons.',
    permission: 'records.import',
  },
  {
    question: 'An import was wrong. Can I take it back?',
    answer:
      'Yes, whole and later too: open “Imports and exports” of the collection, choose the import and “Take import back”. What somebody changed since is shown to you and stays unless you say otherwise.',
    permission: 'records.import',
  },
  {
    question: 'How do I export what I see?',
    answer:
      '“Export” makes a CSV, Excel or JSON file of exactly what the view shows, or of everything you may see. You are told when it is ready; the link to it expires.',
    permission: 'records.export',
    flag: exportsFlag,
  },
  {
    question: 'How do I make a collection of my own?',
    answer:
      'Choose “New collection” and add fields: text, numbers, money, dates, choices, people, files, and relations to other collections. A field’s type can be changed later; you are shown what converts and what would be lost first.',
    permission: 'collections.manage',
    path: '/collections/new',
  },
  {
    question: 'How do I decide who sees which records and fields?',
    answer:
      'Open the collection and choose “Access”. For each role say whether it sees all records, those of its teams, those assigned to it or its own, and which fields. It holds everywhere: in search, exports, counts and the API.',
    permission: 'collections.manage',
  },
  {
    question: 'How do people without an account send something in?',
    answer:
      'Open the collection’s “Form”, choose the fields to ask for and open it. Anybody with the link can fill it in on your own address, and each answer becomes a record.',
    permission: 'collections.manage',
    flag: guestFormsFlag,
  },
];
