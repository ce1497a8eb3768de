import type { ExchangeReceiptModel, ReceiptModel } from '../../core/documents/document-model.ts'
import classes from './receipt-preview.module.css'
import { ThermalExchange } from './thermal-exchange.tsx'
import { ThermalReceipt } from './thermal-receipt.tsx'

/** A receipt in the window as it will come out of the printer, on its strip of paper. */
export const ReceiptPreview = ({ model }: { readonly model: ReceiptModel | ExchangeReceiptModel }) => (
  <div className={classes.strip}>
    {model.kind === 'receipt' ? (
      <ThermalReceipt model={model} isWide={false} />
    ) : (
      <ThermalExchange model={model} isWide={false} />
    )}
  </div>
)
