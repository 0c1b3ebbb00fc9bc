/** Genesys Web Services through whole gateways: public clients, lost clients, many clients, and hostile ones. */
package io.patchbay.genesys;
