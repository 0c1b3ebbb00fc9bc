package io.patchbay.wire;

import java.util.List;
import java.util.Map;

/** What {@link OpsEndpoints} tells of the process. Thread-safe. */
public interface Health {

    /** @param up whether it allows readiness */
    record Check(String name, boolean up) { }

    /** The checks that decide whether the process can take commands now. May block for some seconds. */
    List<Check> readiness();

    /** Facts that decide nothing, in this order: texts, numbers and booleans. Empty before they are known. */
    Map<String, Object> details();

    /** Sentences about the configuration that an operator should act on. */
    List<String> warnings();
}
