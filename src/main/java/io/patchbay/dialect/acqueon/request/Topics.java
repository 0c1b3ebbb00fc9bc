package io.patchbay.dialect.acqueon.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The topics of {@code Subscribe}, which narrow a connection. */
public final class Topics {
    private Topics() { }

    /** Throws {@link AcqueonRefused}. @param known those of the channel */
    public static Set<String> of(VerbData data, List<String> known) {
        Set<String> topics = new LinkedHashSet<>();
        for (String given : data.texts("the topics to receive", "topics")) {
            topics.add(known.stream().filter(topic -> topic.toLowerCase(Locale.ROOT).equals(FoldedNames.of(given))).findFirst()
                    .orElseThrow(() -> AcqueonRefused.wrong("topics", "an array of topics: " + String.join(", ", known))));
        }
        return topics;
    }
}
