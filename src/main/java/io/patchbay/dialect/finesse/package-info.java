/**
 * Cisco Finesse: the REST API below {@code /finesse/api}, and notifications over WebSocket and server-sent events. XML in and out. An
 * agent's requests and notification clients share one feed.
 */
package io.patchbay.dialect.finesse;
