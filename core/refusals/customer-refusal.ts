export type CustomerRefusal =
  | { readonly type: 'client-unknown' }
  | { readonly type: 'group-unknown' }
  /** Who has a loan of the group, with this number, does not leave it. */
  | { readonly type: 'group-member-borrows'; readonly number: string }
  | { readonly type: 'client-too-young'; readonly minimumAge: number }
  | { readonly type: 'birth-date-in-future' }
  | {
      readonly type: 'client-may-exist'
      readonly clientId: string
      readonly number: string
      readonly name: string
      readonly because: 'id-number' | 'phone' | 'name-and-birth-date'
    }
