/**
 * What dialects share: reading and writing JSON at the border. Text comes in, trees go out, or one exception that says why not. May
 * import nothing of ours; a dialect lives in a package of its own below and never knows another.
 */
package io.patchbay.dialect;
