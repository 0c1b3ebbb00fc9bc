package io.patchbay.wire;

import java.util.Optional;

/**
 * One record of a topic. It holds all that a door may know. No header of the record goes further.
 *
 * @param rawKey the original key, not copied; null if there is none
 * @param key the key as text; empty if there is none or it is not UTF-8
 * @param text the value; {@code ""} if it could not be read
 * @param why present if the value could not be read: a sentence for the sender
 * @param partition the place of the record, with its offset
 */
public record RecordRequest(byte[] rawKey, Optional<String> key, String text, Optional<String> why, int partition, long offset) {

    /** The value may hold a secret. */
    @Override
    public String toString() {
        return "RecordRequest[" + partition + "-" + offset + ", text length=" + text.length() + "]";
    }
}
