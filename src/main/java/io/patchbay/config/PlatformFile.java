package io.patchbay.config;

import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** config/platform.yaml: the behaviour of outside parties on the embedded switch, by number. */
final class PlatformFile {
    private static final Map<String, FarEnd.Kind> KINDS = Map.of("answers", FarEnd.Kind.ANSWERS, "busy", FarEnd.Kind.BUSY,
            "noAnswer", FarEnd.Kind.NO_ANSWER, "invalid", FarEnd.Kind.INVALID, "manual", FarEnd.Kind.MANUAL);
    private static final Duration USUALLY = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private PlatformFile() { }

    static FarEnds read(Path path, List<Problem> problems) {
        YamlMap root = new YamlFile(path, problems).read("otherwise", "numbers");
        List<FarEnds.Rule> rules = root.maps("numbers", "pattern", "does", "after").stream().map(PlatformFile::rule)
                .filter(Objects::nonNull).toList();
        FarEnd otherwise = root.has("otherwise") ? farEnd(root.map("otherwise", "does", "after")) : null;
        return new FarEnds(rules, otherwise == null ? new FarEnd(FarEnd.Kind.ANSWERS, USUALLY) : otherwise);
    }

    private static FarEnds.Rule rule(YamlMap entry) {
        Pattern number = entry.required("pattern", "a regular expression of the whole number, such as '.*0001'", Pattern::compile);
        FarEnd farEnd = farEnd(entry);
        return number == null || farEnd == null ? null : new FarEnds.Rule(number, farEnd);
    }

    private static FarEnd farEnd(YamlMap entry) {
        FarEnd.Kind does = entry.required("does", "one of answers, busy, noAnswer, invalid, manual", Parsers.of(KINDS));
        Duration after = entry.optional("after", USUALLY, "a duration up to 10m, such as 200ms or 5s",
                text -> Quantities.within(Quantities.duration(text), Duration.ZERO, LONGEST));
        return does == null || after == null ? null : new FarEnd(does, after);
    }
}
