const Flux = require('flux');
export const vault = new Vector();
