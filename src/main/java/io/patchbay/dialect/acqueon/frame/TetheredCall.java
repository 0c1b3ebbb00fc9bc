package io.patchbay.dialect.acqueon.frame;

/** The line to the telephone of an agent, which stays between calls. @param id the same for all lines of the agent */
record TetheredCall(String id, boolean connected) { }
