package io.patchbay.model;

/** The kind of a contact. */
public enum Medium {
    VOICE, CHAT, SMS, EMAIL, CALLBACK;

    /** Whether a channel of this medium takes contacts of that one: a chat channel takes SMS too (BINDINGS, Harmony groups). */
    public boolean takes(Medium contact) {
        return this == contact || this == CHAT && contact == SMS;
    }
}
