/**
 * What an interaction allows: calls and their legs, offers to agents, the far end, data. Commands and the state come in; outcomes, events,
 * follow-ups for agents and queues, deadlines and the actions each agent may be shown go out. Pure; may import the model and its parent.
 */
package io.patchbay.rules.interaction;
