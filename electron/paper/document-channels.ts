/** A document's page takes what it is to draw from here. */
export const modelChannel = 'document.model'
/** And says here that it is drawn. */
export const readyChannel = 'document.ready'
