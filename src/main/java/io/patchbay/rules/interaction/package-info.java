/**
 * The rules of an interaction: calls and their legs, offers to agents, the far end, data. Commands and the state come in. Outcomes,
 * events, follow-ups for agents and queues, deadlines and the actions of each agent go out. Pure. May import the model and its parent.
 */
package io.patchbay.rules.interaction;
