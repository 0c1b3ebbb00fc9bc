package io.patchbay.door;

import io.patchbay.model.Rejected;

/** Where doors tell of what they could not read, beside the answer to its sender. What a door could read and refuses has no place here. */
@FunctionalInterface
public interface Rejections {

    /** Never blocks and never fails. */
    void add(Rejected rejected);
}
