import type { LoanState } from '../../../core/refusals/loan-refusal.ts'
import type { CommandOnLoan } from './commands-on-loan.ts'
import type { DeedTakenBack, Stage } from './loan-stages.ts'

/** The stages of the columns, with the state that each is to the program, and whether nights have said that it is defaulted. */
export const columns = [
  ['draft', 'draft', false],
  ['submitted', 'submitted', false],
  ['approved', 'approved', false],
  ['rejected', 'rejected', false],
  ['withdrawn', 'withdrawn', false],
  ['cancelled', 'cancelled', false],
  ['disbursed in part', 'active', false],
  ['active', 'active', false],
  ['defaulted', 'active', true],
  ['defaulted in part', 'active', true],
  ['cured', 'active', false],
  ['rescheduled', 'active', false],
  ['refinancing', 'active', false],
  ['refinanced', 'paid-off', false],
  ['overpaid', 'overpaid', false],
  ['paid off', 'paid-off', false],
  ['written off', 'written-off', false],
  ['recovered', 'written-off', false],
] as const satisfies readonly (readonly [Stage, LoanState, boolean])[]

/** What a mark of the tables stands for: the state that a loan is led to, or the refusal. `=`: done, and its state is what it was. */
export const marks = {
  dr: 'draft',
  su: 'submitted',
  ap: 'approved',
  rj: 'rejected',
  wd: 'withdrawn',
  ca: 'cancelled',
  ac: 'active',
  ov: 'overpaid',
  po: 'paid-off',
  wo: 'written-off',
  '-': 'loan-state',
  f: 'field-invalid',
  a: 'loan-above-agreed',
  d: 'loan-defaulted',
  l: 'loan-above-written-off',
  b: 'loan-not-last',
} as const
export const unchanged = '='
export const cannotBeLedThere = '.'

/** What each command does to a loan at each stage. */
export const table: Readonly<Record<CommandOnLoan, string>> = {
  //                            dr su ap rj wd ca pt ac df dp cu rs rg rd ov po wo rc
  'loan.draft': /*            */ '= dr dr  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.submit': /*           */ 'su -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.approve': /*          */ '- ap  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.meet-condition': /*   */ '-  f  f  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.reject': /*           */ '- rj rj  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.withdraw': /*         */ 'wd wd wd  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.cancel': /*           */ 'ca ca ca  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.guarantee': /*        */ '=  =  =  -  -  -  =  =  =  =  =  =  =  -  -  -  -  -',
  'loan.release-guarantor': /**/ '=  =  =  -  -  -  =  =  =  =  =  =  =  -  -  -  =  =',
  'loan.pledge': /*           */ '=  =  =  -  -  -  =  =  =  =  =  =  =  -  -  -  -  -',
  'loan.release-collateral': /**/ '=  =  =  -  -  -  =  =  =  =  =  =  =  -  -  -  =  =',
  'loan.disburse the rest': /**/ '-  - ac  -  -  -  =  a  a  d  a  a  a  a  a  a  -  -',
  'loan.refinance another': /**/ '-  - ac  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -',
  'loan.refinance by another': /**/ '-  -  -  -  -  - po po po po po po po  -  -  -  -  -',
  'loan.repay a little': /*   */ '-  -  -  -  -  -  =  =  =  =  =  =  =  -  -  -  =  =',
  'loan.repay too much': /*   */ '-  -  -  -  -  - ov ov ov ov ov ov ov  -  -  -  l  l',
  'standing-instruction.place': /**/ '-  -  -  -  -  -  =  =  =  =  =  =  =  -  -  -  -  -',
  'loan.charge': /*           */ '-  -  -  -  -  -  =  =  =  =  =  =  =  -  =  -  -  -',
  'loan.waive the charge': /* */ '-  -  -  -  -  -  =  =  =  =  f  =  =  -  -  -  -  -',
  'loan.waive interest': /*   */ '-  -  -  -  -  -  =  =  =  =  =  =  =  -  -  -  -  -',
  'loan.waive penalties': /*  */ '-  -  -  -  -  -  f  f  =  =  f  f  f  -  -  -  -  -',
  'loan.reschedule': /*       */ '-  -  -  -  -  -  =  =  =  =  =  =  =  -  -  -  -  -',
  'loan.refund': /*           */ '-  -  -  -  -  -  -  -  -  -  -  -  -  -  =  -  -  -',
  'loan.write-off': /*        */ '-  -  -  -  -  - wo wo wo wo wo wo wo  -  -  -  -  -',
}

/** What is done to a loan that is active, and taken back: at once, and after it was led to one of the ends. */
export const reversals: Readonly<Record<DeedTakenBack, string>> = {
  //                          at once  overpaid  paid off  written off
  'loan.disbursed': /*       */ 'ap       b         b         b',
  'loan.disbursed the rest': /**/ 'ac       b         b         b',
  'loan.refinanced another': /**/ 'ap       b         b         b',
  'loan.refinanced by another': /**/ 'ac       .         .         .',
  'loan.repaid': /*          */ '=        =         ac        =',
  'loan.charged': /*         */ '=        =         ov        =',
  'loan.waived the charge': /**/ '=        =         ac        =',
  'loan.waived interest': /* */ '=        =         ac        =',
  'loan.waived penalties': /**/ '=        =         ac        =',
  'loan.rescheduled': /*     */ '=        =         ov        =',
  'loan.refunded': /*        */ '=        =         ov        =',
  'loan.written-off': /*     */ 'ac       .         .         .',
}
