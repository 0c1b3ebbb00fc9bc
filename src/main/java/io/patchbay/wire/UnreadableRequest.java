package io.patchbay.wire;

/** A request that is not text. The message is a sentence for the client. */
final class UnreadableRequest extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRequest(String message) {
        super(message);
    }
}
