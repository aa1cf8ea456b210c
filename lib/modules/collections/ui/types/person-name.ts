/** A member whom a person field can hold, as pages know them. */
export interface PersonName {
  id: string;
  name: string;
}
