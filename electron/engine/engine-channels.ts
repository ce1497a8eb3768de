/** The window asks for the engine's port here, once per load. */
export const connectChannel = 'engine.connect'
/** The window is told here of every engine that comes, with a port to it, and of every one that goes. */
export const stateChannel = 'engine.state'
