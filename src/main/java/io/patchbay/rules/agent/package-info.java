/**
 * The rules of an agent: the session with its bindings, channels and their presence, the one telephony slot and the messaging slots.
 * Takes the state of an agent and commands. Returns events, follow-ups to queues and interactions, and the actions for clients. Pure.
 * May import {@code rules} and the model only.
 */
package io.patchbay.rules.agent;
