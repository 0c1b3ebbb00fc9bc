package io.patchbay.config;

import io.patchbay.model.AgentEntry.Profile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the optional keys of a user that only some dialects use. */
final class ProfileReader {
    static final List<String> KEYS = List.of("firstName", "lastName", "email", "employeeId", "externalUrl", "features");
    private static final Function<String, String> NAME = Parsers.matching(Pattern.compile("(?=.*\\S)\\P{Cntrl}{1,100}"));
    private static final Function<String, String> EMAIL =
            Parsers.matching(Pattern.compile("(?=.{3,254}$)[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+"));
    private static final Function<String, String> CODE = Parsers.matching(Pattern.compile("[A-Za-z0-9_.-]{1,64}"));
    private static final String A_NAME = "1 to 100 characters for people to read";
    private static final String AN_EMAIL = "a mail address such as ana@example.com, at most 254 characters";
    private static final String A_CODE = "1 to 64 letters, digits, _, . or -";
    private static final String A_URL = "an absolute http or https address, at most 500 characters";
    private static final int LONGEST_URL = 500;

    private ProfileReader() { }

    /** Each mistake becomes a problem of the file. */
    static Profile read(YamlMap user) {
        Optional<List<String>> features = user.has("features") ? Optional.of(List.copyOf(user.list("features", A_CODE, CODE)))
                : Optional.empty();
        return new Profile(text(user, "firstName", A_NAME, NAME), text(user, "lastName", A_NAME, NAME),
                text(user, "email", AN_EMAIL, EMAIL), text(user, "employeeId", A_CODE, CODE),
                text(user, "externalUrl", A_URL, ProfileReader::url), features);
    }

    private static <T> Optional<T> text(YamlMap user, String key, String expected, Function<String, T> parse) {
        return Optional.ofNullable(user.optional(key, null, expected, parse));
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || text.length() > LONGEST_URL) {
            throw new IllegalArgumentException("another form");
        }
        return url;
    }
}
