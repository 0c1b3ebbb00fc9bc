package io.patchbay.config;

import io.patchbay.model.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values in force, key by key: a -D option wins over an environment variable ({@code HTTP_PORT} for {@code http.port}), this over
 * the file, and this over the default. A text {@code ${file:/run/secrets/name}} stands for the content of that file. Reading a key makes
 * it known. A bad value is noted and replaced by its default, so one start shows every problem.
 */
final class Settings {
    private static final String PROGRAM = "PATCHBAY_";
    private static final int LONG = 12;

    private final PropertiesFile file;
    private final Map<String, String> environment;
    private final Properties options;
    private final List<Problem> problems;
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    /** @param shown the text for problems; null if it is a secret */
    private record Given(String text, String shown, String where) { }

    Settings(PropertiesFile file, Map<String, String> environment, Properties options, List<Problem> problems) {
        this.file = file;
        this.environment = environment;
        this.options = options;
        this.problems = problems;
    }

    /**
     * @param fallback always valid for {@code parse}
     * @param parse throws IllegalArgumentException for a text that is not {@code expected}
     * @param expected the end of "must be ..."
     */
    <T> T read(String key, String fallback, String expected, Function<String, T> parse) {
        defaults.put(key, fallback);
        Given given = given(key).orElseGet(() -> fallback(key, fallback));
        values.put(key, given.text());
        places.put(key, given.where());
        try {
            return parse.apply(given.text());
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(given.where(), key, given.shown(), "must be " + expected));
            return parse.apply(fallback);
        }
    }

    /** Notes a problem that appears only together with other keys. */
    void refuse(String key, String expected) {
        Given given = given(key).orElseGet(() -> fallback(key, values.get(key)));
        problems.add(new Problem(given.where(), key, given.shown(), expected));
    }

    /** A value that is in no problem and no log; among the values it is three stars. Empty without one. */
    Optional<Secret> secret(String key) {
        defaults.put(key, "");
        Optional<Secret> secret = given(key).filter(given -> !given.text().isEmpty()).map(given -> new Secret(given.text()));
        values.put(key, secret.map(Secret::toString).orElse(""));
        return secret;
    }

    private Given fallback(String key, String text) {
        return new Given(text, Secret.isNamed(key) ? null : text, file.path() + " (default)");
    }

    void note(Problem problem) {
        problems.add(problem);
    }

    /** Call it after all keys are read. Other keys in the file, on the command line or in the environment are mistakes. */
    void refuseUnknown() {
        file.lines().forEach((key, line) -> {
            if (key.startsWith(CamelKeys.PREFIX)) {
                values.put(key, line.value());
                if (!CamelKeys.knows(key)) {
                    problems.add(new Problem(file.where(key), key, null, CamelKeys.expected(key)));
                }
            } else if (!defaults.containsKey(key)) {
                problems.add(new Problem(file.where(key), key, null, "is not a key of the gateway"
                        + Suggestion.text(key, defaults.keySet())));
            }
        });
        options.stringPropertyNames().stream().filter(name -> !defaults.containsKey(name))
                .forEach(name -> Suggestion.nearest(name, defaults.keySet(), 2).ifPresent(near -> problems.add(
                        new Problem("-D" + name, name, null, "is not a key of the gateway (did you mean " + near + "?)"))));
        refuseMisspeltVariables();
    }

    private void refuseMisspeltVariables() {
        Set<String> variables = defaults.keySet().stream().map(Settings::variable).collect(Collectors.toSet());
        environment.keySet().stream().filter(name -> !variables.contains(name)).sorted()
                .forEach(name -> meant(name, variables).ifPresent(near -> problems.add(
                        new Problem("environment variable " + name,
                                "", null, "is not a variable of the gateway (did you mean " + near + "?)"))));
    }

    /** Variables of other programs are common. A near name counts only with the group of a key or the prefix of this program. */
    private static Optional<String> meant(String name, Set<String> variables) {
        String own = name.startsWith(PROGRAM) ? name.substring(PROGRAM.length()) : name;
        Optional<String> near = Suggestion.nearest(own, variables, own.length() < LONG ? 1 : 2);
        return near.filter(variable -> !own.equals(name) || group(variable).equals(group(name)));
    }

    private static String group(String variable) {
        return variable.split("_", 2)[0];
    }

    /** The default of each key that was read. */
    Map<String, String> defaults() {
        return defaults;
    }

    /** The text in force of each key that was read, and of Camel's keys in the file. */
    Map<String, String> values() {
        return values;
    }

    /** The origin of the value of each key that was read. */
    Map<String, String> places() {
        return places;
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private Optional<Given> given(String key) {
        String variable = variable(key);
        if (options.getProperty(key) != null) {
            return Optional.of(given(key, options.getProperty(key).strip(), "-D" + key));
        }
        if (environment.get(variable) != null) {
            return Optional.of(given(key, environment.get(variable).strip(), "environment variable " + variable));
        }
        return Optional.ofNullable(file.lines().get(key)).map(line -> given(key, line.value(), file.where(key)));
    }

    /** A text may name the file that holds it. The file of a secret may end with a line end. */
    private Given given(String key, String text, String where) {
        Optional<Path> source = FileValue.source(text);
        try {
            String shown = Secret.isNamed(key) && source.isEmpty() ? null : text;
            return new Given(source.isPresent() ? FileValue.read(source.get()) : text, shown, where);
        } catch (IOException e) {
            Problem unreadable = new Problem(where, key, text, "must name a text file that can be read");
            if (!problems.contains(unreadable)) {
                problems.add(unreadable);
            }
            return new Given(defaults.getOrDefault(key, ""), text, where);
        }
    }
}
