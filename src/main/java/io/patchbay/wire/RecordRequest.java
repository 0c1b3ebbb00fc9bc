package io.patchbay.wire;

import java.util.Optional;

/**
 * One record of a topic, all that a door may know of it: no header of it goes further.
 *
 * @param rawKey    the key as it came, not copied; null when there is none
 * @param key       the same as text; empty when there is none, or it is not UTF-8
 * @param text      the value; {@code ""} when it could not be read
 * @param why       present when the value could not be read: a sentence for whoever wrote it
 * @param partition where the record is, with its offset
 */
public record RecordRequest(byte[] rawKey, Optional<String> key, String text, Optional<String> why, int partition, long offset) {

    /** The value may hold a secret. */
    @Override
    public String toString() {
        return "RecordRequest[" + partition + "-" + offset + ", text length=" + text.length() + "]";
    }
}
