package io.patchbay.model;

import java.util.Objects;

/** A code people choose from a list: a reason, a disposition, an outbound skill. {@code label} is what they read. */
public record CodeEntry(String code, String label) {
    public CodeEntry {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
    }
}
