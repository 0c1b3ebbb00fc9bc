package io.patchbay.wire;

/** A request that is no text. The message is a sentence for the client; answer 400 in the door's dialect. */
public final class UnreadableRequest extends Exception {

    UnreadableRequest(String message) {
        super(message);
    }
}
