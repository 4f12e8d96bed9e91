/** Imported for what it does: it brings no types. */
declare module 'tsx';
