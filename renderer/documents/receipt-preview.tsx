import type { ReceiptModel } from '../../core/documents/document-model.ts'
import classes from './receipt-preview.module.css'
import { ThermalReceipt } from './thermal-receipt.tsx'

/** A receipt in the window as it will come out of the printer, on its strip of paper. */
export const ReceiptPreview = ({ model }: { readonly model: ReceiptModel }) => (
  <div className={classes.strip}>
    <ThermalReceipt model={model} isWide={false} />
  </div>
)
