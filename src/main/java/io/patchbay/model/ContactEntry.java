package io.patchbay.model;

import java.util.Objects;

/** Somebody outside whom agents call, as the directory's address book has it. @param group what it stands under; empty: nothing */
public record ContactEntry(String name, Address number, String group) {
    public ContactEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(group, "group");
    }
}
