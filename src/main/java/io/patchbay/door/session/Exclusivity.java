package io.patchbay.door.session;

/** How many clients of one dialect an agent may have. */
public enum Exclusivity {
    /** One in the cluster: a newer one overrides the older one. Each session has an id of its own, under which a client may come back. */
    EXCLUSIVE,
    /** Several side by side: all connections at one member share one binding, which is lost with the last of them. */
    SHARED
}
