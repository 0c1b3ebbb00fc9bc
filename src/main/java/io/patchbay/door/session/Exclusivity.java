package io.patchbay.door.session;

/** The number of clients of one dialect that an agent may have. */
public enum Exclusivity {
    /** One in the cluster. A newer client replaces the older one. Each session has its own id, under which a client may return. */
    EXCLUSIVE,
    /** Several side by side. All connections at one member share one binding, which is lost with the last of them. */
    SHARED
}
