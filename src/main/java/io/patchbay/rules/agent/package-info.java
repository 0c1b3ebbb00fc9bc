/**
 * What an agent may do and be: the session with its bindings, channels and their presence, the one telephony slot and the messaging
 * slots. Takes an agent's state and commands, gives events, follow-ups to queues and interactions, and the actions a client may be
 * shown. Pure; may import {@code rules} and the model only.
 */
package io.patchbay.rules.agent;
