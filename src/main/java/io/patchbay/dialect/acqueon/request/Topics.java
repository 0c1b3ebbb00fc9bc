package io.patchbay.dialect.acqueon.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The topics of {@code Subscribe}, which narrow a connection. */
public final class Topics {
    private static final List<String> KNOWN = List.of("Agent", "Connection", "InboundCall", "OutboundCall", "Team", "Error");

    private Topics() { }

    /** Throws {@link AcqueonRefused}. */
    public static Set<String> of(VerbData data) {
        Set<String> topics = new LinkedHashSet<>();
        for (String given : data.texts("the topics to receive", "topics")) {
            topics.add(KNOWN.stream().filter(known -> known.toLowerCase(Locale.ROOT).equals(FoldedNames.of(given))).findFirst()
                    .orElseThrow(() -> AcqueonRefused.wrong("topics", "an array of topics: " + String.join(", ", KNOWN))));
        }
        return topics;
    }
}
