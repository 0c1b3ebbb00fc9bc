package io.patchbay.dialog;

/**
 * How a call came to an agent: from a queue, directly, dialled outside, between agents, as a consultation at its target and at who
 * asks, as a conference, by a transfer, or to listen.
 */
public enum CallType {
    ACD_IN, OTHER_IN, OUT, AGENT_INSIDE, CONSULT_OFFERED, CONSULT, CONFERENCE, TRANSFER, SUPERVISOR_MONITOR
}
