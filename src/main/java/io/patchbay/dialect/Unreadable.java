package io.patchbay.dialect;

/** Text that is no message. The message is a sentence for the client: it never quotes the text, which may hold a secret. */
public final class Unreadable extends Exception {
    public Unreadable(String message) {
        super(message, null, false, false);
    }
}
