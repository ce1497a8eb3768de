/** As large as the screens of the laptops this is for. */
export const virtualScreen = ['-screen', '0', '1440x900x24']

/** Set for whoever is run on a virtual screen: nobody looks at it, and more of them may be started. */
export const virtualDisplayVariable = 'NEXUM_VIRTUAL_DISPLAY'
