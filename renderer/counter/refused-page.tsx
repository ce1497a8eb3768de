import type { Refusal } from '../../core/refusal.ts'
import { Page } from '../ui/page.tsx'
import { Refused } from './refused.tsx'

/** A page that has nothing to show but why not, with the way on if there is one. */
export const RefusedPage = ({ refusal }: { readonly refusal: Refusal }) => (
  <Page narrow>
    <Refused refusal={refusal} />
  </Page>
)
