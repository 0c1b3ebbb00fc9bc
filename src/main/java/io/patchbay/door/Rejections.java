package io.patchbay.door;

import io.patchbay.model.Rejected;

/** Records messages that a door could not parse, besides the answer to the sender. A parsed and refused message is not recorded. */
@FunctionalInterface
public interface Rejections {

    /** Never blocks and never fails. */
    void add(Rejected rejected);
}
