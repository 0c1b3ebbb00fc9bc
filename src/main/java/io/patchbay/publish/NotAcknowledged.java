package io.patchbay.publish;

/** Kafka did not acknowledge a whole batch. Any part of it may have arrived. Send it again under the same ids. */
public final class NotAcknowledged extends RuntimeException {
    public NotAcknowledged(String message, Throwable cause) {
        super(message, cause);
    }
}
