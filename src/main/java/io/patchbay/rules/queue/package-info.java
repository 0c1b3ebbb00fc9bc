/**
 * Who waits and who is next: matches waiting contacts with idle agents. Takes follow-ups of interactions and agents, gives offers as
 * follow-ups to agents; its events stay inside the gateway. Pure; may import {@code rules} and the model only.
 */
package io.patchbay.rules.queue;
