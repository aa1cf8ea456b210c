type RecordReach = 'none' | 'own' | 'assigned' | 'involved' | 'team' | 'all';

/** What people of one role may do with the records of a collection; fields by their ids. */
interface RowRule {
  see: RecordReach;
  change: RecordReach;
  remove: RecordReach;
  create: boolean;
  fields: Record<string, 'hidden' | 'read'>;
}

/** Rules by the keys of roles, and for every role that is not named. */
export interface RowRules {
  roles: Record<string, RowRule>;
  others: RowRule;
}
